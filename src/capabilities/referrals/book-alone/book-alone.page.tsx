import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTiles } from '../../../design-system/link-tiles/link-tiles.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { dayInWords, type Instant, instantAt } from '../../../platform/time/local-time.ts'
import { callLink, deskPath, phoneOf, type ShownDesk, unbroken, upperFirst } from '../../desks/public.ts'
import { timeText, whenText } from '../appointment-words.ts'
import type { Appointment } from '../find-appointment/find-appointment.query.ts'
import type { DeskOffer } from '../find-slots/find-slots.query.ts'
import { AppointmentFacts, Slip, SlipTools, visitorToolWords } from '../slip.page.tsx'
import { slotValue } from '../slot-value.ts'
import { type FreeSlot, slotDays } from '../slots.ts'

interface BookingPage {
  readonly voice: PublicVoice
  readonly shown: ShownDesk
}

/** What the pages of booking have in common: nothing that a search engine needs to know. */
const faceOf = ({ voice: { t, language }, shown: { desk } }: BookingPage, path: string | undefined) => ({
  language,
  path,
  description: t('visit.booking.page-title', { desk: desk.name }),
  unlisted: true,
})

/** Days with their times: a plain list of links first, for everybody the same. */
export function chooseTimePage({
  slots,
  offers,
  offered,
  firstDays,
  moreFrom,
  ...page
}: BookingPage & {
  readonly slots: readonly FreeSlot[]
  readonly offers: readonly DeskOffer[]
  /** False: nobody books here alone. */
  readonly offered: boolean
  /** Whether these are the first days that have something. */
  readonly firstDays: boolean
  /** The first of the days that do not stand here. */
  readonly moreFrom: string | undefined
}): Page {
  const { voice, shown } = page
  const { t, language, link } = voice
  const path = `${deskPath(shown.desk)}/afspraak`
  const names = new Map(offers.map(({ id, name }) => [id, name]))
  return {
    title: t('visit.booking.page-title', { desk: shown.desk.name }),
    forPublic: faceOf(page, path),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('visit.booking.title')}</Heading>
          <Paragraph>
            <bdi lang="nl">{shown.desk.name}</bdi>
          </Paragraph>
          {slots.length > 0 && <Paragraph lead>{t('visit.booking.lead')}</Paragraph>}
          <p class="nl-paragraph">
            {t('visit.booking.have')} <Link href={link('/afspraak')}>{t('visit.booking.change-link')}</Link>
          </p>
        </Stack>
        {slots.length === 0 && (
          <OtherWays {...page} text={t(offered ? 'visit.booking.full' : 'visit.booking.not-offered')} />
        )}
        {slotDays(slots).map(({ day, slots: ofDay }) => {
          const words = upperFirst(dayInWords(day, language, 'without-year'), voice)
          return (
            <Stack>
              <Heading level={2}>{words}</Heading>
              <LinkTiles
                label={words}
                links={ofDay.map((slot) => {
                  const start = instantAt(slot.start)
                  const time = t('visit.booking.time', { time: timeText(start, language) })
                  const name = offers.length > 1 ? names.get(slot.offerId) : undefined
                  return {
                    href: `${link(path)}/maken?tijd=${encodeURIComponent(slotValue(slot))}`,
                    label: name ? `${time} · ${name}` : time,
                    fullLabel: [time, name, words].filter(Boolean).join(', '),
                  }
                })}
              />
            </Stack>
          )
        })}
        <Row>
          {moreFrom && (
            <Button href={`${link(path)}?vanaf=${moreFrom}`}>{t('visit.booking.more-days')}</Button>
          )}
          {!firstDays && <Link href={link(path)}>{t('visit.booking.first-days')}</Link>}
        </Row>
        <p class="nl-paragraph">
          <Link href={link(deskPath(shown.desk))}>{t('visit.booking.desk')}</Link>
        </p>
      </Stack>
    ),
  }
}

/** What one can do where nothing can be booked. */
export function OtherWays({ voice, shown, text }: BookingPage & { readonly text: string }) {
  const phone = phoneOf(shown)
  return (
    <Stack>
      <Paragraph>{text}</Paragraph>
      {phone && (
        <Row>
          <Button href={callLink(phone)} variant="primary">
            {voice.t('finder.call', { phone: unbroken(phone) })}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

/** The rest, all of which may stay empty; with other times where the chosen one has gone. */
export function bookAlonePage({
  form,
  errors,
  topics,
  startsAt,
  instead,
  ...page
}: BookingPage & {
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly topics: readonly { readonly code: string; readonly label: string }[]
  /** The time that was chosen. */
  readonly startsAt: Instant | undefined
  /** Free times to choose from, in place of the one that was chosen. */
  readonly instead?: readonly FreeSlot[] | undefined
}): Page {
  const { voice, shown } = page
  const { t, link } = voice
  const path = `${deskPath(shown.desk)}/afspraak`
  const chosen = form.text('time')
  const optional = t('visit.booking.optional')
  return {
    title: t('visit.booking.form-title'),
    errors,
    forPublic: faceOf(page, undefined),
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('visit.booking.form-title')}</Heading>
          <Paragraph>
            <bdi lang="nl">{shown.desk.name}</bdi>
          </Paragraph>
          {!instead && startsAt && (
            <Paragraph lead>{t('visit.booking.chosen', { when: whenText(startsAt, voice) })}</Paragraph>
          )}
        </Stack>
        <Form action={`${link(path)}/maken`}>
          <input type="hidden" name="key" value={form.text('key')} />
          {instead ? (
            <RadioGroup
              id="time"
              name="time"
              legend={t('visit.booking.pick')}
              required
              error={errorAt(errors, 'time')}
              value={chosen}
              options={instead.map((slot) => ({
                value: slotValue(slot),
                label: upperFirst(whenText(instantAt(slot.start), voice), voice),
              }))}
            />
          ) : (
            <input type="hidden" name="time" value={chosen} />
          )}
          <FormField id="topic" label={t('visit.booking.topic')} optional={optional}>
            <Select
              name="topic"
              value={form.text('topic')}
              options={[
                { value: '', label: t('visit.booking.topic-unknown') },
                ...topics.map(({ code, label }) => ({ value: code, label })),
              ]}
            />
          </FormField>
          <FormField
            id="name"
            label={t('visit.booking.name')}
            optional={optional}
            error={errorAt(errors, 'name')}
          >
            <TextInput name="name" value={form.text('name')} autocomplete="name" maxlength={80} />
          </FormField>
          <FormField
            id="contact"
            label={t('visit.booking.contact')}
            optional={optional}
            description={t('visit.booking.contact-hint')}
            error={errorAt(errors, 'contact')}
          >
            <TextInput name="contact" value={form.text('contact')} autocomplete="off" maxlength={120} />
          </FormField>
          <Paragraph>{t('visit.booking.kept')}</Paragraph>
          <Row>
            <Button type="submit" variant="primary">
              {t('visit.booking.submit')}
            </Button>
            <Link href={link(path)}>{t('visit.booking.other-time')}</Link>
          </Row>
        </Form>
      </Stack>
    ),
  }
}

/** That it is booked, and the code: this page is the slip as well. */
export function madePage({
  appointment,
  code,
  again,
  topic,
  host,
  ...page
}: BookingPage & {
  readonly appointment: Appointment
  readonly code: string
  readonly again: boolean
  readonly topic: string | undefined
  readonly host: string
}): Page {
  const { voice, shown } = page
  const { t, link } = voice
  return {
    title: t('visit.booking.made-title'),
    script: 'print-leaflet.js',
    forPublic: faceOf(page, undefined),
    main: (
      <Stack gap="lg">
        <Heading level={1}>{t('visit.booking.made-title')}</Heading>
        {again && (
          <Alert kind="info">
            <p>{t('visit.booking.again')}</p>
          </Alert>
        )}
        <Slip voice={voice} code={code} hint={t('visit.booking.code-hint')} host={host}>
          <AppointmentFacts voice={voice} shown={shown} appointment={appointment} topic={topic} />
        </Slip>
        <SlipTools
          words={visitorToolWords(voice)}
          code={code}
          calendarAction={link('/afspraak/agenda.ics')}
        />
      </Stack>
    ),
  }
}
