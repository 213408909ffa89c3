import type { Child } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { ShortCode } from '../../design-system/short-code/short-code.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { phoneOf, type ShownDesk, unbroken, upperFirst } from '../desks/public.ts'
import { whenText, whereText } from './appointment-words.ts'
import { type Appointment, openingOf } from './find-appointment/find-appointment.query.ts'

/** What a visitor has to know of his appointment, in his own language: when, where, about what. */
export function AppointmentFacts({
  voice,
  shown,
  appointment,
  topic,
}: {
  voice: PublicVoice
  shown: ShownDesk
  appointment: Appointment
  topic: string | undefined
}) {
  const { t } = voice
  const opening = openingOf(appointment, shown.hours)
  const where = whereText(
    shown.desk,
    { placeId: opening?.hours.placeId ?? null, byTelephone: appointment.byTelephone },
    voice,
  )
  const phone = phoneOf(shown)
  const items: { term: Child; description: Child }[] = [
    {
      term: t('visit.booking.when-term'),
      description: upperFirst(whenText(appointment.startsAt, voice), voice),
    },
    {
      term: t('visit.booking.where'),
      description: <bdi lang="nl">{[shown.desk.name, where].filter(Boolean).join(', ')}</bdi>,
    },
    ...(topic ? [{ term: t('visit.booking.topic-term'), description: topic }] : []),
    ...(phone ? [{ term: t('finder.desk.phone'), description: <bdi>{unbroken(phone)}</bdi> }] : []),
  ]
  return <DescriptionList items={items} />
}

/**
 * What goes along with who booked: the code, once, and how to change.
 * @param host of this installation, as balie.example: on paper the link is an address to type
 */
export function Slip({
  voice,
  code,
  hint,
  host,
  children,
}: {
  voice: PublicVoice
  code: string
  hint: string
  host: string
  children?: Child
}) {
  const { t, link } = voice
  return (
    <Stack gap="lg">
      <Stack>
        <ShortCode label={t('visit.booking.code')} code={code} />
        <Paragraph>{hint}</Paragraph>
        <p class="nl-paragraph">
          {t('visit.booking.where-to-change')}{' '}
          <Link href={link('/afspraak')}>
            <bdi>{host + link('/afspraak')}</bdi>
          </Link>
        </p>
      </Stack>
      {children}
    </Stack>
  )
}

/** What is on the buttons of who has the slip before him: the visitor himself, or the staff that gives it. */
export interface SlipToolWords {
  /** Where there is no script to print with. */
  readonly hint: string
  readonly print: string
  readonly calendar: string
}

/** The words for a visitor who booked himself. */
export const visitorToolWords = ({ t }: PublicVoice): SlipToolWords => ({
  hint: t('visit.booking.print-hint'),
  print: t('visit.booking.print'),
  calendar: t('visit.booking.calendar'),
})

/** The words for staff, whatever language the slip is in. */
export const staffToolWords = (t: Translate): SlipToolWords => ({
  hint: t('referrals.print-hint'),
  print: t('referrals.print'),
  calendar: t('appointments.booked.calendar'),
})

/** Prints the slip, or puts the appointment in a calendar. */
export function SlipTools({
  words,
  code,
  calendarAction,
}: {
  words: SlipToolWords
  code: string
  /** Where the calendar file is asked for; without it there is none. */
  calendarAction?: string | undefined
}) {
  return (
    <Stack>
      <balie-print class="balie-no-print">
        <Paragraph subtle>{words.hint}</Paragraph>
        <button class="nl-button nl-button--primary" type="button" hidden>
          {words.print}
        </button>
      </balie-print>
      {calendarAction && (
        <form class="balie-no-print" action={calendarAction} method="post">
          <input type="hidden" name="code" value={code} />
          <Button type="submit">{words.calendar}</Button>
        </form>
      )}
    </Stack>
  )
}
