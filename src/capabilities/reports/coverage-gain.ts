import { type PeopledArea, type Reach, reaches } from './coverage.ts'
import { type MapPoint, marksWithin, nearestMetres } from './nearness.ts'

/** How many more inhabitants come within reach, in the municipality itself and beyond it. */
export type Gain = Readonly<Record<Reach, { readonly own: number; readonly beyond: number }>>

/** Degrees of latitude and longitude beyond which nothing in the Netherlands is within 10 km: most areas need no reckoning. */
const surelyBeyond = { latitude: 0.1, longitude: 0.2 } as const

/**
 * Makes the scale for new desks: what one at a point would bring, inhabitants who now have none within reach and then would.
 * Areas that lack nothing are left out once, and the others put in order from south to north, so that each point is held
 * against what lies around it alone.
 * @param nearest the distance from each area to its nearest desk as it is now, in metres, in the order of the areas
 */
export function gainScale(
  areas: readonly PeopledArea[],
  nearest: Float64Array,
): (point: MapPoint, municipality: string) => Gain {
  const lacking = areas
    .map((area, index) => ({ ...area, now: nearest[index] ?? Number.POSITIVE_INFINITY }))
    .filter(({ now }) => now > Math.min(...reaches) * 1000)
    .sort((one, other) => one.latitude - other.latitude)
  return (point, municipality) => {
    const gain = { 2: { own: 0, beyond: 0 }, 5: { own: 0, beyond: 0 }, 10: { own: 0, beyond: 0 } }
    const around = between(
      lacking,
      point.latitude - surelyBeyond.latitude,
      point.latitude + surelyBeyond.latitude,
    ).filter(({ longitude }) => Math.abs(longitude - point.longitude) <= surelyBeyond.longitude)
    const then = nearestMetres(around, [point])
    around.forEach(({ now, inhabitants, municipality: where }, index) => {
      const metres = then[index] ?? Number.POSITIVE_INFINITY
      for (const reach of reaches)
        if (now > reach * 1000 && metres <= reach * 1000)
          gain[reach][where === municipality ? 'own' : 'beyond'] += inhabitants
    })
    return gain
  }
}

/** Of what stands in order from south to north the part between two latitudes. */
function between<Place extends MapPoint>(places: readonly Place[], south: number, north: number): Place[] {
  let [first, last] = [0, places.length]
  while (first < last) {
    const middle = (first + last) >> 1
    if ((places[middle]?.latitude ?? 0) < south) first = middle + 1
    else last = middle
  }
  let end = first
  while (end < places.length && (places[end]?.latitude ?? 0) <= north) end += 1
  return places.slice(first, end)
}

/** All that a gain brings within a distance. */
export const totalGain = (gain: Gain, reach: Reach): number => gain[reach].own + gain[reach].beyond

/** A desk that stands somewhere, and how widely it is open in an ordinary week. */
export interface OpenDesk extends MapPoint {
  readonly id: string
  readonly hoursAWeek: number
  readonly evening: boolean
  readonly weekend: boolean
}

/** Inhabitants within reach of a desk: of any, of one that is open long enough, in an evening, in the weekend. */
export interface HoursReach {
  readonly any: number
  readonly long: number
  readonly evening: number
  readonly weekend: number
}

/** Of what sort a desk is, as bits. */
const mark = { any: 1, long: 2, evening: 4, weekend: 8 } as const satisfies Record<keyof HoursReach, number>

/**
 * How many of these inhabitants have desks of each sort within reach.
 * @param hours from how many hours a week on a desk is open long enough
 */
export function reachByHours(
  areas: readonly PeopledArea[],
  desks: readonly OpenDesk[],
  hours: number,
  reach: Reach,
): HoursReach {
  const marks = desks.map(
    ({ hoursAWeek, evening, weekend }) =>
      mark.any |
      (hoursAWeek >= hours ? mark.long : 0) |
      (evening ? mark.evening : 0) |
      (weekend ? mark.weekend : 0),
  )
  const near = marksWithin(areas, desks, marks, reach * 1000)
  const inhabitantsWith = (wanted: number): number =>
    areas.reduce((sum, { inhabitants }, index) => sum + ((near[index] ?? 0) & wanted ? inhabitants : 0), 0)
  return {
    any: inhabitantsWith(mark.any),
    long: inhabitantsWith(mark.long),
    evening: inhabitantsWith(mark.evening),
    weekend: inhabitantsWith(mark.weekend),
  }
}

/** The same desks, one of them open long enough, in the evening and in the weekend. */
export function widened(desks: readonly OpenDesk[], id: string, hours: number): OpenDesk[] {
  return desks.map((desk) =>
    desk.id === id
      ? { ...desk, hoursAWeek: Math.max(hours, desk.hoursAWeek), evening: true, weekend: true }
      : desk,
  )
}
