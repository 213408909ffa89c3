import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** How many live somewhere, and how closely together. */
export interface Surroundings {
  /** CBS, 1 January 2023; of a municipality that had ended by then, 2022. 0 where nobody knows. */
  readonly inhabitants: number
  /** CBS's degree, 1 (very urban) to 5 (rural), of a working area by the inhabitants of its municipalities; null where nobody knows. */
  readonly urbanity: number | null
}

/** The surroundings of every municipality by its code, and of the working area of every library by its id. */
export async function findSurroundings(
  db: ReadHandle,
  _scope: Scope,
): Promise<{
  readonly ofMunicipality: ReadonlyMap<string, Surroundings>
  readonly ofLibrary: ReadonlyMap<string, Surroundings>
}> {
  const rows = await db
    .selectFrom('organisations.municipalities')
    .select(['code', 'inhabitants_2022', 'inhabitants_2023', 'urbanity'])
    .execute()
  const ofMunicipality = new Map(
    rows.map(({ code, inhabitants_2022, inhabitants_2023, urbanity }) => [
      code,
      { inhabitants: inhabitants_2023 ?? inhabitants_2022 ?? 0, urbanity },
    ]),
  )
  const areas = new Map<string, Surroundings[]>()
  for (const { library_id: id, municipality_code: code } of await db
    .selectFrom('organisations.library_municipalities')
    .select(['library_id', 'municipality_code'])
    .execute()) {
    const found = ofMunicipality.get(code)
    if (found) areas.set(id, [...(areas.get(id) ?? []), found])
  }
  return { ofMunicipality, ofLibrary: new Map([...areas].map(([id, area]) => [id, together(area)])) }
}

function together(area: readonly Surroundings[]): Surroundings {
  const known = area.filter(({ urbanity }) => urbanity !== null)
  const living = known.reduce((sum, { inhabitants }) => sum + inhabitants, 0)
  return {
    inhabitants: area.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    urbanity:
      living === 0
        ? null
        : known.reduce((sum, { inhabitants, urbanity }) => sum + inhabitants * (urbanity ?? 0), 0) / living,
  }
}
