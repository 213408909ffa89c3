import type { Scheme } from './scheme.ts'

/** What is known of the amount of a municipality, from a year on until a later row of the same scheme. */
export interface KnownAmount {
  readonly municipalityCode: string
  readonly schemeId: string
  readonly fromYear: number
  readonly inhabitants: number | null
  readonly lessEducated: number | null
  /** As awarded; null: to be reckoned from the numbers. */
  readonly amountCents: number | null
  readonly source: 'annex' | 'typed' | 'imported'
  readonly sourceNote: string
  readonly version: number
}

/** What a municipality gets in a year. */
export interface Grant {
  /** Whole cents. While something is missing: the part that is known. */
  readonly cents: number
  /** As the annex or a decision awarded it, or reckoned here from numbers. */
  readonly source: 'annex' | 'typed' | 'imported' | 'reckoned' | 'none'
  readonly inhabitants: number | null
  readonly lessEducated: number | null
  /** What must be known first; null: the amount is whole. Shown as 'incomplete' wherever the amount stands. */
  readonly missing: 'amount' | 'inhabitants' | 'less-educated' | null
}

export const noGrant: Grant = {
  cents: 0,
  source: 'none',
  inhabitants: null,
  lessEducated: null,
  missing: null,
}

/**
 * The amount of a municipality: as awarded, else reckoned. The scheme of 2023 gives € 0,83 for each inhabitant on 1 January 2022
 * and € 0,70 for each between 15 and 75 with at most vmbo (article 3; guide § 5.1). Numbers of people times whole cents are
 * whole cents, so nothing is rounded.
 * @param inhabitants2022 of the municipality on 1 January 2022, in the borders of 2023; used where the scheme counts on that day
 */
export function reckonGrant(
  scheme: Scheme,
  known: KnownAmount | undefined,
  inhabitants2022: number | null,
): Grant {
  const inhabitants = known?.inhabitants ?? (scheme.inhabitantsOn === '2022-01-01' ? inhabitants2022 : null)
  const lessEducated = known?.lessEducated ?? null
  if (known?.amountCents != null)
    return { cents: known.amountCents, source: known.source, inhabitants, lessEducated, missing: null }
  const { centsPerInhabitant, centsPerLessEducated } = scheme
  if (centsPerInhabitant === null && centsPerLessEducated === null)
    return { cents: 0, source: 'none', inhabitants, lessEducated, missing: 'amount' }
  const missing =
    centsPerInhabitant !== null && inhabitants === null
      ? 'inhabitants'
      : centsPerLessEducated !== null && lessEducated === null
        ? 'less-educated'
        : null
  const cents =
    (centsPerInhabitant ?? 0) * (inhabitants ?? 0) + (centsPerLessEducated ?? 0) * (lessEducated ?? 0)
  return { cents, source: 'reckoned', inhabitants, lessEducated, missing }
}

/** What holds in a year: the latest row of the scheme that begins in it or before. */
export function amountOfYear(
  known: readonly KnownAmount[],
  { schemeId, municipalityCode, year }: { schemeId: string; municipalityCode: string; year: number },
): KnownAmount | undefined {
  return known
    .filter(
      (amount) =>
        amount.schemeId === schemeId &&
        amount.municipalityCode === municipalityCode &&
        amount.fromYear <= year,
    )
    .toSorted((one, other) => other.fromYear - one.fromYear)[0]
}

/** Two grants of municipalities that became one. */
export function addGrants(one: Grant, other: Grant): Grant {
  if (other.source === 'none' && other.missing === null) return one
  if (one.source === 'none' && one.missing === null) return other
  const both = (left: number | null, right: number | null) =>
    left === null || right === null ? null : left + right
  return {
    cents: one.cents + other.cents,
    source: one.source === other.source ? one.source : 'reckoned',
    inhabitants: both(one.inhabitants, other.inhabitants),
    lessEducated: both(one.lessEducated, other.lessEducated),
    missing: one.missing ?? other.missing,
  }
}
