import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/**
 * Whether somebody may open personal data of visitors of a library: a signed statement on confidentiality is on file there (guide
 * § 2.2.5). For partners, links and jobs there is none to sign with the library: what they may open, their own scope tells.
 */
export async function mayOpenPersonalData(db: ReadHandle, scope: Scope, libraryId: string): Promise<boolean> {
  if (scope.kind !== 'desk' && scope.kind !== 'desks' && scope.kind !== 'library')
    return scope.kind === 'partner' || scope.kind === 'link' || scope.kind === 'job'
  const signed = await db
    .selectFrom('people.confidentiality_statements')
    .select('account_id')
    .where('account_id', '=', scope.accountId)
    .where('library_id', '=', libraryId)
    .executeTakeFirst()
  return signed !== undefined
}
