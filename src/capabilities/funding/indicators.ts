import type { DeskMonth } from '../contacts/public.ts'
import type { FinancedDesk } from '../desks/public.ts'

/**
 * The five indicators of article 6 of the scheme of 2023 (guide § 5.1): 1 what was spent and 2 what is carried over, in cents;
 * 3 the desks that the municipality finances; 4 the questions dealt with at desks in the municipality, not visitors; 5 the
 * learning materials that were used, not the people who learned.
 */
export const indicatorNumbers = [1, 2, 3, 4, 5] as const
export type IndicatorNumber = (typeof indicatorNumbers)[number]
/** Those that are counted, and may be corrected by hand; money is corrected by a booking. */
export const countedIndicators = [3, 4, 5] as const
export type CountedIndicator = (typeof countedIndicators)[number]

export const isCounted = (number: number): number is CountedIndicator =>
  countedIndicators.some((counted) => counted === number)

/** A municipality as it was in a year: its own code, and those of the ones that merged into it before. */
export interface AccountingMunicipality {
  readonly code: string
  readonly codes: readonly string[]
  /** Into which it merged since, at last; null while it exists. */
  readonly successorCode: string | null
  /**
   * The successor was not there in the year, and nobody else of that year became it: what stands in the one stood in the other.
   * Of several that merged nobody can tell in which of them a desk stood that left no contacts.
   */
  readonly becameSuccessor: boolean
}

/** How municipalities share the costs of one library in a year: a weight for each. */
export type LibraryWeights = ReadonlyMap<string, ReadonlyMap<string, number>>

/** A desk that a municipality finances, as far as it does. */
export interface DeskPaidFor {
  readonly desk: FinancedDesk
  /** From 0 to 1. */
  readonly share: number
  /** Whole: it pays alone. Equal: one part of as many as pay. Key: by the sharing key of the library. Assumed: nobody said who pays. */
  readonly sharedBy: 'whole' | 'equal' | 'key' | 'assumed'
  readonly payers: readonly string[]
  /** In the municipality in the year; else across its border. */
  readonly here: boolean
}

/** Desks that move from place to place are at home where their library says, wherever their contacts are. */
const moving: readonly string[] = ['pop-up', 'mobile']

/**
 * Which desks a municipality finances in a year, each once: those of which its library says so, wherever they stand; where nobody
 * said who pays, those in the municipality. A desk counts when it was open on any day of the year. Where a desk stood is told by
 * its contacts of that year, since it may have moved house; a desk without contacts is where it is now, also under the new name.
 */
export function desksPaidFor(
  desks: readonly FinancedDesk[],
  months: readonly DeskMonth[],
  municipality: AccountingMunicipality,
  year: number,
  weights: LibraryWeights,
): DeskPaidFor[] {
  const { code, codes, successorCode, becameSuccessor } = municipality
  const isIn = (now: string): boolean => codes.includes(now) || (becameSuccessor && now === successorCode)
  return desks.flatMap((desk): DeskPaidFor[] => {
    const counted = months.filter(({ deskId }) => deskId === desk.id)
    if (!wasOpen(desk, counted.length > 0, year)) return []
    const here =
      moving.includes(desk.kind) || counted.length === 0
        ? isIn(desk.municipalityCode)
        : counted.some((month) => month.here)
    if (desk.financiers.length === 0)
      return here ? [{ desk, share: 1, sharedBy: 'assumed', payers: [code], here }] : []
    // Of a year before a merger, what is said of the successor was said of the one in which the desk stood.
    const isOwn = (payer: string): boolean => codes.includes(payer) || (here && payer === successorCode)
    const payers = [...new Set(desk.financiers.map((payer) => (isOwn(payer) ? code : payer)))]
    if (!payers.includes(code)) return []
    if (payers.length === 1) return [{ desk, share: 1, sharedBy: 'whole', payers, here }]
    const byKey = shareByKey(weights.get(desk.libraryId), payers, code)
    return [
      byKey === undefined
        ? { desk, share: 1 / payers.length, sharedBy: 'equal', payers, here }
        : { desk, share: byKey, sharedBy: 'key', payers, here },
    ]
  })
}

function wasOpen({ addedOn, active, closedOn }: FinancedDesk, hasContacts: boolean, year: number): boolean {
  // History may have been brought from before the desk came to Balie: then it was there.
  if (hasContacts) return true
  return addedOn <= `${year}-12-31` && (active || (closedOn !== null && closedOn > `${year}-01-01`))
}

/** The part of one of these that pay, by a key in which all of them stand; undefined where there is no such key. */
function shareByKey(
  weights: ReadonlyMap<string, number> | undefined,
  payers: readonly string[],
  code: string,
): number | undefined {
  if (!weights || payers.some((payer) => !weights.has(payer))) return undefined
  const all = payers.reduce((sum, payer) => sum + (weights.get(payer) ?? 0), 0)
  return all > 0 ? (weights.get(code) ?? 0) / all : undefined
}

/** How many desks together, by the part that is paid of each: 2 whole ones and half of a third are 2.5. */
export const sumOfShares = (desks: readonly DeskPaidFor[]): number =>
  Math.round(desks.reduce((sum, { share }) => sum + share, 0) * 100) / 100

/** Questions of the year at one desk, by month; what was dealt with outside the municipality apart. */
export interface QuestionsOfDesk {
  readonly deskId: string
  readonly libraryId: string
  readonly byMonth: ReadonlyMap<string, number>
  readonly questions: number
  readonly contacts: number
  readonly tallied: number
}

/** Indicator 4 by desk: only what was dealt with in the municipality, by where the contact was. */
export function questionsHere(months: readonly DeskMonth[]): QuestionsOfDesk[] {
  const desks = new Map<string, DeskMonth[]>()
  for (const month of months)
    if (month.here) desks.set(month.deskId, [...(desks.get(month.deskId) ?? []), month])
  return [...desks].map(([deskId, all]) => ({
    deskId,
    libraryId: all[0]?.libraryId ?? '',
    byMonth: new Map(all.map(({ month, questions }) => [month, questions])),
    questions: sumOf(all.map(({ questions }) => questions)),
    contacts: sumOf(all.map(({ contacts }) => contacts)),
    tallied: sumOf(all.map(({ tallied }) => tallied)),
  }))
}

/** Learning materials that a library counted for a municipality in a year. */
export interface LearningCount {
  readonly id: string
  readonly libraryId: string
  readonly material: string
  readonly used: number
  readonly version: number
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Another number than what was counted, with the reason. */
export interface Correction {
  readonly id: string
  readonly indicator: CountedIndicator
  readonly value: number
  /** What was counted when it was made. */
  readonly counted: number
  readonly reason: string
  /** Local day. */
  readonly madeOn: string
}

/** One of the five, as it stands now. */
export interface Indicator {
  readonly number: IndicatorNumber
  /** Cents for 1 and 2. */
  readonly counted: number
  readonly correction: Correction | undefined
  /** What is accounted: the correction where there is one. */
  readonly value: number
}

/** The five together. @param corrections those that hold, the last of each number last */
export function fiveIndicators(
  counted: Readonly<Record<IndicatorNumber, number>>,
  corrections: readonly Correction[],
): Indicator[] {
  return indicatorNumbers.map((number) => {
    const correction = corrections.findLast(({ indicator }) => indicator === number)
    return { number, counted: counted[number], correction, value: correction?.value ?? counted[number] }
  })
}

/**
 * Whole euros of an amount, as an annex asks them: half a euro and more is rounded up. The cents as booked stand beside it wherever
 * it is shown.
 * @param cents not below nothing
 */
export const wholeEuros = (cents: number): number => Math.floor((cents + 50) / 100)
