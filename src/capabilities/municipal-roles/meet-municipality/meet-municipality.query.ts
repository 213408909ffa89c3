import { sql } from 'kysely'
import type { DesksScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalities, type Municipality } from '../../organisations/public.ts'

/** The municipalities of today for which somebody works at a desk or a library, by name. */
export async function findMunicipalitiesMet(
  db: ReadHandle,
  scope: DesksScope | LibraryScope,
  today: string,
): Promise<Municipality[]> {
  const { rows } = await sql<{ codes: string[] }>`select municipal_roles.scope_meets() as codes`.execute(db)
  const codes = rows[0]?.codes ?? []
  return (await findMunicipalities(db, scope, today)).filter(({ code }) => codes.includes(code))
}
