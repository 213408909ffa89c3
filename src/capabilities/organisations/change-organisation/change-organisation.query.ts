import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { OrganisationKind } from '../organisation.ts'

export interface OrganisationDetails {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly isil: string | null
  readonly active: boolean
  readonly municipality: string | null
  /** Codes of the municipalities that a library works in. */
  readonly municipalities: readonly string[]
  /** Codes of the provinces that a support institution works in. */
  readonly provinces: readonly string[]
}

/** One organisation with its working area. */
export async function findOrganisationDetails(
  db: ReadHandle,
  _scope: NationalScope,
  id: string,
): Promise<OrganisationDetails | undefined> {
  const found = await db
    .selectFrom('organisations.organisations')
    .select(['id', 'kind', 'name', 'isil_code as isil', 'active', 'municipality_code as municipality'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const municipalities = await db
    .selectFrom('organisations.library_municipalities')
    .select('municipality_code as code')
    .where('library_id', '=', id)
    .execute()
  const provinces = await db
    .selectFrom('organisations.support_institution_provinces')
    .select('province_code as code')
    .where('support_institution_id', '=', id)
    .execute()
  return {
    ...found,
    kind: found.kind as OrganisationKind,
    municipalities: municipalities.map(({ code }) => code),
    provinces: provinces.map(({ code }) => code),
  }
}
