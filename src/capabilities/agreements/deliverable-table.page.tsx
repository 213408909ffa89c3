import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { EmptyState } from '../../design-system/empty-state/empty-state.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { StatusBadge } from '../../design-system/status-badge/status-badge.tsx'
import { dateInWords } from '../../platform/time/local-month.ts'
import { agreementPath } from './agreement.ts'
import type { AgreementOverview } from './show-agreement/show-agreement.page.tsx'

/** What must be delivered, each time on a line of its own: what is not done by day, then what is. */
export function DeliverableTable({
  t,
  language,
  agreement,
  deliverables,
  mayKeep = false,
}: AgreementOverview & { mayKeep?: boolean }) {
  if (deliverables.length === 0) return <EmptyState>{t('agreements.deliverables.none')}</EmptyState>
  const rows = deliverables
    .flatMap((deliverable) => {
      const { occurrences } = deliverable
      // What comes later than is shown still stands there, with its first day.
      const shown =
        occurrences.length > 0
          ? occurrences
          : [{ dueOn: deliverable.firstDue, doneOn: null, note: '', version: 0, late: false }]
      return shown.map((occurrence) => ({ deliverable, occurrence }))
    })
    .sort(
      (one, other) =>
        Number(one.occurrence.doneOn !== null) - Number(other.occurrence.doneOn !== null) ||
        one.occurrence.dueOn.localeCompare(other.occurrence.dueOn),
    )
  return (
    <DataTable
      id="leveringen"
      caption={t('agreements.deliverables.caption')}
      rows={rows}
      columns={[
        {
          key: 'what',
          header: t('agreements.deliverables.what'),
          rowHeader: true,
          cell: ({ deliverable: { id, what, goal } }) => (
            <>
              {mayKeep ? <Link href={agreementPath(agreement.id, `/levering/${id}`)}>{what}</Link> : what}
              {goal && ` · ${t('agreements.deliverables.for-goal', { goal })}`}
            </>
          ),
        },
        {
          key: 'by',
          header: t('agreements.deliverables.by'),
          cell: ({ deliverable: { owedBy } }) => t(`agreements.owed-by.${owedBy}`),
        },
        {
          key: 'due',
          header: t('agreements.deliverables.due'),
          cell: ({ occurrence: { dueOn } }) => dateInWords(dueOn, language),
        },
        {
          key: 'state',
          header: t('agreements.deliverables.state'),
          cell: ({ deliverable, occurrence: { doneOn, dueOn, late, note } }) => (
            <>
              {doneOn ? (
                <StatusBadge kind="done">
                  {t('agreements.deliverables.done', { day: dateInWords(doneOn, language) })}
                </StatusBadge>
              ) : (
                late && <StatusBadge kind="failed">{t('agreements.late')}</StatusBadge>
              )}
              {note && ` ${note}`}
              {mayKeep && (
                <>
                  {' '}
                  <Link href={agreementPath(agreement.id, `/levering/${deliverable.id}/${dueOn}`)}>
                    {t(doneOn ? 'agreements.delivery.change' : 'agreements.delivery.mark')}
                  </Link>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
