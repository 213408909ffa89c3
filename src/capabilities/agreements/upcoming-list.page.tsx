import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../design-system/empty-state/empty-state.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import type { Upcoming } from './upcoming.ts'

/** What comes, over all agreements: what is late first, by itself. @param base where the agreements stand for who looks */
export function UpcomingList({
  t,
  language,
  upcoming,
  base,
}: {
  t: Translate
  language: Language
  upcoming: readonly Upcoming[]
  base: string
}) {
  if (upcoming.length === 0) return <EmptyState>{t('agreements.upcoming.none')}</EmptyState>
  return (
    <DataTable
      id="wat-komt"
      caption={t('agreements.upcoming.caption')}
      rows={upcoming}
      columns={[
        {
          key: 'day',
          header: t('agreements.upcoming.day'),
          rowHeader: true,
          cell: ({ day, late }) => (
            <>
              {dateInWords(day, language)}
              {late && (
                <>
                  {' '}
                  <StatusBadge kind="failed">{t('agreements.late')}</StatusBadge>
                </>
              )}
            </>
          ),
        },
        {
          key: 'what',
          header: t('agreements.upcoming.what'),
          cell: ({ kind, what, late }) =>
            kind === 'deliverable' ? what : t(`agreements.upcoming.${late ? 'late' : 'kind'}.${kind}`),
        },
        {
          key: 'by',
          header: t('agreements.deliverables.by'),
          cell: ({ owedBy }) => (owedBy ? t(`agreements.owed-by.${owedBy}`) : '–'),
        },
        {
          key: 'agreement',
          header: t('agreements.upcoming.agreement'),
          cell: ({ agreementId, agreementTitle }) => (
            <Link href={`${base}/${agreementId}`}>{agreementTitle}</Link>
          ),
        },
      ]}
    />
  )
}
