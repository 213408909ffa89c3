import type {
  DeskScope,
  LibraryScope,
  MunicipalityScope,
  NationalScope,
  RegionScope,
} from '../../platform/auth/scope.ts'

/** The levels at which is counted. A total at each level counts every contact once. */
export const levels = ['desk', 'library', 'municipality', 'province', 'nation'] as const
export type Level = (typeof levels)[number]

/** Whose figures: a level with its key, the id of a desk or library, GM0307, PV26, or NL. */
export interface Area {
  readonly level: Level
  readonly key: string
}

/** Who looks. A scope proves which areas; the database repeats it. */
export type FiguresScope = DeskScope | LibraryScope | MunicipalityScope | RegionScope | NationalScope
