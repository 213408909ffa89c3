import { type Purpose, type PurposeSums, sumOfPurposes } from './booking.ts'
import type { Grant } from './grant.ts'
import type { Scheme } from './scheme.ts'

/**
 * The balance of a year, in whole cents. Always: received = spent from the grant + carried over + to be repaid. When a year is signed
 * it is kept as it stood, as `balance` in the figures of the statement.
 */
export interface YearBalance {
  readonly grantCents: number
  readonly carriedInCents: number
  /** Grant and what was carried in. */
  readonly receivedCents: number
  /** All that was spent on the three purposes: the first indicator. */
  readonly spentCents: number
  /** What of it was paid from what was received. */
  readonly spentFromGrantCents: number
  /** What was spent above that: the municipality's own money. */
  readonly ownMoneyCents: number
  readonly unspentCents: number
  /** The most that may be kept for the next year; null: everything. */
  readonly mostCarryOverCents: number | null
  /** Kept for the next year: the second indicator. */
  readonly carriedOverCents: number
  readonly toRepayCents: number
}

/** Where the year ends if it goes on as it is known now. */
export interface Forecast {
  /** Spent so far and all that is still to be paid on what was promised: the reckoning that counts. */
  readonly spentCents: number
  /** Beside it: a straight line from what was spent until today to the end of the year. */
  readonly straightLineCents: number
  /** What would be left of what was received. */
  readonly unspentCents: number
  /** How much of that is more than may be kept, and would have to be repaid. */
  readonly tooMuchCents: number
  /** In time: from the middle of the year, while something can still be done. */
  readonly warns: boolean
}

/** All that is known of the money of a municipality in a year. */
export interface YearAccount {
  readonly municipalityCode: string
  readonly year: number
  /** Undefined: nobody set one for this year yet. */
  readonly scheme: Scheme | undefined
  readonly grant: Grant
  readonly purposes: Readonly<Record<Purpose, PurposeSums>>
  /** As the bookings stand now, with what was corrected after signing. */
  readonly balance: YearBalance
  /** As it was signed; undefined while the year is open. */
  readonly signed: YearBalance | undefined
  /** Undefined for a year that has not begun or is over. */
  readonly forecast: Forecast | undefined
  /** What the municipality wants to keep; null: as much as it may. */
  readonly reserveCents: number | null
  /** What was kept from the year before as somebody typed it; null: as Balie reckoned the year before. */
  readonly typedCarriedInCents: number | null
  /** Of the row with those two choices; 0 while there is none. */
  readonly version: number
}

/** The most that may be kept of a year: a share of the grant of that year alone, cut off to whole cents; null: everything. */
export const mostCarryOver = (scheme: Scheme | undefined, grantCents: number): number | null =>
  scheme?.kind === 'specific-grant' && scheme.carryOverPercent !== null
    ? Math.floor((grantCents * scheme.carryOverPercent) / 100)
    : null

/**
 * The balance of a year (article 5, second paragraph; guide § 5.1): of what was not spent the municipality keeps what it chose,
 * at most 25 % of the grant of that year; the rest is repaid. Of money that is no specific grant nothing is repaid: all that is
 * left is kept. Money that came back in excess of what was spent is left too.
 * @param reserveCents what the municipality wants to keep; null: as much as it may
 */
export function reckonBalance({
  scheme,
  grantCents,
  carriedInCents,
  spentCents,
  reserveCents,
}: {
  scheme: Scheme | undefined
  grantCents: number
  carriedInCents: number
  spentCents: number
  reserveCents: number | null
}): YearBalance {
  const receivedCents = grantCents + carriedInCents
  const spentFromGrantCents = Math.min(spentCents, receivedCents)
  const unspentCents = receivedCents - spentFromGrantCents
  const mostCarryOverCents = mostCarryOver(scheme, grantCents)
  const isRepaid = scheme?.kind === 'specific-grant'
  const most = mostCarryOverCents ?? unspentCents
  const carriedOverCents = isRepaid ? Math.min(unspentCents, most, reserveCents ?? most) : unspentCents
  return {
    grantCents,
    carriedInCents,
    receivedCents,
    spentCents,
    spentFromGrantCents,
    ownMoneyCents: spentCents - spentFromGrantCents,
    unspentCents,
    mostCarryOverCents,
    carriedOverCents,
    toRepayCents: unspentCents - carriedOverCents,
  }
}

/**
 * Where the year ends. The reckoning that counts: what was spent, and what is still open of what was promised. A warning comes from
 * 1 July on, when by it more would be left than may be kept.
 * @param today the local day; outside the year there is nothing to foresee
 */
export function foresee(
  { year, balance, purposes }: Pick<YearAccount, 'year' | 'balance' | 'purposes'>,
  { dayOfYear, daysInYear, today }: { dayOfYear: number; daysInYear: number; today: string },
): Forecast | undefined {
  if (!today.startsWith(`${year}-`)) return undefined
  const { openCents } = sumOfPurposes(purposes)
  const spentCents = balance.spentCents + openCents
  const unspentCents = Math.max(0, balance.receivedCents - spentCents)
  const tooMuchCents = Math.max(0, unspentCents - (balance.mostCarryOverCents ?? unspentCents))
  return {
    spentCents,
    straightLineCents: Math.round((balance.spentCents * daysInYear) / dayOfYear),
    unspentCents,
    tooMuchCents,
    warns: tooMuchCents > 0 && today >= `${year}-07-01`,
  }
}
