import { hiddenAmong } from '../../platform/small-numbers/small-numbers.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { consentDays } from './consent-text.ts'

/** How a warm referral ended, or how far it came: each referral is one of these. */
export const endings = ['helped', 'came', 'refused', 'silent', 'running', 'other'] as const
export type Ending = (typeof endings)[number]

/** Referrals of some days that have the same kind, partner and topic. */
export interface CountedReferrals extends Readonly<Record<Ending, number>> {
  readonly warmth: 'plain' | 'warm'
  readonly partnerId: string
  readonly topicCode: string | null
  readonly made: number
  /** Of those that were answered, after how many working days. */
  readonly answeredIn: readonly number[]
}

/** Fewer than this is not told outside the library: so few people could be recognised (decision 0016). */
export const smallestTold = 10

/** A number; 'hidden' when it, or what can be worked out with it, is too small. */
export type Told = number | 'hidden'

export interface FigureRow {
  readonly key: string
  readonly count: Told
}

/** What a page of figures tells of a quarter. */
export interface ReferralFigures {
  readonly total: Told
  readonly byKind: readonly FigureRow[]
  readonly byEnding: readonly FigureRow[]
  readonly byTopic: readonly FigureRow[]
  /** The largest first. */
  readonly byPartner: readonly FigureRow[]
  /** In how many working days half of the answers came; undefined without answers, or with too few. */
  readonly medianDays: number | undefined
}

/** Of one partner, for the library itself: nothing hidden. */
export interface PartnerFigures extends Readonly<Record<Ending, number>> {
  readonly partnerId: string
  readonly made: number
  readonly warm: number
  readonly medianDays: number | undefined
}

/**
 * The figures of a quarter. Each list adds up to a total that is told, so for others what is small is hidden together with enough else
 * that nobody can work it out (small-numbers.ts); how it ended is told only when the number of warm referrals is.
 * @param guarded for a municipality or the nation; a library sees its own counts as they are
 */
export function figuresOf(counted: readonly CountedReferrals[], guarded: boolean): ReferralFigures {
  const total = sumOf(counted, ({ made }) => made)
  const warm = counted.filter(({ warmth }) => warmth === 'warm')
  const isTold = !guarded || total >= smallestTold
  const list = (numbers: ReadonlyMap<string, number>, whole = true): FigureRow[] =>
    listOf(numbers, guarded, isTold && whole)
  const byKind = list(
    new Map(
      (['warm', 'plain'] as const).map((kind) => [
        kind,
        sumOf(counted, ({ warmth, made }) => (warmth === kind ? made : 0)),
      ]),
    ),
  )
  const warmTold = byKind.some(({ key, count }) => key === 'warm' && count !== 'hidden')
  const days = warm.flatMap(({ answeredIn }) => answeredIn)
  return {
    total: isTold ? total : 'hidden',
    byKind,
    byEnding: list(new Map(endings.map((ending) => [ending, sumOf(warm, (row) => row[ending])])), warmTold),
    byTopic: inOrder(list(addedUp(counted, ({ topicCode }) => topicCode ?? ''))),
    byPartner: inOrder(list(addedUp(counted, ({ partnerId }) => partnerId))),
    medianDays: guarded && (!warmTold || days.length < smallestTold) ? undefined : median(days),
  }
}

/** The same by partner with how it ended, for the library itself. The largest first. */
export function partnerFiguresOf(counted: readonly CountedReferrals[]): PartnerFigures[] {
  return [...new Set(counted.map(({ partnerId }) => partnerId))]
    .map((partnerId) => {
      const rows = counted.filter((row) => row.partnerId === partnerId)
      const made = sumOf(rows, (row) => row.made)
      const [helped, came, refused, silent, running, other] = endings.map((ending) =>
        sumOf(rows, (row) => row[ending]),
      )
      return {
        partnerId,
        made,
        warm: sumOf(rows, (row) => (row.warmth === 'warm' ? row.made : 0)),
        helped: helped ?? 0,
        came: came ?? 0,
        refused: refused ?? 0,
        silent: silent ?? 0,
        running: running ?? 0,
        other: other ?? 0,
        medianDays: median(rows.flatMap(({ answeredIn }) => answeredIn)),
      }
    })
    .sort((one, other) => other.made - one.made || (one.partnerId < other.partnerId ? -1 : 1))
}

function listOf(numbers: ReadonlyMap<string, number>, guarded: boolean, whole: boolean): FigureRow[] {
  const all = [...numbers].map(([key, number]) => ({ key, numbers: [number] }))
  const hidden = !guarded
    ? new Set<string>()
    : whole
      ? hiddenAmong(all, { smallest: smallestTold })
      : new Set(numbers.keys())
  return [...numbers].map(([key, count]) => ({ key, count: hidden.has(key) ? 'hidden' : count }))
}

const sumOf = <Row>(rows: readonly Row[], number: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + number(row), 0)

function addedUp(
  counted: readonly CountedReferrals[],
  keyOf: (row: CountedReferrals) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const row of counted) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.made)
  return sums
}

const weight = ({ count }: FigureRow): number => (count === 'hidden' ? -1 : count)
const inOrder = (rows: readonly FigureRow[]): FigureRow[] =>
  [...rows].sort((one, other) => weight(other) - weight(one) || (one.key < other.key ? -1 : 1))

/** The lower middle one of an even number: a day that really was. */
function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)]
}

/** The quarter of a day: 2026-11-24 is in 2026-4. */
export const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The first day of a quarter, and the first day after it. */
export function daysOfQuarter(quarter: string): { readonly from: string; readonly until: string } {
  const [year = 0, number = 0] = quarter.split('-').map(Number)
  const first = (count: number): string =>
    `${year + Math.floor(count / 4)}-${String((count % 4) * 3 + 1).padStart(2, '0')}-01`
  return { from: first(number - 1), until: first(number) }
}

/** Whether nothing in a quarter changes any more, so that others than the library see it. @param until the first day after it */
export const quarterIsTold = (until: string, today: string): boolean =>
  addDays(until, consentDays + 1) <= today

/** How many quarters there are to choose from. */
const mostQuarters = 8

/**
 * The quarters to choose from, the newest first. Others than the library see a quarter when nothing in it changes any more: what was
 * open has lapsed by then, so that nobody learns of one person by looking twice.
 */
export function quartersShown(today: string, guarded: boolean): string[] {
  const quarters: string[] = []
  for (let quarter = quarterOfDay(today); quarters.length < mostQuarters; ) {
    const { from, until } = daysOfQuarter(quarter)
    if (!guarded || quarterIsTold(until, today)) quarters.push(quarter)
    quarter = quarterOfDay(addDays(from, -1))
  }
  return quarters
}
