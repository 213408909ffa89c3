import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Desk } from '../desk.ts'
import { type HoursWords, timetableInWords } from '../hours-in-words.ts'
import { type DeskHours, ordinaryOn } from '../opening-hours.ts'

export function copyHoursPage({
  words,
  desk,
  today,
  others,
}: {
  words: HoursWords
  desk: Desk
  today: string
  /** Desks of the same library whose week is known. */
  others: readonly { desk: Desk; hours: DeskHours }[]
}): Page {
  const { t, language } = words
  const base = `/balie/openingstijden/${desk.id}`
  return {
    title: `${t('hours.copy.title')}, ${desk.name}`,
    main: (
      <Stack>
        <Heading level={1}>{t('hours.copy.title')}</Heading>
        <Paragraph>{desk.name}</Paragraph>
        <Paragraph lead>{t('hours.copy.lead')}</Paragraph>
        {others.length === 0 ? (
          <EmptyState>{t('hours.copy.none')}</EmptyState>
        ) : (
          <DataTable
            id="others"
            caption={t('hours.copy.caption')}
            columns={[
              {
                key: 'desk',
                header: t('hours.list.desk'),
                cell: (other) => (
                  <Link href={`${base}/overnemen?van=${other.desk.id}`}>{other.desk.name}</Link>
                ),
                rowHeader: true,
              },
              {
                key: 'hours',
                header: t('hours.show.hours'),
                cell: (other) => {
                  const week = ordinaryOn(other.hours, today)
                  return (
                    week &&
                    timetableInWords({ t, language, places: other.desk.places }, week).map((line) => (
                      <div>{line}</div>
                    ))
                  )
                },
              },
            ]}
            rows={others}
          />
        )}
        <p>
          <Link href={base}>{t('hours.back')}</Link>
        </p>
      </Stack>
    ),
  }
}
