import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Form } from '../../../design-system/form/form.tsx'
import { FormField } from '../../../design-system/form-field/form-field.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { LinkTiles } from '../../../design-system/link-tiles/link-tiles.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { RadioGroup } from '../../../design-system/radio-group/radio-group.tsx'
import { Select } from '../../../design-system/select/select.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { TextInput } from '../../../design-system/text-input/text-input.tsx'
import { errorAt, type FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { Page } from '../../../platform/http/reply.ts'
import { ownNames, type PublicVoice, publicLanguages } from '../../../platform/i18n/public-language.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, type Instant, instantAt, localDay } from '../../../platform/time/local-time.ts'
import type { ShownDesk } from '../../desks/public.ts'
import type { ListSnapshot } from '../../lists/public.ts'
import { momentText, timeText } from '../appointment-words.ts'
import { DeskChoice } from '../desk-at-work.page.tsx'
import type { DeskAtWork } from '../desk-at-work.ts'
import type { Appointment } from '../find-appointment/find-appointment.query.ts'
import type { DeskOffer } from '../find-slots/find-slots.query.ts'
import { topicOptions } from '../referring-desk.ts'
import { AppointmentFacts, Slip, SlipTools, staffToolWords } from '../slip.page.tsx'
import { slotValue } from '../slot-value.ts'
import { type FreeSlot, slotDays } from '../slots.ts'

type AtDesk = Omit<DeskAtWork, 'scope'> & { readonly t: Translate }
type Booked = Appointment & { readonly topic: string; readonly isOpen: boolean }

/** Days and times that are free, and below them what is booked. */
export function deskTimesPage({
  t,
  language,
  desk,
  desks,
  offers,
  slots,
  moreFrom,
  booked,
}: AtDesk & {
  readonly language: Language
  readonly offers: readonly DeskOffer[]
  readonly slots: readonly FreeSlot[]
  readonly moreFrom: string | undefined
  readonly booked: readonly Booked[]
}): Page {
  const names = new Map(offers.map(({ id, name }) => [id, name]))
  const address = (path: string, more: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ informatiepunt: desk.id, ...more })}`
  return {
    title: t('appointments.times.title'),
    wide: true,
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('appointments.times.title')}</Heading>
          <DeskChoice t={t} path="/balie/afspraken" desk={desk} desks={desks} />
        </Stack>
        {offers.length === 0 && <EmptyState>{t('appointments.times.no-offers')}</EmptyState>}
        {offers.length > 0 && slots.length === 0 && <EmptyState>{t('appointments.times.full')}</EmptyState>}
        {slotDays(slots).map(({ day, slots: ofDay }) => {
          const words = dayInWords(day, language, 'without-year')
          return (
            <Stack>
              <Heading level={2}>{words}</Heading>
              {[...names].map(([offerId, name]) => {
                const own = ofDay.filter((slot) => slot.offerId === offerId)
                if (own.length === 0) return null
                return (
                  <Stack gap="sm">
                    {names.size > 1 && <Heading level={3}>{name}</Heading>}
                    <LinkTiles
                      label={`${words}, ${name}`}
                      links={own.map((slot) => {
                        const time = timeText(instantAt(slot.start), language)
                        return {
                          href: address('/balie/afspraken/maken', { tijd: slotValue(slot) }),
                          label: slot.free.length > 1 ? `${time} (${slot.free.length})` : time,
                          fullLabel: t('appointments.times.tile', {
                            time,
                            day: words,
                            name,
                            count: slot.free.length,
                          }),
                        }
                      })}
                    />
                  </Stack>
                )
              })}
            </Stack>
          )
        })}
        {moreFrom && (
          <Row>
            <Button href={address('/balie/afspraken', { vanaf: moreFrom })}>
              {t('appointments.times.more')}
            </Button>
          </Row>
        )}
        <BookedTable t={t} language={language} booked={booked} />
      </Stack>
    ),
  }
}

/** What is booked, in words without a name; what falls outside the hours by now stands out. */
function BookedTable({
  t,
  language,
  booked,
}: {
  t: Translate
  language: Language
  booked: readonly Booked[]
}) {
  if (booked.length === 0) return <Paragraph>{t('appointments.times.none-booked')}</Paragraph>
  const outside = booked.filter(({ isOpen, state }) => !isOpen && state === 'booked')
  return (
    <Stack>
      <Heading level={2}>{t('appointments.times.booked')}</Heading>
      {outside.length > 0 && (
        <Alert kind="warning">
          <p>{t('appointments.times.outside', { count: outside.length })}</p>
          <p>{t('appointments.times.outside-do')}</p>
        </Alert>
      )}
      <DataTable
        id="booked"
        caption={t('appointments.times.booked-caption')}
        rows={booked}
        columns={[
          {
            key: 'when',
            header: t('appointments.when'),
            rowHeader: true,
            cell: ({ id, startsAt }) => (
              <Link href={`/balie/afspraken/${id}`}>
                {dayInWords(localDay(startsAt), language, 'short')} {timeText(startsAt, language)}
              </Link>
            ),
          },
          { key: 'what', header: t('appointments.what'), cell: ({ offerName }) => offerName },
          { key: 'topic', header: t('appointments.topic'), cell: ({ topic }) => topic || '–' },
          {
            key: 'state',
            header: t('appointments.state'),
            cell: ({ state, isOpen }) =>
              state === 'booked' && !isOpen ? (
                <StatusBadge kind="failed">{t('appointments.closed-then')}</StatusBadge>
              ) : (
                <StateBadge t={t} state={state} />
              ),
          },
        ]}
      />
    </Stack>
  )
}

const badges = { booked: 'waiting', came: 'done', 'not-came': 'failed', cancelled: 'neutral' } as const

/** How an appointment stands. */
export const StateBadge = ({ t, state }: { t: Translate; state: Appointment['state'] }) => (
  <StatusBadge kind={badges[state]}>{t(`appointments.state.${state}`)}</StatusBadge>
)

/** What the visitor tells, all of it optional, and the button. */
export function bookAtDeskPage({
  t,
  language,
  desk,
  form,
  errors,
  lists,
  startsAt,
  instead,
}: AtDesk & {
  readonly language: Language
  readonly form: FormFields
  readonly errors: readonly FormError[]
  readonly lists: ListSnapshot
  /** The time that was chosen. */
  readonly startsAt: Instant | undefined
  readonly instead?: readonly FreeSlot[] | undefined
}): Page {
  const chosen = form.text('time')
  return {
    title: t('appointments.book.title'),
    errors,
    main: (
      <Stack>
        <Heading level={1}>{t('appointments.book.title')}</Heading>
        {!instead && startsAt && (
          <Paragraph lead>
            {desk.name}, {momentText(startsAt, language)}
          </Paragraph>
        )}
        <Form action="/balie/afspraken/maken">
          <input type="hidden" name="key" value={form.text('key')} />
          <input type="hidden" name="desk" value={desk.id} />
          {instead ? (
            instead.length > 0 && (
              <RadioGroup
                id="time"
                name="time"
                legend={t('appointments.book.pick')}
                required
                error={errorAt(errors, 'time')}
                value={chosen}
                options={instead.map((slot) => ({
                  value: slotValue(slot),
                  label: momentText(instantAt(slot.start), language),
                }))}
              />
            )
          ) : (
            <input type="hidden" name="time" value={chosen} />
          )}
          <VisitorFields t={t} form={form} errors={errors} lists={lists} />
          <Row>
            <Button type="submit" variant="primary">
              {t('appointments.book.submit')}
            </Button>
            <Link href={`/balie/afspraken?informatiepunt=${desk.id}`}>
              {t('appointments.book.other-time')}
            </Link>
          </Row>
        </Form>
      </Stack>
    ),
  }
}

/** What is asked of a visitor at the desk; the same for an appointment and a call back. */
export function VisitorFields({
  t,
  form,
  errors,
  lists,
  byPhone,
}: {
  t: Translate
  form: FormFields
  errors: readonly FormError[]
  lists: ListSnapshot
  /** A telephone number, and needed. */
  byPhone?: boolean
}) {
  const optional = t('shell.optional')
  return (
    <>
      <FormField id="topic" label={t('appointments.book.topic')} optional={optional}>
        <Select
          name="topic"
          value={form.text('topic')}
          options={topicOptions(lists, t, t('appointments.book.topic-none'))}
        />
      </FormField>
      <FormField
        id="name"
        label={t('appointments.book.name')}
        optional={optional}
        error={errorAt(errors, 'name')}
      >
        <TextInput name="name" value={form.text('name')} autocomplete="off" maxlength={80} />
      </FormField>
      <FormField
        id="contact"
        label={t(byPhone ? 'appointments.call.phone' : 'appointments.book.contact')}
        optional={byPhone ? undefined : optional}
        description={byPhone ? undefined : t('appointments.book.contact-hint')}
        error={errorAt(errors, 'contact')}
      >
        <TextInput
          name="contact"
          type={byPhone ? 'tel' : 'text'}
          value={form.text('contact')}
          autocomplete="off"
          maxlength={120}
        />
      </FormField>
      <FormField id="language" label={t('appointments.book.language')}>
        <Select
          name="language"
          value={form.text('language') || 'nl'}
          options={publicLanguages.map((each) => ({ value: each, label: ownNames[each] }))}
        />
      </FormField>
    </>
  )
}

/** The slip, in the visitor's language, to print and give. */
export function bookedAtDeskPage({
  t,
  desk,
  voice,
  code,
  again,
  appointment,
  shown,
  topic,
  host,
}: AtDesk & {
  readonly voice: PublicVoice
  readonly code: string
  readonly again: boolean
  readonly appointment: Appointment
  readonly shown: ShownDesk
  readonly topic: string | undefined
  readonly host: string
}): Page {
  const { link, direction, language } = voice
  return {
    title: t('appointments.booked.title'),
    script: 'print-leaflet.js',
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('appointments.booked.title')}</Heading>
          <Paragraph>{t(again ? 'appointments.booked.again' : 'appointments.booked.lead')}</Paragraph>
        </Stack>
        <div lang={language} dir={direction}>
          <Slip voice={voice} code={code} hint={voice.t('visit.booking.code-hint')} host={host}>
            <AppointmentFacts voice={voice} shown={shown} appointment={appointment} topic={topic} />
          </Slip>
        </div>
        <SlipTools words={staffToolWords(t)} code={code} calendarAction={link('/afspraak/agenda.ics')} />
        <Row>
          <Link href={`/balie/afspraken?informatiepunt=${desk.id}`}>{t('appointments.booked.next')}</Link>
          <Link href={`/balie/vandaag?informatiepunt=${desk.id}`}>{t('appointments.today.link')}</Link>
        </Row>
      </Stack>
    ),
  }
}
