import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** How many inhabitants the working area of each library has (CBS, 1 January 2023), by the library's id. */
export async function findLibrarySizes(db: ReadHandle, _scope: Scope): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; inhabitants: number }>`
    select area.library_id as id, sum(coalesce(inhabitants_2023, inhabitants_2022, 0))::integer as inhabitants
    from organisations.library_municipalities as area
    join organisations.municipalities as municipality on municipality.code = area.municipality_code
    group by area.library_id`.execute(db)
  return new Map(rows.map(({ id, inhabitants }) => [id, inhabitants]))
}
