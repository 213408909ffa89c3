import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Municipality } from '../municipality.ts'

/** The municipalities that exist on a day (2026-11-24), by name. */
export async function findMunicipalities(
  db: ReadHandle,
  _scope: Scope,
  day: string,
): Promise<Municipality[]> {
  return db
    .selectFrom('organisations.municipalities')
    .select(['code', 'name', 'province_code as provinceCode', 'province'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', day)]))
    .orderBy('name')
    .execute()
}

export interface DatedMunicipality {
  readonly code: string
  readonly name: string
  readonly validFrom: string
  readonly validUntil: string | null
}

/** The municipalities of all days, by name, for who meets many days at once. */
export function findMunicipalitiesOfAllDays(db: ReadHandle, _scope: Scope): Promise<DatedMunicipality[]> {
  return db
    .selectFrom('organisations.municipalities')
    .select(['code', 'name', 'valid_from as validFrom', 'valid_until as validUntil'])
    .orderBy('name')
    .execute()
}

/** The codes of the municipalities that a library works in. */
export async function findWorkingArea(db: ReadHandle, _scope: Scope, libraryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisations.library_municipalities')
    .select('municipality_code as code')
    .where('library_id', '=', libraryId)
    .orderBy('municipality_code')
    .execute()
  return rows.map(({ code }) => code)
}

/** The ids of the libraries that work in a municipality. */
export async function findLibrariesWorkingIn(
  db: ReadHandle,
  _scope: Scope,
  municipalityCode: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('organisations.library_municipalities')
    .select('library_id as id')
    .where('municipality_code', '=', municipalityCode)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The inhabitants of municipalities on 1 January 2022, in the borders of 2023, by code; those of which it is not known are left out. */
export async function findInhabitants2022(
  db: ReadHandle,
  _scope: Scope,
  codes: readonly string[],
): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations.municipalities')
    .select(['code', 'inhabitants_2022 as inhabitants'])
    .where('code', 'in', codes)
    .execute()
  return new Map(
    rows.flatMap(({ code, inhabitants }) => (inhabitants === null ? [] : [[code, inhabitants] as const])),
  )
}

/** Which municipality took the place of one that ended, by the code of the one that ended. */
export async function findSuccessors(db: ReadHandle, _scope: Scope): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('organisations.municipalities')
    .select(['code', 'successor_code as successor'])
    .where('successor_code', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ code, successor }) => (successor ? [[code, successor] as const] : [])))
}

/** The point where the inhabitants of a municipality live on average; undefined when it is not known. */
export async function findMunicipalityCentre(
  db: ReadHandle,
  _scope: Scope,
  code: string,
): Promise<{ latitude: number; longitude: number } | undefined> {
  const centre = await db
    .selectFrom('organisations.municipalities')
    .select(['latitude', 'longitude'])
    .where('code', '=', code)
    .executeTakeFirst()
  return centre?.latitude != null && centre.longitude != null
    ? { latitude: centre.latitude, longitude: centre.longitude }
    : undefined
}
