import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { GovernedMunicipality } from '../governed.ts'

/** The municipalities that somebody works for, each followed by those that merged into it. */
export async function findGoverned(
  db: ReadHandle,
  scope: MunicipalityScope,
): Promise<GovernedMunicipality[]> {
  const rows = await db
    .selectFrom('organisations.municipalities')
    .select([
      'code',
      'name',
      'inhabitants_2022 as inhabitants2022',
      'valid_from as validFrom',
      'valid_until as validUntil',
      'successor_code as successorCode',
    ])
    .where('code', '=', sql<string>`any (organisations.scope_municipalities())`)
    .orderBy('name')
    .execute()
  const own = rows.filter(({ code }) => scope.municipalityCodes.includes(code))
  return [...own, ...rows.filter((row) => !own.includes(row))]
}
