import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalities } from '../../organisations/public.ts'
import { deskPath, slugOf } from '../venue.ts'

/** The addresses of all pages that search engines may know, in Dutch. */
export async function listPublicPages(db: ReadHandle, scope: PublicScope, today: string): Promise<string[]> {
  const desks = await db
    .selectFrom('desks.desks')
    .select(['name', 'code'])
    .where('active', '=', true)
    .orderBy('code')
    .execute()
  const municipalities = await findMunicipalities(db, scope, today)
  return [
    '/',
    '/doorverwijzen',
    '/voor-websites',
    '/open-data',
    ...municipalities.map(({ name }) => `/gemeente/${slugOf(name)}`),
    ...desks.map(deskPath),
  ]
}
