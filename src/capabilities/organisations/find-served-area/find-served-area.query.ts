import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

export interface ServedArea {
  readonly provinceCodes: readonly string[]
  readonly municipalityCodes: readonly string[]
}

/** The provinces that support institutions serve and every municipality there ever was in them, by institution. */
export async function findServedAreas(
  db: ReadHandle,
  _scope: Scope,
  supportInstitutionIds: readonly string[],
): Promise<Map<string, ServedArea>> {
  const areas = new Map<string, ServedArea>()
  if (supportInstitutionIds.length === 0) return areas
  const rows = await db
    .selectFrom('organisations.support_institution_provinces as served')
    .innerJoin(
      'organisations.municipalities as municipality',
      'municipality.province_code',
      'served.province_code',
    )
    .select(['served.support_institution_id as id', 'served.province_code as province', 'municipality.code'])
    .where('served.support_institution_id', 'in', supportInstitutionIds)
    .orderBy('municipality.code')
    .execute()
  for (const { id, province, code } of rows) {
    const area = areas.get(id) ?? { provinceCodes: [], municipalityCodes: [] }
    areas.set(id, {
      provinceCodes: [...new Set([...area.provinceCodes, province])],
      municipalityCodes: [...area.municipalityCodes, code],
    })
  }
  return areas
}
