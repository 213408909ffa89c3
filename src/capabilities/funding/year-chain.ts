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
 * was; before the first year of which anything was kept in Balie nothing is carried over, because nobody knows: there it is what
 * somebody typed. A municipality that others merged
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
    carriedInCents: isCarriedInReckoned(facts, code, year)
      ? carriedIn(facts, code, year)
      : (choice?.carriedInCents ?? 0),
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

/** Whether Balie knows what a year gets from the year before: then it is not for anybody to type. */
export const isCarriedInReckoned = (facts: MoneyFacts, code: string, year: number): boolean =>
  carriersInto(facts, code, year).some((each) => wasKept(facts, each, year - 1))

const carriedIn = (facts: MoneyFacts, code: string, year: number): number =>
  carriersInto(facts, code, year).reduce((sum, each) => sum + carriedOver(facts, each, year - 1), 0)

/** Of whom a year gets what the year before carried over: the municipality, and those that merged into it with this year. */
const carriersInto = (facts: MoneyFacts, code: string, year: number): readonly string[] => [
  code,
  ...mergedInto(facts, code)
    .filter(({ heirYear }) => heirYear === year)
    .map((each) => each.code),
]

const mergedInto = (facts: MoneyFacts, code: string) =>
  facts.municipalities.flatMap((each) => {
    const heirYear = each.successorCode === code ? heirYearOf(each) : undefined
    return heirYear === undefined ? [] : [{ code: each.code, heirYear }]
  })

function carriedOver(facts: MoneyFacts, code: string, year: number): number {
  const signed = signedOf(facts, code, year)
  if (signed) return signed.carriedOverCents
  return wasKept(facts, code, year) ? accountOfYear(facts, code, year, '').balance.carriedOverCents : 0
}

/** Whether anything of a year or of one before it was kept in Balie, by the municipality or by who merged into it. */
const wasKept = (facts: MoneyFacts, code: string, year: number): boolean =>
  [...facts.bookings.filter(({ isStruckOut }) => !isStruckOut), ...facts.choices, ...facts.signed].some(
    (each) => each.municipalityCode === code && each.year <= year,
  ) ||
  mergedInto(facts, code).some(
    ({ code: predecessor, heirYear }) => heirYear <= year && wasKept(facts, predecessor, heirYear - 1),
  )

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
      // Who merged before the scheme is in the numbers of its successor; so it is where an amount, or inhabitants, were told since.
      const isToldSince =
        known !== undefined &&
        known.fromYear >= merged &&
        (known.amountCents !== null || known.inhabitants !== null)
      return merged <= year && merged > scheme.firstYear && !isToldSince
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

/** Whether something of a year may be kept: there is money to speak of, and no other municipality goes on in it. */
export function mayKeepYear(facts: MoneyFacts, code: string, year: number, today: string): boolean {
  const own = facts.municipalities.find((each) => each.code === code)
  const heirYear = own && heirYearOf(own)
  return (
    (heirYear === undefined || year < heirYear) &&
    yearsWithMoney(facts, code, today).some((each) => each.year === year)
  )
}
