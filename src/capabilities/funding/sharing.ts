import { parseAmount } from '../../platform/money/amount.ts'
import type { BookingKind, Purpose } from './booking.ts'

/** By what municipalities share the costs of one library (guide § 5.2.2). */
export const keyKinds = ['inhabitants', 'desks', 'questions', 'fixed'] as const
export type KeyKind = (typeof keyKinds)[number]

/** All of it, in hundredths of a percent. */
export const wholeShare = 10_000

export interface SharingPart {
  readonly municipalityCode: string
  readonly municipality: string
  /** fixed: hundredths of a percent. Others: the number that counts; null: nobody counted it yet. */
  readonly basis: number | null
}

export interface SharingKey {
  readonly id: string
  readonly libraryId: string
  /** The municipality that made it, and changes it. */
  readonly madeBy: string
  readonly name: string
  readonly kind: KeyKind
  readonly fromYear: number
  /** null: until further notice. */
  readonly untilYear: number | null
  readonly parts: readonly SharingPart[]
  readonly version: number
}

/** One amount for several municipalities, with the part of each on the day on which it was made. */
export interface SharedCost {
  readonly id: string
  readonly keyId: string
  readonly keyName: string
  readonly libraryId: string
  readonly year: number
  readonly day: string
  readonly purpose: Purpose
  readonly kind: BookingKind
  readonly description: string
  readonly amountCents: number
  /** Cents by the code of a municipality. */
  readonly parts: Readonly<Record<string, number>>
  readonly madeBy: string
  readonly isWithdrawn: boolean
}

/** Why an amount cannot be shared by a key yet. */
export type KeyProblem =
  | { readonly reason: 'not-counted'; readonly municipalities: readonly string[] }
  | { readonly reason: 'nothing-counted' }
  | { readonly reason: 'not-whole'; readonly share: number }
  | { readonly reason: 'too-few' }

/** What must be done before an amount can be shared by these parts; undefined: it can. */
export function keyProblem(kind: KeyKind, parts: readonly SharingPart[]): KeyProblem | undefined {
  if (parts.length < 2) return { reason: 'too-few' }
  const missing = parts.filter(({ basis }) => basis === null)
  if (missing.length > 0)
    return { reason: 'not-counted', municipalities: missing.map(({ municipality }) => municipality) }
  const sum = parts.reduce((total, { basis }) => total + (basis ?? 0), 0)
  if (kind === 'fixed') return sum === wholeShare ? undefined : { reason: 'not-whole', share: sum }
  return sum === 0 ? { reason: 'nothing-counted' } : undefined
}

/**
 * Shares an amount to the cent, in the measure of the weights: each gets the whole cents of its share, and what is left goes one by
 * one to those who lost the largest part of a cent (largest remainder). Of equal remainders the first code goes first, so that the
 * order of the weights changes nothing. Nobody is off by a cent or more, and the parts are the whole.
 * @param cents 0 or more
 * @param weights 0 or more each, not all 0
 */
export function shareCents(cents: number, weights: ReadonlyMap<string, number>): Map<string, number> {
  const total = [...weights.values()].reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) throw new RangeError('Nothing to share by')
  const shares = [...weights]
    .map(([code, weight]) => {
      const exact = BigInt(cents) * BigInt(weight)
      return { code, whole: Number(exact / total), remainder: exact % total }
    })
    .toSorted((one, other) =>
      one.remainder === other.remainder
        ? one.code < other.code
          ? -1
          : 1
        : one.remainder > other.remainder
          ? -1
          : 1,
    )
  const left = cents - shares.reduce((sum, { whole }) => sum + whole, 0)
  return new Map(shares.map(({ code, whole }, at): [string, number] => [code, at < left ? whole + 1 : whole]))
}

/** The share of each of these parts in hundredths of a percent, for the eye; null where it cannot be told yet. */
export function sharesOf(parts: readonly SharingPart[]): Map<string, number> | null {
  const weights = new Map(parts.map(({ municipalityCode, basis }) => [municipalityCode, basis ?? 0]))
  return [...weights.values()].some((weight) => weight > 0) && parts.every(({ basis }) => basis !== null)
    ? shareCents(wholeShare, weights)
    : null
}

/** A share as somebody types it (`33,33`, `33.33%`), in hundredths of a percent; undefined: it is none. */
export function parseShare(text: string): number | undefined {
  const parsed = parseAmount(text.replace('%', ''))
  return parsed.ok && parsed.cents <= wholeShare ? parsed.cents : undefined
}
