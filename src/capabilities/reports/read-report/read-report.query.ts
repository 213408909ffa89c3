import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Cells } from '../../contacts/public.ts'
import { type AllLists, type AnswerField, readListsOfAllDays } from '../../lists/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import type { Figure } from '../figure.ts'
import { type NameOf, nameCodes } from '../name-codes/name-codes.query.ts'
import {
  daysOfQuarter,
  monthsOf,
  type Period,
  periodBefore,
  quartersTouchedBy,
  yearBefore,
  yearUpTo,
} from '../period.ts'
import { type Figures, readFigures } from '../read-figures/read-figures.query.ts'
import { type Counted, figuresOfMonth, makeReport, type Report } from '../report.ts'

export interface NamedReport {
  readonly report: Report
  readonly nameOf: NameOf
  /** The figures of one month, as far as they are counted by month. */
  readonly figuresOf: (month: string) => readonly Figure[]
  readonly behind: Figures['behind']
}

/** Reads what was counted in an area over a period and in what that compares with, and makes the report of it. */
export async function readReport(
  db: ReadHandle,
  scope: FiguresScope,
  wish: {
    readonly area: Area
    readonly period: Period
    readonly seesVisitors: boolean
    readonly language: Language
    readonly t: Translate
  },
  now: Instant,
): Promise<NamedReport> {
  const { area, period } = wish
  const today = localDay(now)
  const { byMonth, behind } = await readFigures(db, scope, area, period)
  const lists = await readListsOfAllDays(db, scope)
  const counted: Counted = {
    period,
    byMonth,
    ...(await readCompared(db, scope, area, period)),
    wholeQuarters: await readQuarters(db, scope, area, period, byMonth),
  }
  const cells = new Set([...byMonth.values()].flatMap((each) => Object.keys(each)))
  const codesAfter = (lead: string): string[] =>
    [...cells].flatMap((cell) => (cell.startsWith(lead) ? [cell.slice(lead.length)] : []))
  const reader = { today, seesVisitors: wish.seesVisitors, answers: answersOf(lists) }
  return {
    report: makeReport(area, counted, reader),
    figuresOf: (month) => figuresOfMonth(area, counted, reader, month),
    nameOf: await nameCodes(db, scope, {
      ...wish,
      deskIds: codesAfter('desk:'),
      municipalityCodes: [...codesAfter('home:'), ...codesAfter('municipality:')],
      withProvinces: area.level === 'nation',
    }),
    behind,
  }
}

/**
 * What to compare with: a year earlier, else the time right before. Nothing when nothing was counted then either, or
 * when counting began within it: half a year beside a whole one would show growth that never was.
 */
async function readCompared(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
): Promise<Pick<Counted, 'compared' | 'countedSince'>> {
  for (const [kind, other] of [
    ['year-earlier', yearBefore(period)],
    ['period-before', periodBefore(period)],
  ] as const) {
    const { byMonth } = await readFigures(db, scope, area, other)
    const months = monthsOf(other)
    const since = months.find((month) => (byMonth.get(month)?.contacts ?? 0) > 0)
    if (!since) continue
    // A first month without anything may be a quiet one; then there was something in the year before.
    const began = since !== months[0] && !(await isCounted(db, scope, area, yearUpTo(other.from)))
    return began
      ? { compared: undefined, countedSince: since }
      : {
          compared: {
            period: other,
            byMonth,
            wholeQuarters: await readQuarters(db, scope, area, other, byMonth),
            with: kind,
          },
          countedSince: undefined,
        }
  }
  return { compared: undefined, countedSince: undefined }
}

async function isCounted(db: ReadHandle, scope: FiguresScope, area: Area, period: Period): Promise<boolean> {
  const { byMonth } = await readFigures(db, scope, area, period)
  return [...byMonth.values()].some((cells) => (cells.contacts ?? 0) > 0)
}

/** In a municipality the quarters that the period touches, wholly: also what lies outside it tells how many desks there were. */
async function readQuarters(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
  byMonth: ReadonlyMap<string, Cells>,
): Promise<ReadonlyMap<string, Cells>> {
  if (area.level !== 'municipality') return byMonth
  const quarters = quartersTouchedBy(period).map(daysOfQuarter)
  const whole = { from: quarters[0]?.from ?? period.from, until: quarters.at(-1)?.until ?? period.until }
  return (await readFigures(db, scope, area, whole)).byMonth
}

function answersOf({ answerOptions }: AllLists): Readonly<Record<AnswerField, readonly string[]>> {
  const answers: Record<AnswerField, string[]> = {
    channel: [],
    help: [],
    gender: [],
    age: [],
    language: [],
    duration: [],
    satisfied: [],
    digid: [],
  }
  for (const { field, code } of answerOptions) answers[field].push(code)
  return answers
}
