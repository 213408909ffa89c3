import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../platform/time/local-month.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { daysOfQuarter, type Period, quarterOf } from './period.ts'

/** The kinds of reports that people send. */
export const reportKinds = ['quarter', 'month', 'year'] as const
export type ReportKind = (typeof reportKinds)[number]

export interface ReportPeriod {
  readonly kind: ReportKind
  /** As it stands in addresses: 2026-Q3, 2026-10 or 2026. */
  readonly code: string
  readonly period: Period
}

/** How many of each kind can be chosen, the one that runs included. Older ones are asked for by their address. */
const shown = { quarter: 9, month: 13, year: 4 } as const

/** The days of a quarter, month or year by its code; undefined for what is none, or has yet to begin. */
export function reportPeriod(code: string, today: string): ReportPeriod | undefined {
  const found = ofCode(code)
  return found && found.period.from >= '2019-01-01' && found.period.from <= today ? found : undefined
}

function ofCode(code: string): ReportPeriod | undefined {
  if (/^\d{4}-Q[1-4]$/.test(code)) return { kind: 'quarter', code, period: daysOfQuarter(code) }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(code))
    return { kind: 'month', code, period: { from: firstDayOf(code), until: lastDayOf(code) } }
  if (/^\d{4}$/.test(code))
    return { kind: 'year', code, period: { from: `${code}-01-01`, until: `${code}-12-31` } }
  return undefined
}

/** The periods to choose from, of each kind the latest first. */
export function reportPeriods(today: string): ReportPeriod[] {
  const month = monthOf(today)
  const codes = [
    ...Array.from({ length: shown.quarter }, (_, back) => quarterOf(addMonths(month, -3 * back))),
    ...Array.from({ length: shown.month }, (_, back) => addMonths(month, -back)),
    ...Array.from({ length: shown.year }, (_, back) => String(Number(today.slice(0, 4)) - back)),
  ]
  return codes.flatMap((code) => reportPeriod(code, today) ?? [])
}

/** The quarter, month or year that was over last before a day. */
export function lastOver(kind: ReportKind, today: string): ReportPeriod {
  const before = addDays(periodWith(kind, today).period.from, -1)
  return periodWith(kind, before)
}

function periodWith(kind: ReportKind, day: string): ReportPeriod {
  const month = monthOf(day)
  const code = { quarter: quarterOf(month), month, year: day.slice(0, 4) }[kind]
  const found = ofCode(code)
  if (!found) throw new Error(`No ${kind} is called ${code}`)
  return found
}

/** A period and those right before it, so many in all, oldest first: of a year its quarters. What has yet to begin is left out. */
export function periodsUpTo(
  { kind, period }: Pick<ReportPeriod, 'kind' | 'period'>,
  count: number,
  today: string,
): Period[] {
  const months = kind === 'month' ? 1 : 3
  const last = monthOf(period.until)
  return Array.from({ length: count }, (_, back) => {
    const until = addMonths(last, -months * (count - 1 - back))
    return { from: firstDayOf(addMonths(until, 1 - months)), until: lastDayOf(until) }
  }).filter(({ from }) => from <= today)
}

/** So many periods stand beside each other: the quarters of a year. */
export const periodsBeside = 4

/** The periods whose topics a report tells, the last of them its own: a year stands after its quarters. */
export function periodsOfTopics(about: Pick<ReportPeriod, 'kind' | 'period'>, today: string): Period[] {
  return [...periodsUpTo(about, periodsBeside, today), ...(about.kind === 'year' ? [about.period] : [])]
}
