import type {
  DeskScope,
  LibraryScope,
  MunicipalityScope,
  NationalScope,
  RegionScope,
} from '../../platform/auth/scope.ts'

/**
 * The levels of figures. A total at each level counts every contact once. Financed are the desks that a municipality pays for,
 * wherever they stand. A region is what a support institution serves: its provinces together, where those are two or more.
 */
export const levels = ['desk', 'library', 'municipality', 'financed', 'province', 'region', 'nation'] as const
export type Level = (typeof levels)[number]

/** Whose figures: a level with its key, the id of a desk, library or support institution, GM0307, PV26, or NL. */
export interface Area {
  readonly level: Level
  readonly key: string
}

/** Who looks. A scope proves which areas; the database repeats it. */
export type FiguresScope = DeskScope | LibraryScope | MunicipalityScope | RegionScope | NationalScope
