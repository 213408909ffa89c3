import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { monthsOf } from '../period.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'
import { readToldMonths } from '../read-report/read-report.query.ts'

/** How many questions on a topic were counted in a month (2026-03) in a municipality; 'hidden' where that would tell of a single desk. */
export interface TopicMonth {
  readonly month: string
  readonly questions: number | 'hidden'
}

/**
 * The questions on a topic in the last so many months that are over, oldest first. A month is told where all topics of it are: with two
 * desks that are large enough (decision 0016).
 */
export async function readTopicMonths(
  db: ReadHandle,
  scope: MunicipalityScope,
  { municipalityCode, topic }: { readonly municipalityCode: string; readonly topic: string },
  months: number,
  now: Instant,
): Promise<TopicMonth[]> {
  const today = localDay(now)
  const area = { level: 'municipality', key: municipalityCode } as const
  const thisMonth = monthOf(today)
  const period = {
    from: firstDayOf(addMonths(thisMonth, -months)),
    until: lastDayOf(addMonths(thisMonth, -1)),
  }
  const { byMonth } = await readFigures(db, scope, area, period)
  const told = await readToldMonths(db, scope, area, period, today)
  return monthsOf(period).map((month) => {
    const cells = byMonth.get(month) ?? {}
    // That nothing at all was counted is told to everybody.
    const isTold = !told || told.has(month) || !cells.contacts
    return { month, questions: isTold ? (cells[`questions/topic:${topic}`] ?? 0) : 'hidden' }
  })
}
