import { hiddenAmong } from '../../platform/small-numbers/small-numbers.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { daysOfQuarter, quarterOfDay, quartersShown, smallestTold, type Told } from './referral-figures.ts'

/** Whom a municipality's own counters sent to one desk in a quarter, by how it ended. */
export interface CountedSent {
  /** As 2026-4. */
  readonly quarter: string
  readonly deskId: string
  readonly made: number
  readonly came: number
  readonly helped: number
  readonly refused: number
  readonly running: number
}

export const sentEndings = ['helped', 'came', 'refused', 'running', 'other'] as const
export type SentEnding = (typeof sentEndings)[number]

export interface SentInQuarter {
  readonly quarter: string
  /** How many: what the own counters did themselves, so it is told as it is. */
  readonly made: number
  /** How it ended; undefined while the quarter can still change. */
  readonly endings: Readonly<Record<SentEnding, Told>> | undefined
  /** The running quarter: its number grows. */
  readonly unfinished: boolean
}

/**
 * The last quarters, the newest first. How many a municipality's counters sent is its own doing and told as it is; how it ended is
 * told by the rules of referral-figures.ts: only of a quarter in which nothing changes any more, with what is small hidden.
 */
export function sentByQuarter(
  counted: readonly CountedSent[],
  today: string,
  quarters: number,
): SentInQuarter[] {
  const settled = quartersShown(today, true)
  return lastQuarters(today, quarters).map((quarter) => {
    const rows = counted.filter((row) => row.quarter === quarter)
    const sum = (of: (row: CountedSent) => number) => rows.reduce((total, row) => total + of(row), 0)
    const known = {
      helped: sum(({ helped }) => helped),
      came: sum(({ came }) => came),
      refused: sum(({ refused }) => refused),
      running: sum(({ running }) => running),
    }
    const made = sum((row) => row.made)
    const numbers = {
      ...known,
      other: made - known.helped - known.came - known.refused - known.running,
    }
    return {
      quarter,
      made,
      endings: settled.includes(quarter) ? guarded(numbers, made) : undefined,
      unfinished: quarter === quarterOfDay(today),
    }
  })
}

function guarded(numbers: Readonly<Record<SentEnding, number>>, made: number): Record<SentEnding, Told> {
  const hidden =
    made < smallestTold
      ? new Set<string>(sentEndings)
      : hiddenAmong(
          sentEndings.map((key) => ({ key, numbers: [numbers[key]] })),
          { smallest: smallestTold },
        )
  const told = (key: SentEnding): Told => (hidden.has(key) ? 'hidden' : numbers[key])
  return {
    helped: told('helped'),
    came: told('came'),
    refused: told('refused'),
    running: told('running'),
    other: told('other'),
  }
}

/** The running quarter and those before it, the newest first. */
export function lastQuarters(today: string, number: number): string[] {
  const quarters = [quarterOfDay(today)]
  while (quarters.length < number) {
    const { from } = daysOfQuarter(quarters.at(-1) ?? '')
    quarters.push(quarterOfDay(addDays(from, -1)))
  }
  return quarters
}

/** All days of these quarters: from the first, until before the last. */
export function daysOfQuarters(quarters: readonly string[]): {
  readonly from: string
  readonly until: string
} {
  return {
    from: daysOfQuarter(quarters.at(-1) ?? '').from,
    until: daysOfQuarter(quarters[0] ?? '').until,
  }
}
