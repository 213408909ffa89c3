import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The code of the province of every municipality there is or was, by the municipality's code. */
export async function findProvinceOfMunicipality(
  db: ReadHandle,
  _scope: Scope,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('organisations.municipalities')
    .select(['code', 'province_code as province'])
    .execute()
  return new Map(rows.map(({ code, province }) => [code, province]))
}
