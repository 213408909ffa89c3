/** Under which rules municipalities get money for the desks. */
export const schemeKinds = ['specific-grant', 'general-fund', 'own-money'] as const
export type SchemeKind = (typeof schemeKinds)[number]

export interface Scheme {
  readonly id: string
  readonly name: string
  readonly kind: SchemeKind
  readonly provider: string
  readonly legalBasis: string
  readonly firstYear: number
  /** null: until further notice. */
  readonly lastYear: number | null
  /** Whole cents; null where the amount is not reckoned by inhabitants. */
  readonly centsPerInhabitant: number | null
  /** The day on which the inhabitants were counted. */
  readonly inhabitantsOn: string | null
  readonly centsPerLessEducated: number | null
  readonly advancePercent: number | null
  /** How much of the grant of a year may be kept for the next; null: everything. */
  readonly carryOverPercent: number | null
  /** Whether the five indicators are asked (article 6 of the scheme of 2023). */
  readonly accountsToNation: boolean
  /** The code of the grant; null: not set, Balie does not know it. */
  readonly code: string | null
  /** Month and day in the year after, as 07-15; null: not set. */
  readonly deadline: string | null
  /** Of each of the five indicators, in their order; empty: not set. */
  readonly auditKinds: readonly string[]
  readonly source: string
  readonly version: number
}

/** The scheme of a year: there is one at most, the database sees to that. */
export const schemeOfYear = (schemes: readonly Scheme[], year: number): Scheme | undefined =>
  schemes.find(
    ({ firstYear, lastYear }) => firstYear <= year && year <= (lastYear ?? Number.POSITIVE_INFINITY),
  )
