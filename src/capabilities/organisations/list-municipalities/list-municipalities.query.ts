import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

export interface NeighbouringMunicipality {
  readonly code: string
  readonly name: string
  readonly neighbourCodes: readonly string[]
}

/** They change once a year, at New Year. */
const keptForMilliseconds = 3_600_000
let kept:
  | {
      readonly day: string
      readonly until: number
      readonly municipalities: readonly NeighbouringMunicipality[]
    }
  | undefined

/** The municipalities that exist on a day, by name, each with those that border on it. */
export async function listMunicipalities(
  db: ReadHandle,
  _scope: Scope,
  day: string,
): Promise<readonly NeighbouringMunicipality[]> {
  if (kept && kept.day === day && kept.until > performance.now()) return kept.municipalities
  const rows = await db
    .selectFrom('organisations.municipalities')
    .select(['code', 'name'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', day)]))
    .orderBy('name')
    .execute()
  const borders = await db
    .selectFrom('organisations.municipality_neighbours')
    .select(['code', 'neighbour_code as neighbour'])
    .execute()
  const neighbours = new Map<string, string[]>()
  for (const { code, neighbour } of borders)
    neighbours.set(code, [...(neighbours.get(code) ?? []), neighbour])
  const municipalities = rows.map(({ code, name }) => ({
    code,
    name,
    neighbourCodes: neighbours.get(code) ?? [],
  }))
  kept = { day, until: performance.now() + keptForMilliseconds, municipalities }
  return municipalities
}
