import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { addMonths, monthOf } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Figure } from '../figure.ts'
import { daysOfQuarter, lastClosedQuarter, type Period, quarterOf } from '../period.ts'
import { readReport } from '../read-report/read-report.query.ts'

/** What visitors of a municipality asked about, as its figures tell it. */
export interface TopicsOfYear {
  /** The four quarters that were over last. */
  readonly period: Period
  readonly state: Figure['state']
  /** Months that are not in it, because they would tell of a single desk. */
  readonly leftOut: readonly string[]
  /** Some topics are not told, because too few asked. */
  readonly incomplete: boolean
  /** In questions; `before` is a year earlier, undefined where that may not be compared. */
  readonly topics: readonly {
    readonly code: string
    readonly name: string
    readonly count: number
    readonly before: number | undefined
  }[]
}

/**
 * The topics of a municipality over the four quarters that were over last, beside a year earlier: what its page of figures would
 * tell of those days, and nothing more (docs/decisions/0016).
 */
export async function readTopics(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  { now, language, t }: { readonly now: Instant; readonly language: Language; readonly t: Translate },
): Promise<TopicsOfYear> {
  const last = daysOfQuarter(lastClosedQuarter(localDay(now)))
  const first = daysOfQuarter(quarterOf(addMonths(monthOf(last.from), -9)))
  const period = { from: first.from, until: last.until }
  const { report, nameOf } = await readReport(
    db,
    scope,
    {
      area: { level: 'municipality', key: municipalityCode },
      period,
      seesVisitors: false,
      comparing: 'year-earlier',
      language,
      t,
    },
    now,
  )
  const figure = report.figures.find(({ name }) => name === 'topics')
  return {
    period,
    state: figure?.state ?? 'nothing',
    leftOut: figure?.leftOut ?? [],
    incomplete: figure?.incomplete ?? false,
    topics: (figure?.rows ?? []).map(({ code, count, before }) => ({
      code,
      name: nameOf('topics', code),
      count,
      before,
    })),
  }
}
