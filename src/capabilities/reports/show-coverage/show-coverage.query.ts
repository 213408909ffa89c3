import type { Actor } from '../../../platform/auth/actor.ts'
import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import {
  findMunicipalities,
  findSuccessors,
  type Municipality,
  provincesOf,
} from '../../organisations/public.ts'
import type { Area } from '../area.ts'
import { nation } from '../area-address.ts'
import { type CoverageLevel, coverageLevels } from '../coverage.ts'
import type { NamedCoverage } from '../coverage-view.ts'
import { codesIn, findGround, type Ground } from '../find-ground/find-ground.query.ts'
import { municipalityToday } from '../municipality-today.ts'
import { nearestTargets } from '../nearness.ts'
import { ownAreas } from '../own-areas.ts'
import { reportsPermissions } from '../permissions.ts'
import { readCoverage } from '../read-coverage/read-coverage.query.ts'

/** A postcode area, with the desk that is nearest. */
export interface AreaNearby {
  readonly code: string
  readonly town: string
  readonly inhabitants: number
  readonly nearest: { readonly name: string; readonly metres: number } | undefined
}

export interface CoverageOfArea {
  /** The area itself. */
  readonly own: NamedCoverage
  /** The province that it is or lies in; undefined for the nation. */
  readonly province: NamedCoverage | undefined
  readonly provinces: readonly NamedCoverage[]
  /** Of the nation, or of the province that the area is or lies in. */
  readonly municipalities: readonly NamedCoverage[]
  /** Those without a desk in the area itself, with what is nearest; the farthest first. */
  readonly without: readonly (NamedCoverage & { readonly nearestName: string | undefined })[]
  /** Of a municipality, its postcode areas, the farthest from a desk first. */
  readonly postcodeAreas: readonly AreaNearby[]
  /** The desks with a point, of the municipalities shown; none for the nation. */
  readonly points: readonly { readonly latitude: number; readonly longitude: number }[]
  /** The desks of the area itself of which nobody knows where they stand, by name. */
  readonly unplaced: readonly { readonly id: string; readonly name: string; readonly library: string }[]
  /** All municipalities of today, to choose from. */
  readonly existing: readonly Municipality[]
  /** Since when the figures of the area are as they are. */
  readonly since: Instant
}

/** The area that opens when none is asked for: the widest of one's own, or for who works at a desk its municipality. */
export async function findUsualArea(
  db: ReadHandle,
  scope: SelfScope,
  actor: Actor,
  today: string,
): Promise<Area> {
  const municipalities = await findMunicipalities(db, scope, today)
  const [widest] = ownAreas(actor, { municipalities, regionIds: [], financing: [] }).filter(({ level }) =>
    coverageLevels.includes(level as CoverageLevel),
  )
  if (widest) return widest
  const [desk] = await findDesks(
    db,
    scope,
    actor.desksFor(reportsPermissions['reports.read-desk']).slice(0, 1),
  )
  if (!desk) return nation
  const current = new Set(municipalities.map(({ code }) => code))
  const successors = await findSuccessors(db, scope)
  return { level: 'municipality', key: municipalityToday(desk.municipalityCode, current, successors) }
}

/** The reach of an area with all that belongs to it; undefined when there is no such area, or nothing was reckoned yet. */
export async function findCoverageOfArea(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  today: string,
): Promise<CoverageOfArea | undefined> {
  const kept = await readCoverage(db, scope)
  const ground = await findGround(db, scope, today)
  const { municipalities } = ground
  const names = new Map<string, string>([
    ['NL', 'Nederland'],
    ...municipalities.map(({ code, name }) => [code, name] as const),
    ...provincesOf(municipalities).map(({ code, name }) => [code, name] as const),
  ])
  const named = kept.flatMap((row) => {
    const name = names.get(row.key)
    return name === undefined ? [] : [{ ...row, name }]
  })
  const own = named.find(({ level, key }) => level === area.level && key === area.key)
  if (!own) return undefined

  const provinceCode =
    area.level === 'province' ? area.key : municipalities.find(({ code }) => code === area.key)?.provinceCode
  const shown = new Set(
    municipalities
      .filter((municipality) => !provinceCode || municipality.provinceCode === provinceCode)
      .map(({ code }) => code),
  )
  const inArea = codesIn(area, municipalities)
  const rows = named.filter(({ level, key }) => level === 'municipality' && shown.has(key))
  const deskNames = new Map(ground.desks.map((desk) => [desk.id, nameWithin(desk, municipalities)]))
  return {
    own,
    province: named.find(({ level, key }) => level === 'province' && key === provinceCode),
    provinces: named.filter(({ level }) => level === 'province'),
    municipalities: rows,
    without: rows
      .filter(({ desks, key }) => desks === 0 && (area.level !== 'municipality' || key === area.key))
      .map((row) => ({ ...row, nearestName: row.nearest && deskNames.get(row.nearest.deskId) }))
      .sort((one, other) => (other.nearest?.metres ?? Infinity) - (one.nearest?.metres ?? Infinity)),
    postcodeAreas: area.level === 'municipality' ? nearbyOf(area.key, ground) : [],
    points: provinceCode
      ? ground.desks.flatMap(({ municipality, point }) => (point && shown.has(municipality) ? [point] : []))
      : [],
    unplaced: ground.desks
      .filter(({ municipality, point }) => !point && inArea.has(municipality))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    existing: municipalities,
    since: own.since,
  }
}

/** A desk with its municipality behind it: the name alone says little to who does not live there. */
function nameWithin(
  { name, municipality }: Ground['desks'][number],
  municipalities: readonly Municipality[],
): string {
  const where = municipalities.find(({ code }) => code === municipality)?.name
  return where ? `${name} (${where})` : name
}

function nearbyOf(municipality: string, { areas, desks, municipalities }: Ground): AreaNearby[] {
  const own = areas.filter((area) => area.municipality === municipality)
  const placed = desks.flatMap((desk) => (desk.point ? [{ ...desk, ...desk.point }] : []))
  const nearest = nearestTargets(own, placed)
  return own
    .map(({ code, town, inhabitants }, index) => {
      const desk = placed[nearest.targets[index] ?? -1]
      const name = desk && (desk.municipality === municipality ? desk.name : nameWithin(desk, municipalities))
      const metres = nearest.metres[index] ?? Number.POSITIVE_INFINITY
      return {
        code,
        town,
        inhabitants,
        nearest: name === undefined ? undefined : { name, metres },
      }
    })
    .sort((one, other) => (other.nearest?.metres ?? Infinity) - (one.nearest?.metres ?? Infinity))
}
