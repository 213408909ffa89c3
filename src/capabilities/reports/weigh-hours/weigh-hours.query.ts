import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDeskWeeks } from '../../desks/public.ts'
import type { Municipality } from '../../organisations/public.ts'
import type { Area } from '../area.ts'
import { usualReach } from '../coverage.ts'
import { type HoursReach, type OpenDesk, reachByHours, widened } from '../coverage-gain.ts'
import { nameOfArea } from '../coverage-view.ts'
import { codesIn, findGround } from '../find-ground/find-ground.query.ts'
import { nearestMetres } from '../nearness.ts'

/** Desks that stand in the area, of which one may be chosen. */
export interface ChoosableDesk {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface WeighedHours {
  readonly areaName: string
  readonly municipalities: readonly Municipality[]
  readonly desks: readonly ChoosableDesk[]
  readonly inhabitants: number
  readonly now: HoursReach
  /** With the hours of the chosen desk widened. */
  readonly wider: { readonly desk: ChoosableDesk; readonly reach: HoursReach } | undefined
  /** Desks near these inhabitants of which no hours are known: they count as open in none of the ways. */
  readonly unknown: number
}

/**
 * How many inhabitants of an area have a desk nearby that is open long, in the evening or in the weekend; and how many when
 * one desk would be. Undefined when there is no such area.
 * @param deskCode the desk of which the hours are widened, if it stands in the area
 * @param hours from how many hours a week on a desk is open long
 */
export async function weighHoursOfArea(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  { deskCode, hours }: { readonly deskCode: string; readonly hours: number },
  today: string,
): Promise<WeighedHours | undefined> {
  const ground = await findGround(db, scope, today)
  const areaName = nameOfArea(area, ground.municipalities)
  if (areaName === undefined) return undefined
  const inArea = codesIn(area, ground.municipalities)
  const areas = ground.areas.filter(({ municipality }) => inArea.has(municipality))
  const placed = ground.desks.flatMap((desk) => (desk.point ? [{ ...desk, ...desk.point }] : []))
  const distances = nearestMetres(placed, areas)
  const near = placed.filter((_, index) => (distances[index] ?? Infinity) <= usualReach * 1000)

  const counted = await findDeskWeeks(db, scope, { ids: near.map(({ id }) => id) }, today)
  const weeks = new Map(counted.map(({ id, week }) => [id, week]))
  const open = near.map(({ id, latitude, longitude }): OpenDesk => {
    const week = weeks.get(id)
    return {
      id,
      latitude,
      longitude,
      hoursAWeek: (week?.minutes ?? 0) / 60,
      evening: week?.evenings ?? false,
      weekend: week?.weekends ?? false,
    }
  })
  const desks = near
    .filter(({ municipality }) => inArea.has(municipality))
    .map(({ id, code, name }) => ({ id, code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  const desk = desks.find(({ code }) => code === deskCode)
  return {
    areaName,
    municipalities: ground.municipalities,
    desks,
    inhabitants: areas.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    now: reachByHours(areas, open, hours, usualReach),
    wider: desk && { desk, reach: reachByHours(areas, widened(open, desk.id, hours), hours, usualReach) },
    unknown: near.filter(({ id }) => !weeks.get(id)).length,
  }
}
