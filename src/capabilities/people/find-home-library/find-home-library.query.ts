import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findOrganisations } from '../../organisations/public.ts'

/** The library whose person somebody is: in its log stands what that person does to the own account. */
export async function findHomeLibrary(
  db: ReadHandle,
  scope: Scope,
  accountId: string,
): Promise<string | undefined> {
  const account = await db
    .selectFrom('people.accounts')
    .select('organisation_id as organisationId')
    .where('id', '=', accountId)
    .executeTakeFirst()
  const [home] = await findOrganisations(db, scope, account ? [account.organisationId] : [])
  return home?.kind === 'library' ? home.id : undefined
}
