import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Columns, Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, type Instant, secondsBetween } from '../../../platform/time/local-time.ts'
import { timeText } from '../appointment-words.ts'
import { StateBadge } from '../book-at-desk/book-at-desk.page.tsx'
import { DeskChoice } from '../desk-at-work.page.tsx'
import type { DeskAtWork } from '../desk-at-work.ts'
import type { Appointment } from '../find-appointment/find-appointment.query.ts'
import { SettleForms } from '../handle-appointment/handle-appointment.page.tsx'
import { lastCalled, type QueueNumber } from '../queue-visitors/queue-visitors.query.ts'
import { mayBeSettled } from '../settling-time.ts'

interface TodayPage extends Omit<DeskAtWork, 'scope'> {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  readonly today: string
  readonly appointments: readonly (Appointment & { readonly topic: string })[]
  readonly queue: readonly QueueNumber[]
  /** The number that was just given, or called. */
  readonly given: number | undefined
  readonly called: number | undefined
  readonly nobodyWaits: boolean
  /** Somebody called a number since the screen was shown: nothing was called now. */
  readonly calledAlready: boolean
  /** The secret of the form that gives a number (`makeBookingKey`). */
  readonly takingKey: string
  readonly codeUnknown: boolean
}

/** One screen to leave open: on the left who comes, on the right who waits. */
export function showTodayPage(page: TodayPage): Page {
  const { t, language, desk, desks, today, now, codeUnknown } = page
  return {
    title: t('appointments.today.title'),
    wide: true,
    script: 'show-today.js',
    errors: codeUnknown ? [{ id: 'code', message: t('appointments.error.code') }] : [],
    main: (
      <Stack>
        <Row apart>
          <Heading level={1}>{t('appointments.today.title')}</Heading>
          <Button href={`/balie/afspraken?informatiepunt=${desk.id}`} variant="primary">
            {t('appointments.times.title')}
          </Button>
        </Row>
        <Paragraph>{dayInWords(today, language, 'without-year')}</Paragraph>
        <DeskChoice t={t} path="/balie/vandaag" desk={desk} desks={desks} />
        <div id="today-now">
          <Said {...page} />
          <Columns>
            <Comes {...page} />
            <Waits {...page} />
          </Columns>
          <p class="nl-paragraph">
            {t('appointments.today.as-of', { time: timeText(now, language) })}{' '}
            <Link href={`/balie/vandaag?informatiepunt=${desk.id}`}>{t('appointments.today.refresh')}</Link>
          </p>
        </div>
        <form class="balie-form" action="/balie/afspraken/code" method="post" novalidate>
          <input type="hidden" name="desk" value={desk.id} />
          <Row end>
            <FormField
              id="code"
              label={t('appointments.today.code')}
              error={codeUnknown ? t('appointments.error.code') : undefined}
            >
              <TextInput name="code" size="short" autocomplete="off" maxlength={20} />
            </FormField>
            <Button type="submit">{t('appointments.today.find')}</Button>
          </Row>
        </form>
      </Stack>
    ),
  }
}

function Said({ t, given, called, nobodyWaits, calledAlready, queue }: TodayPage) {
  const last = lastCalled(queue)
  const text =
    given !== undefined
      ? t('appointments.today.given', { number: given })
      : called !== undefined
        ? t('appointments.today.called', { number: called })
        : nobodyWaits
          ? t('appointments.today.nobody')
          : calledAlready && last
            ? t('appointments.today.called-already', { number: last.number })
            : undefined
  return text ? (
    <Alert kind="ok">
      <p>
        <strong>{text}</strong>
      </p>
    </Alert>
  ) : null
}

function Comes({ t, language, now, appointments }: TodayPage) {
  return (
    <section aria-labelledby="comes">
      <Stack>
        <Heading level={2} id="comes">
          {t('appointments.today.comes', { count: appointments.length })}
        </Heading>
        {appointments.length === 0 && <Paragraph>{t('appointments.today.none')}</Paragraph>}
        {appointments.length > 0 && (
          <CardList>
            {appointments.map((appointment) => (
              <Card>
                <Row apart>
                  <strong>{timeText(appointment.startsAt, language)}</strong>
                  <StateBadge t={t} state={appointment.state} />
                </Row>
                <Paragraph>
                  {[appointment.topic, appointment.offerName].filter(Boolean).join(' · ')}
                </Paragraph>
                <Row>
                  {mayBeSettled(appointment.startsAt, now) && (
                    <SettleForms t={t} appointment={appointment} back="today" />
                  )}
                  {appointment.person && (
                    <form action={`/balie/afspraken/${appointment.id}/persoon`} method="post">
                      <Button type="submit">{t('appointments.one.show-person')}</Button>
                    </form>
                  )}
                  <Link href={`/balie/afspraken/${appointment.id}`}>
                    {t('appointments.today.open', { time: timeText(appointment.startsAt, language) })}
                  </Link>
                </Row>
              </Card>
            ))}
          </CardList>
        )}
      </Stack>
    </section>
  )
}

function Waits({ t, desk, queue, now, takingKey }: TodayPage) {
  const waiting = queue.filter(({ state }) => state === 'waiting')
  const last = lastCalled(queue)
  return (
    <section aria-labelledby="waits">
      <Stack>
        <Heading level={2} id="waits">
          {t('appointments.today.waits', { count: waiting.length })}
        </Heading>
        <form action="/balie/vandaag/volgende" method="post">
          <input type="hidden" name="desk" value={desk.id} />
          <input type="hidden" name="key" value={takingKey} />
          <input type="hidden" name="last" value={`${last?.number ?? 0}`} />
          <Row>
            <Button type="submit">{t('appointments.today.call')}</Button>
            <Button type="submit" formaction="/balie/vandaag/nummer">
              {t('appointments.today.take')}
            </Button>
          </Row>
        </form>
        {last && <Paragraph>{t('appointments.today.last-called', { number: last.number })}</Paragraph>}
        {waiting.length === 0 && <Paragraph>{t('appointments.today.nobody')}</Paragraph>}
        {waiting.length > 0 && (
          <CardList>
            {waiting.map(({ id, number, takenAt }) => (
              <Card>
                <Row apart>
                  <span>
                    <strong>{t('appointments.today.number', { number })}</strong>{' '}
                    {t('appointments.today.minutes', {
                      count: Math.max(0, Math.floor(secondsBetween(takenAt, now) / 60)),
                    })}
                  </span>
                  <form action="/balie/vandaag/weg" method="post">
                    <input type="hidden" name="desk" value={desk.id} />
                    <Button
                      type="submit"
                      variant="subtle"
                      name="number"
                      value={id}
                      ariaLabel={t('appointments.today.gone-number', { number })}
                    >
                      {t('appointments.today.gone')}
                    </Button>
                  </form>
                </Row>
              </Card>
            ))}
          </CardList>
        )}
      </Stack>
    </section>
  )
}
