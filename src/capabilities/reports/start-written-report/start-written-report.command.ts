import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Area, FiguresScope } from '../area.ts'
import { findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import { findReportOf } from '../find-written-reports/find-written-reports.query.ts'
import type { ReportPeriod } from '../report-period.ts'

/** Whose line in the log it is: of a report on a desk or a library that library's. */
export const libraryOf = (scope: FiguresScope): string | undefined =>
  'libraryId' in scope ? scope.libraryId : undefined

/**
 * Begins a report, or finds the one that is there: of an area and a period there is one, also when two people begin at once.
 * @returns its id
 */
export async function startWrittenReport(
  tx: WriteHandle,
  scope: FiguresScope,
  { area, about, withVisitors }: { area: Area; about: ReportPeriod; withVisitors: boolean },
  now: Instant,
): Promise<string> {
  const counted = await findCountedAreas(tx, scope, area)
  const id = uuidv7()
  const at = now.toString()
  const added = await tx
    .insertInto('reports.written_reports')
    .values({
      id,
      kind: about.kind,
      period: about.code,
      level: area.level,
      key: area.key,
      counted_level: counted.level,
      counted_keys: [...counted.keys],
      with_visitors: withVisitors,
      author_account_id: scope.accountId,
      created_at: at,
      changed_by_account_id: scope.accountId,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['level', 'key', 'period', 'with_visitors']).doNothing())
    .returning('id')
    .executeTakeFirst()
  const found = added?.id ?? foundOrRefuse(await findReportOf(tx, scope, { area, about, withVisitors }))
  await recordAudit(tx, scope, now, {
    action: 'reports.write',
    subjectKind: 'report',
    subjectId: found,
    libraryId: libraryOf(scope),
    details: { period: about.code, level: area.level, key: area.key },
  })
  return found
}
