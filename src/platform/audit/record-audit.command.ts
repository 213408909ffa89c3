import type { Scope } from '../auth/scope.ts'
import { auditedHandles } from '../database/audited-handles.ts'
import type { WriteHandle } from '../database/handle.ts'
import type { Instant } from '../time/local-time.ts'

export interface AuditLine {
  /** Thing and act, as `contacts.register`. */
  readonly action: `${string}.${string}`
  readonly subjectKind: string
  readonly subjectId: string
  /** The library whose line it is; absent for what concerns the nation. */
  readonly libraryId?: string | undefined
  /** Numbers and codes only: never a name, an address or a free text. */
  readonly details?: Record<string, unknown>
}

/** Writes who did what to which thing, in the transaction of the change (BIO2 8.15.01). */
export async function recordAudit(
  tx: WriteHandle,
  scope: Scope,
  at: Instant,
  line: AuditLine,
): Promise<void> {
  await tx
    .insertInto('platform.audit_lines')
    .values({
      at: at.toString(),
      action: line.action,
      subject_kind: line.subjectKind,
      subject_id: line.subjectId,
      account_id: 'accountId' in scope ? scope.accountId : null,
      library_id: line.libraryId ?? null,
      scope_kind: scope.kind,
      details: JSON.stringify(line.details ?? {}),
    })
    .execute()
  auditedHandles.add(tx)
}
