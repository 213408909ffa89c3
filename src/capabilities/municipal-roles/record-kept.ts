import { recordAudit } from '../../platform/audit/record-audit.command.ts'
import type { Scope } from '../../platform/auth/scope.ts'
import type { WriteHandle } from '../../platform/database/handle.ts'
import type { Instant } from '../../platform/time/local-time.ts'
import type { KeptOutcome } from './keeping.ts'

/** Writes down that something was added or changed; also that it was not, because somebody was first or it was sent twice. */
export async function recordKept(
  tx: WriteHandle,
  scope: Scope,
  now: Instant,
  {
    rows,
    ...line
  }: {
    readonly action: `municipal-roles.${string}`
    readonly subjectKind: string
    readonly subjectId: string
    readonly libraryId?: string | undefined
    /** How many rows were written. */
    readonly rows: bigint | undefined
    readonly details?: Record<string, unknown>
  },
): Promise<KeptOutcome> {
  const kept = (rows ?? 0n) > 0n
  await recordAudit(tx, scope, now, { ...line, details: { ...line.details, kept } })
  return kept ? 'kept' : 'changed-meanwhile'
}
