import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { FiguresScope } from '../area.ts'
import { findWrittenReport, type KeptReport } from '../find-written-reports/find-written-reports.query.ts'
import { libraryOf } from '../start-written-report/start-written-report.command.ts'
import type { WrittenReport } from '../written-report.ts'
import type { Remarks } from '../written-report-typst.ts'

export type KeepOutcome =
  | { readonly ok: true }
  /** Somebody was first: what stands there now; undefined when it was thrown away. */
  | { readonly ok: false; readonly theirs: KeptReport | undefined }

/**
 * Keeps remarks, and with a document freezes the report: from then on nothing of it changes. One of two who do so at once is
 * first; the other is told.
 * @param seen the version that somebody had before them
 */
export async function keepWrittenReport(
  tx: WriteHandle,
  scope: FiguresScope,
  {
    id,
    seen,
    remarks,
    document,
  }: { id: string; seen: number; remarks: Remarks; document: WrittenReport | undefined },
  now: Instant,
): Promise<KeepOutcome> {
  const at = now.toString()
  const changed = await tx
    .updateTable('reports.written_reports')
    .set((eb) => ({
      remarks: JSON.stringify(remarks),
      version: eb('version', '+', 1),
      changed_by_account_id: scope.accountId,
      changed_at: at,
      ...(document && {
        document: JSON.stringify(document),
        frozen_at: at,
        frozen_by_account_id: scope.accountId,
      }),
    }))
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('frozen_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: document ? 'reports.freeze' : 'reports.remark',
    subjectKind: 'report',
    subjectId: id,
    libraryId: libraryOf(scope),
    // Who comes second is logged too: that somebody wanted it.
    details: { done: changed !== undefined, remarks: Object.keys(remarks) },
  })
  return changed ? { ok: true } : { ok: false, theirs: await findWrittenReport(tx, scope, id) }
}

/** Throws a draft away. Of what is frozen nothing goes. */
export async function discardWrittenReport(
  tx: WriteHandle,
  scope: FiguresScope,
  { id, seen }: { id: string; seen: number },
  now: Instant,
): Promise<KeepOutcome> {
  const gone = await tx
    .deleteFrom('reports.written_reports')
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('frozen_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'reports.discard',
    subjectKind: 'report',
    subjectId: id,
    libraryId: libraryOf(scope),
    details: { done: gone !== undefined },
  })
  return gone ? { ok: true } : { ok: false, theirs: await findWrittenReport(tx, scope, id) }
}
