import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type FreeBranch, findFreeBranches } from '../../desks/public.ts'
import { findOrganisations, type PostcodeArea } from '../../organisations/public.ts'
import type { Area } from '../area.ts'
import { usualReach } from '../coverage.ts'
import { type Gain, gainScale, totalGain } from '../coverage-gain.ts'
import { nameOfArea } from '../coverage-view.ts'
import { codesIn, findGround, type Ground, pointOf } from '../find-ground/find-ground.query.ts'
import { type MapPoint, nearestMetres } from '../nearness.ts'

/** A branch without a desk, with what a desk there would bring. */
export interface Candidate {
  readonly branch: FreeBranch
  readonly libraryName: string
  readonly gain: Gain
}

/** What new desks are weighed against. */
export interface Scales {
  /** Undefined for an area that does not exist. */
  readonly areaName: string | undefined
  readonly ground: Ground
  readonly postcodes: ReadonlyMap<string, PostcodeArea>
  /** The branches without a desk in the area, by name. */
  readonly branches: readonly FreeBranch[]
  /** Those of which is known where they stand, what brings most first. */
  readonly candidates: readonly Candidate[]
  readonly gainAt: (point: MapPoint, municipality: string) => Gain
  readonly pointOfBranch: (branch: FreeBranch) => MapPoint | undefined
}

/** Everything that a new desk in an area is weighed with. */
export async function findScales(
  db: ReadHandle,
  scope: SelfScope,
  area: Area,
  today: string,
): Promise<Scales> {
  const ground = await findGround(db, scope, today)
  const postcodes = new Map(ground.areas.map((each) => [each.code, each]))
  const inArea = codesIn(area, ground.municipalities)
  const branches = (await findFreeBranches(db, scope))
    .map((branch) => ({ ...branch, municipality: ground.countsWith(branch.municipality) }))
    .filter(({ municipality }) => inArea.has(municipality))
  const libraries = await findOrganisations(db, scope, [...new Set(branches.map(({ library }) => library))])
  const nameOf = new Map(libraries.map(({ id, name }) => [id, name]))

  const nearest = nearestMetres(
    ground.areas,
    ground.desks.flatMap(({ point }) => point ?? []),
  )
  const gainAt = gainScale(ground.areas, nearest)
  const pointOfBranch: Scales['pointOfBranch'] = (branch) => pointOf(branch, postcodes)
  const candidates = branches.flatMap((branch) => {
    const point = pointOfBranch(branch)
    return point
      ? [
          {
            branch,
            libraryName: nameOf.get(branch.library) ?? '',
            gain: gainAt(point, branch.municipality),
          },
        ]
      : []
  })
  return {
    areaName: nameOfArea(area, ground.municipalities),
    ground,
    postcodes,
    branches,
    candidates: candidates.sort(
      (one, other) =>
        totalGain(other.gain, usualReach) - totalGain(one.gain, usualReach) ||
        totalGain(other.gain, 2) - totalGain(one.gain, 2),
    ),
    gainAt,
    pointOfBranch,
  }
}
