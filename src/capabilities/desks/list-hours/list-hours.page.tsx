import { DataTable } from '../../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../../design-system/empty-state/empty-state.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { addDays, dayInWords, type Instant, mondayOf } from '../../../platform/time/local-time.ts'
import type { Desk } from '../desk.ts'
import { stateInWords } from '../hours-in-words.ts'
import { isAtDesk, isByTelephone } from '../hours-week.ts'
import { type DeskHours, openingsBetween } from '../opening-hours.ts'
import { minutesOpen } from '../planned-hours.ts'
import type { Attention } from './list-hours.handler.ts'

interface ListedDesk {
  readonly desk: Desk
  readonly hours: DeskHours
  readonly attention: readonly Attention[]
}

export interface ListHoursPage {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  readonly today: string
  readonly desks: readonly ListedDesk[]
}

export function listHoursPage({ t, language, now, today, desks }: ListHoursPage): Page {
  const monday = mondayOf(today)
  const hoursThisWeek = ({ hours }: ListedDesk): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
      minutesOpen(
        openingsBetween(hours, monday, addDays(monday, 7)).filter(
          ({ hours: each }) => isAtDesk(each) || isByTelephone(each),
        ),
      ) / 60,
    )
  return {
    title: t('hours.list.title'),
    wide: true,
    main: (
      <Stack>
        <Heading level={1}>{t('hours.list.title')}</Heading>
        <Paragraph lead>{t('hours.list.lead')}</Paragraph>
        {desks.length === 0 ? (
          <EmptyState>{t('hours.list.none')}</EmptyState>
        ) : (
          <DataTable
            id="desks"
            caption={t('hours.list.caption')}
            columns={[
              {
                key: 'desk',
                header: t('hours.list.desk'),
                // Together in one cell, which leaves room for words on a telephone.
                cell: ({ desk, hours, attention }) => (
                  <>
                    <Link href={`/balie/openingstijden/${desk.id}`}>{desk.name}</Link>
                    <div>
                      {stateInWords({ t, language, places: desk.places }, hours, now, { short: true })}
                    </div>
                    {attention.map((each) => (
                      <div>
                        <AttentionLink t={t} language={language} desk={desk} attention={each} />
                      </div>
                    ))}
                  </>
                ),
                rowHeader: true,
              },
              { key: 'week', header: t('hours.list.week'), cell: hoursThisWeek, numeric: true },
            ]}
            rows={desks}
          />
        )}
      </Stack>
    ),
  }
}

function AttentionLink({
  t,
  language,
  desk,
  attention,
}: {
  t: Translate
  language: Language
  desk: Desk
  attention: Attention
}) {
  const base = `/balie/openingstijden/${desk.id}`
  if (attention === 'no-stops')
    return <Link href={`${base}/haltes/nieuw`}>{t('hours.attention.no-stops')}</Link>
  if (attention === 'no-hours')
    return <Link href={`${base}/week/nieuw`}>{t('hours.attention.no-hours')}</Link>
  const [first, ...more] = attention.holidays
  return (
    first && (
      <Link href={`${base}/feestdagen`}>
        {t('hours.attention.holidays', {
          name: t(`hours.holiday.${first.name}`),
          day: dayInWords(first.day, language, 'short'),
          more: more.length,
        })}
      </Link>
    )
  )
}
