import { daysBetween } from '../../src/platform/time/local-time.ts'
import { Chance } from './chance.ts'
import type { DemoDesk } from './network.ts'
import * as shares from './shares.ts'

/**
 * How the history differs from an ordinary week in November. All of it is made up, to look about right: README.md.
 */

/** By month. The tax return is asked for from March; in summer it is quiet. */
const months = [1.05, 1.2, 1.4, 1.35, 1.15, 1, 0.8, 0.75, 1.05, 1, 1, 0.8]

/** School holidays, the same in every year, from the first day up to and including the last (month-day). */
const holidays = [
  ['12-21', '12-31'],
  ['01-01', '01-04'],
  ['02-15', '02-23'],
  ['04-26', '05-04'],
  ['07-12', '08-24'],
  ['10-18', '10-26'],
] as const
const inHolidays = 0.6

/** Of the topics, by how much more they are asked for in these months. */
const seasons: readonly (readonly [topics: readonly string[], months: readonly number[], times: number])[] = [
  [['income-tax-return'], [3, 4], 8],
  [['income-tax-return'], [2, 5], 3],
  [['local-taxes', 'tax-remission'], [2, 3], 3],
  [['healthcare-allowance', 'rent-allowance', 'allowances'], [1, 12], 1.6],
  [['health-insurance'], [11, 12], 4],
]
/** The energy allowance could be asked for until 2025 (db/reference/topics.csv). */
const energyUntil = '2025-01-01'
const energyShare = 4

/** Of the desks that are no library: open from the first day on. The others open one by one in the first year and a half. */
const openFromTheStart = 0.5
const daysOfOpening = 540
/** A desk is known better and better: its visitors on the first day, against those of two years later. */
const visitorsAtFirst = 0.75
const daysUntilKnown = 730

/** How busy a desk is on a day, against the usual 1; 0 before it opened. @param from the first day of the history */
export function busynessOf(desk: DemoDesk, day: string, from: string): number {
  const chance = new Chance(`${desk.id} opens`)
  const opens =
    desk.kind === 'library' || chance.happens(openFromTheStart) ? 0 : chance.whole(1, daysOfOpening)
  const passed = daysBetween(from, day)
  if (passed < opens) return 0
  const known = Math.min(1, visitorsAtFirst + ((1 - visitorsAtFirst) * (passed - opens)) / daysUntilKnown)
  return known * (months[monthOf(day) - 1] ?? 1) * (isHoliday(day) ? inHolidays : 1)
}

export function isHoliday(day: string): boolean {
  const date = day.slice(5)
  return holidays.some(([first, last]) => date >= first && date <= last)
}

/** What visitors ask on a day, as weights. */
export function topicsOn(day: string): Readonly<Record<string, number>> {
  const topics: Record<string, number> = { ...shares.topics }
  for (const [codes, inMonths, times] of seasons)
    if (inMonths.includes(monthOf(day))) for (const code of codes) topics[code] = (topics[code] ?? 0) * times
  if (day < energyUntil) topics['energy-allowance'] = energyShare
  return topics
}

const monthOf = (day: string): number => Number(day.slice(5, 7))
