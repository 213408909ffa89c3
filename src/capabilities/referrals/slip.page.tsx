import type { Child } from 'hono/jsx'
import { Button } from '../../design-system/button/button.tsx'
import { DescriptionList } from '../../design-system/description-list/description-list.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import { ShortCode } from '../../design-system/short-code/short-code.tsx'
import { Stack } from '../../design-system/stack/stack.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
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
 * What goes along with who booked: the code, once, and how to change. It can be printed or put in a calendar.
 * @param change where one changes it, as balie.example/afspraak
 */
export function Slip({
  voice,
  code,
  hint,
  change,
  calendarAction,
  children,
}: {
  voice: PublicVoice
  code: string
  hint: string
  change: string
  /** Where the calendar file is asked for; without it there is none. */
  calendarAction?: string | undefined
  children?: Child
}) {
  const { t } = voice
  return (
    <Stack gap="lg">
      <Stack>
        <ShortCode label={t('visit.booking.code')} code={code} />
        <Paragraph>{hint}</Paragraph>
        <Paragraph>{t('visit.booking.where-to-change', { address: change })}</Paragraph>
      </Stack>
      {children}
      <Stack>
        <balie-print class="balie-no-print">
          <Paragraph subtle>{t('visit.booking.print-hint')}</Paragraph>
          <button class="nl-button nl-button--primary" type="button" hidden>
            {t('visit.booking.print')}
          </button>
        </balie-print>
        {calendarAction && (
          <form class="balie-no-print" action={calendarAction} method="post">
            <input type="hidden" name="code" value={code} />
            <Button type="submit">{t('visit.booking.calendar')}</Button>
          </form>
        )}
      </Stack>
    </Stack>
  )
}
