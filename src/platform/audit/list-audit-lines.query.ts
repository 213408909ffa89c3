import type { AdministrationScope } from '../auth/scope.ts'
import type { ReadHandle } from '../database/handle.ts'
import { rowsPerPage } from '../http/paging.ts'
import { addDays, type Instant, startOfDay } from '../time/local-time.ts'

/** Where a page of the log begins: after this line. */
export interface AuditCursor {
  readonly at: Instant
  readonly id: number
}

export interface AuditFilter {
  /** A local day, 2026-11-24. */
  readonly day: string | undefined
  readonly action: string | undefined
  /** Lines of what these accounts did, or of what was done to them. */
  readonly accountIds: readonly string[] | undefined
  readonly after: AuditCursor | undefined
}

export interface AuditRow {
  readonly id: number
  readonly at: Instant
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly accountId: string | null
  readonly scopeKind: string
  readonly details: Readonly<Record<string, unknown>>
}

/** The lines of the log, newest first, one page and one more, so that the caller sees whether it goes on. */
export async function listAuditLines(
  db: ReadHandle,
  scope: AdministrationScope,
  filter: AuditFilter,
): Promise<AuditRow[]> {
  let query = db.selectFrom('platform.audit_lines')
  if (scope.kind === 'library') query = query.where('library_id', '=', scope.libraryId)
  if (filter.day) {
    query = query
      .where('at', '>=', startOfDay(filter.day).toString() as never)
      .where('at', '<', startOfDay(addDays(filter.day, 1)).toString() as never)
  }
  if (filter.action) query = query.where('action', '=', filter.action)
  const { accountIds, after } = filter
  if (accountIds) {
    if (accountIds.length === 0) return []
    query = query.where((eb) =>
      eb.or([
        eb('account_id', 'in', accountIds),
        eb.and([eb('subject_kind', '=', 'account'), eb('subject_id', 'in', accountIds)]),
      ]),
    )
  }
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('at', 'id'), '<', eb.tuple(after.at.toString() as never, after.id)),
    )
  }
  const rows = await query
    .select([
      'id',
      'at',
      'action',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'account_id as accountId',
      'scope_kind as scopeKind',
      'details',
    ])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(rowsPerPage + 1)
    .execute()
  return rows as AuditRow[]
}
