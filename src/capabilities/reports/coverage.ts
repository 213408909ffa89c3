import { type MapPoint, nearestMetres, nearestOnAverage } from './nearness.ts'

/** How far somebody may live from a desk and still be counted, in kilometres (features 3.7). */
export const reaches = [2, 5, 10] as const
export type Reach = (typeof reaches)[number]

/** Inhabitants by how far they may live from a desk: each counts the smaller ones along. */
export type Within = Readonly<Record<Reach, number>>

/** A part of a municipality, taken as one point: the middle of where its people live. */
export interface PeopledArea extends MapPoint {
  readonly municipality: string
  readonly inhabitants: number
}

/** A desk at which one can walk up: of the kinds that stand in one place. Without a point it counts, and is near nobody. */
export interface StandingDesk {
  readonly id: string
  readonly municipality: string
  readonly point: MapPoint | undefined
}

/** Where a desk that moves will be: something is planned there. */
export interface Stop extends MapPoint {
  readonly municipality: string
}

/** The levels at which reach is added up; a subset of those of the other figures. */
export const coverageLevels = ['municipality', 'province', 'nation'] as const
export type CoverageLevel = (typeof coverageLevels)[number]

export interface Coverage {
  readonly level: CoverageLevel
  readonly key: string
  readonly inhabitants: number
  readonly within: Within
  /** Within 5 km of a desk or a stop. */
  readonly withinOrStop: number
  readonly desks: number
  readonly desksWithoutPoint: number
  readonly stops: number
  /** Of a municipality without a desk: the desk to which its inhabitants have the shortest way on average, in whole metres; of two as near the one with the lower id. */
  readonly nearest: { readonly deskId: string; readonly metres: number } | undefined
}

/** The distance at which reach is told when only one is told. */
export const usualReach: Reach = 5

type Sum = { -readonly [Key in keyof Coverage]: Coverage[Key] } & { within: Record<Reach, number> }

/**
 * Reach by municipality, province and nation. Everybody counts at each level once, with the municipality that the areas
 * name; what lies in a municipality that is not in the list is left out. The order of desks and areas makes no difference.
 */
export function reckonCoverage({
  areas,
  municipalities,
  desks,
  stops,
}: {
  readonly areas: readonly PeopledArea[]
  readonly municipalities: readonly { readonly code: string; readonly provinceCode: string }[]
  readonly desks: readonly StandingDesk[]
  readonly stops: readonly Stop[]
}): Coverage[] {
  const placed = desks
    .flatMap(({ id, point }) => (point ? [{ id, ...point }] : []))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const toDesk = nearestMetres(areas, placed)
  const toStop = nearestMetres(areas, stops)

  const nation = empty('nation', 'NL')
  const provinces = new Map<string, Sum>()
  const byMunicipality = new Map<string, { sum: Sum; levels: readonly Sum[]; areas: PeopledArea[] }>()
  for (const { code, provinceCode } of municipalities) {
    const province = provinces.get(provinceCode) ?? empty('province', provinceCode)
    provinces.set(provinceCode, province)
    const sum = empty('municipality', code)
    byMunicipality.set(code, { sum, levels: [sum, province, nation], areas: [] })
  }
  areas.forEach((area, index) => {
    const { inhabitants } = area
    const own = byMunicipality.get(area.municipality)
    own?.areas.push(area)
    const metres = toDesk[index] ?? Number.POSITIVE_INFINITY
    const orStop = Math.min(metres, toStop[index] ?? Number.POSITIVE_INFINITY)
    for (const sum of own?.levels ?? []) {
      sum.inhabitants += inhabitants
      for (const reach of reaches) if (metres <= reach * 1000) sum.within[reach] += inhabitants
      if (orStop <= usualReach * 1000) sum.withinOrStop += inhabitants
    }
  })
  for (const { municipality, point } of desks)
    for (const sum of byMunicipality.get(municipality)?.levels ?? []) {
      sum.desks += 1
      if (!point) sum.desksWithoutPoint += 1
    }
  for (const { municipality } of stops)
    for (const sum of byMunicipality.get(municipality)?.levels ?? []) sum.stops += 1

  const search = nearestOnAverage(placed)
  for (const { sum, areas: own } of byMunicipality.values()) {
    if (sum.desks > 0 || sum.inhabitants === 0) continue
    const found = search(
      own,
      own.map(({ inhabitants }) => inhabitants / sum.inhabitants),
    )
    const deskId = found && placed[found.target]?.id
    if (deskId) sum.nearest = { deskId, metres: found.metres }
  }
  return [nation, ...provinces.values(), ...[...byMunicipality.values()].map(({ sum }) => sum)]
}

function empty(level: CoverageLevel, key: string): Sum {
  return {
    level,
    key,
    inhabitants: 0,
    within: { 2: 0, 5: 0, 10: 0 },
    withinOrStop: 0,
    desks: 0,
    desksWithoutPoint: 0,
    stops: 0,
    nearest: undefined,
  }
}
