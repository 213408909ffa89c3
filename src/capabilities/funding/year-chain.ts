import { dayInYear } from '../../platform/time/local-time.ts'
import { type Booking, sumByPurpose, sumOfPurposes } from './booking.ts'
import { addGrants, amountOfYear, type Grant, type KnownAmount, noGrant, reckonGrant } from './grant.ts'
import { type Scheme, schemeOfYear } from './scheme.ts'
import { foresee, reckonBalance, type YearAccount, type YearBalance } from './year-account.ts'

/** A municipality and how it ended, if it did. */
export interface AccountedMunicipality {
  readonly code: string
  /** On 1 January 2022, in the borders of 2023. */
  readonly inhabitants2022: number | null
  readonly validUntil: string | null
  readonly successorCode: string | null
}

/** What a municipality chose for a year. */
export interface YearChoice {
  readonly municipalityCode: string
  readonly year: number
  readonly carriedInCents: number | null
  readonly reserveCents: number | null
  readonly version: number
}

/** All that was kept of the money of municipalities: what each year follows from. */
export interface MoneyFacts {
  readonly schemes: readonly Scheme[]
  readonly amounts: readonly KnownAmount[]
  readonly choices: readonly YearChoice[]
  readonly signed: readonly { municipalityCode: string; year: number; balance: YearBalance }[]
  readonly bookings: readonly Booking[]
  readonly municipalities: readonly AccountedMunicipality[]
}

/** The first year in which another goes on for a municipality that ended; undefined while it exists. */
export function heirYearOf({ validUntil }: Pick<AccountedMunicipality, 'validUntil'>): number | undefined {
  if (validUntil === null) return undefined
  const year = Number(validUntil.slice(0, 4))
  return validUntil.endsWith('-01-01') ? year : year + 1
}

/**
 * The account of a year, which follows from the years before it. Carried in is what the year before carried over, as signed when it
 * was; a year of which nobody kept anything in Balie carries nothing over, because nobody knows. A municipality that others merged
 * into takes over what they carried over, and their grants, which the scheme fixed for municipalities as they were in its first year.
 */
export function accountOfYear(facts: MoneyFacts, code: string, year: number, today: string): YearAccount {
  const scheme = schemeOfYear(facts.schemes, year)
  const grant = scheme ? grantOf(facts, scheme, code, year) : noGrant
  const purposes = sumByPurpose(bookingsOf(facts, code, year))
  const choice = facts.choices.find((each) => each.municipalityCode === code && each.year === year)
  const balance = reckonBalance({
    scheme,
    grantCents: grant.cents,
    carriedInCents: choice?.carriedInCents ?? carriedIn(facts, code, year),
    spentCents: sumOfPurposes(purposes).spentCents,
    reserveCents: choice?.reserveCents ?? null,
  })
  return {
    municipalityCode: code,
    year,
    scheme,
    grant,
    purposes,
    balance,
    signed: signedOf(facts, code, year),
    forecast: foresee({ year, balance, purposes }, { ...dayInYear(today), today }),
    reserveCents: choice?.reserveCents ?? null,
    typedCarriedInCents: choice?.carriedInCents ?? null,
    version: choice?.version ?? 0,
  }
}

/** What a year gets from the year before, of the municipality and of those that merged into it with this year. */
function carriedIn(facts: MoneyFacts, code: string, year: number): number {
  const from = [
    code,
    ...facts.municipalities
      .filter((each) => each.successorCode === code && heirYearOf(each) === year)
      .map((each) => each.code),
  ]
  return from.reduce((sum, each) => sum + carriedOver(facts, each, year - 1), 0)
}

function carriedOver(facts: MoneyFacts, code: string, year: number): number {
  const signed = signedOf(facts, code, year)
  if (signed) return signed.carriedOverCents
  return wasKept(facts, code, year) ? accountOfYear(facts, code, year, '').balance.carriedOverCents : 0
}

/** Whether anything of a year was kept in Balie. */
const wasKept = (facts: MoneyFacts, code: string, year: number): boolean =>
  bookingsOf(facts, code, year).length > 0 ||
  facts.choices.some((each) => each.municipalityCode === code && each.year === year)

const bookingsOf = (facts: MoneyFacts, code: string, year: number): Booking[] =>
  facts.bookings.filter((each) => each.municipalityCode === code && each.year === year && !each.isStruckOut)

const signedOf = (facts: MoneyFacts, code: string, year: number): YearBalance | undefined =>
  facts.signed.find((each) => each.municipalityCode === code && each.year === year)?.balance

function grantOf(facts: MoneyFacts, scheme: Scheme, code: string, year: number): Grant {
  const own = facts.municipalities.find((each) => each.code === code)
  const heirYear = own && heirYearOf(own)
  if (!own || (heirYear !== undefined && heirYear <= year)) return noGrant
  return grantWithPredecessors(facts, scheme, own, year)
}

function grantWithPredecessors(
  facts: MoneyFacts,
  scheme: Scheme,
  municipality: AccountedMunicipality,
  year: number,
): Grant {
  const known = amountOfYear(facts.amounts, {
    schemeId: scheme.id,
    municipalityCode: municipality.code,
    year,
  })
  return facts.municipalities
    .filter(({ successorCode }) => successorCode === municipality.code)
    .filter((predecessor) => {
      const merged = heirYearOf(predecessor) ?? Number.POSITIVE_INFINITY
      // Who merged before the scheme is in the numbers of its successor; so it is where an amount was told since.
      return merged <= year && merged > scheme.firstYear && !(known && known.fromYear >= merged)
    })
    .reduce(
      (sum, predecessor) => addGrants(sum, grantWithPredecessors(facts, scheme, predecessor, year)),
      reckonGrant(scheme, known, municipality.inhabitants2022),
    )
}

/** A year that one may look at. */
export interface YearWithMoney {
  readonly year: number
  readonly hasScheme: boolean
  readonly isSigned: boolean
}

/** The years of a municipality, the latest first: those of a scheme until the next year, and those in which something was kept. */
export function yearsWithMoney(facts: MoneyFacts, code: string, today: string): YearWithMoney[] {
  const thisYear = Number(today.slice(0, 4))
  const own = facts.municipalities.find((each) => each.code === code)
  const last = Math.min(
    thisYear + 1,
    (own && heirYearOf(own) ? (heirYearOf(own) ?? 0) - 1 : undefined) ?? thisYear + 1,
  )
  const years = new Set([Math.min(thisYear, last)])
  for (const { firstYear, lastYear } of facts.schemes)
    for (let year = firstYear; year <= Math.min(lastYear ?? last, last); year += 1) years.add(year)
  for (const each of [...facts.bookings, ...facts.choices, ...facts.signed])
    if (each.municipalityCode === code) years.add(each.year)
  return [...years]
    .toSorted((one, other) => other - one)
    .map((year) => ({
      year,
      hasScheme: schemeOfYear(facts.schemes, year) !== undefined,
      isSigned: signedOf(facts, code, year) !== undefined,
    }))
}
