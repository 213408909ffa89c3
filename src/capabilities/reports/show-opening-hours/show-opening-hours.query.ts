import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type DeskWithWeeks, findDesks, findDeskWeeks, type WhichDesks } from '../../desks/public.ts'
import {
  findMunicipalities,
  findOrganisations,
  findServedAreas,
  findSuccessors,
} from '../../organisations/public.ts'
import type { Area } from '../area.ts'
import { nameOfArea } from '../coverage-view.ts'
import { codesIn } from '../find-ground/find-ground.query.ts'
import { codesEver } from '../municipality-today.ts'

export interface OpeningHoursOfArea {
  readonly name: string
  readonly desks: readonly DeskWithWeeks[]
}

/** The desks of an area with their weeks; undefined when there is no such area. */
export async function findOpeningHoursOfArea(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  today: string,
): Promise<OpeningHoursOfArea | undefined> {
  const found = await findDesksOfArea(db, scope, area, today)
  return found && { name: found.name, desks: await findDeskWeeks(db, scope, found.which, today) }
}

/** What an area is called, and which desks are in it; undefined when there is no such area. */
export async function findDesksOfArea(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  today: string,
): Promise<{ name: string; which: WhichDesks } | undefined> {
  const { level, key } = area
  if (level === 'nation') return { name: '', which: 'all' }
  if (level === 'desk') {
    const [desk] = await findDesks(db, scope, [key])
    return desk && { name: desk.name, which: { motherDeskId: key } }
  }
  if (level === 'library') {
    const [library] = await findOrganisations(db, scope, [key])
    return library && { name: library.name, which: { libraryId: key } }
  }
  if (level === 'region') {
    const [institution] = await findOrganisations(db, scope, [key])
    const served = (await findServedAreas(db, scope, [key])).get(key)
    if (!institution || !served) return undefined
    const codes = codesEver([...served.municipalityCodes], await findSuccessors(db, scope))
    return { name: institution.name, which: { municipalityCodes: codes } }
  }
  const municipalities = await findMunicipalities(db, scope, today)
  const name = nameOfArea(area, municipalities)
  if (name === undefined) return undefined
  const codes = codesEver([...codesIn(area, municipalities)], await findSuccessors(db, scope))
  return { name, which: { municipalityCodes: codes } }
}
