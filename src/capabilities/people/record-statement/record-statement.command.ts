import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

interface Statement {
  readonly accountId: string
  readonly libraryId: string
}

/**
 * Records that somebody signed the statement on confidentiality of a library, and that this person saw it. Nobody records his own: the
 * database refuses that too. Recorded again the later date counts.
 */
export async function recordStatement(
  tx: WriteHandle,
  scope: DesksScope,
  statement: Statement & { readonly signedOn: string },
  now: Instant,
): Promise<void> {
  const content = {
    signed_on: statement.signedOn,
    seen_by: scope.accountId,
    recorded_at: now.toString(),
  }
  await tx
    .insertInto('people.confidentiality_statements')
    .values({ account_id: statement.accountId, library_id: statement.libraryId, ...content })
    .onConflict((conflict) => conflict.columns(['account_id', 'library_id']).doUpdateSet(content))
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'people.record-statement',
    subjectKind: 'account',
    subjectId: statement.accountId,
    libraryId: statement.libraryId,
    details: { signedOn: statement.signedOn },
  })
}

/** Takes a statement back that should not have been recorded, or no longer counts: nothing personal opens from the next request on. */
export async function takeBackStatement(
  tx: WriteHandle,
  scope: DesksScope,
  { accountId, libraryId }: Statement,
  now: Instant,
): Promise<void> {
  const removed = await tx
    .deleteFrom('people.confidentiality_statements')
    .where('account_id', '=', accountId)
    .where('library_id', '=', libraryId)
    .returning('signed_on as signedOn')
    .executeTakeFirst()
  foundOrRefuse(removed)
  await recordAudit(tx, scope, now, {
    action: 'people.take-back-statement',
    subjectKind: 'account',
    subjectId: accountId,
    libraryId,
  })
}
