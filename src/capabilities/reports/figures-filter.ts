import { optionalDaySent } from '../../platform/http/date-fields.ts'
import type { FormError } from '../../platform/http/form-errors.ts'
import { FormFields } from '../../platform/http/form-fields.ts'
import type { Language, MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import type { Area } from './area.ts'
import { addressOf, areaAt } from './area-address.ts'
import {
  type KnownCodes,
  type Narrowing,
  narrowingFields,
  narrowingQuery,
  readNarrowing,
} from './narrowing.ts'
import {
  earliestDay,
  mostYears,
  ownPeriod,
  type Period,
  type PeriodChoice,
  type PeriodProblem,
  periodChoices,
  periodOf,
  usualPeriod,
} from './period.ts'

/** Which figures: of which area, over which days. */
export interface Filter {
  readonly area: Area
  readonly choice: PeriodChoice
  readonly period: Period
  readonly narrowing: Narrowing
  readonly comparing: Comparing
}

/** What to compare with, as it stands in addresses. */
export const comparisons = {
  vanzelf: undefined,
  'jaar-eerder': 'year-earlier',
  'periode-ervoor': 'period-before',
  niet: 'nothing',
} as const
export type Comparing = keyof typeof comparisons
export const comparings = Object.keys(comparisons) as readonly Comparing[]

/** What was typed in the three boxes of a day. */
export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** What the form above the figures shows: also what is wrong stays as it was typed. */
export interface TypedFilter {
  readonly area: string
  readonly choice: string
  readonly from: TypedDay
  readonly until: TypedDay
  /** Both days as one text, to tell days that were typed anew from those that stood there. */
  readonly days: string
  /** What it is narrowed down by and compared with, by the name of the field. */
  readonly others: Readonly<Record<string, string>>
}

const problems: Readonly<Record<PeriodProblem, MessageKey>> = {
  'no-day': 'reports.period.no-day',
  'too-early': 'reports.period.too-early',
  'in-future': 'reports.period.in-future',
  'ends-before': 'reports.period.ends-before',
  'too-long': 'reports.period.too-long',
}

/**
 * Reads which figures an address asks for. Nothing asked: the widest of one's areas, over the usual period.
 * @param areas one's own, the widest first; whether another may be seen is for its scope
 */
export function readFilter(
  query: URLSearchParams,
  areas: readonly [Area, ...Area[]],
  today: string,
  known: KnownCodes,
  { t, language }: { readonly t: Translate; readonly language: Language },
):
  | { readonly ok: true; readonly filter: Filter; readonly typed: TypedFilter }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly typed: TypedFilter } {
  const fields = new FormFields(query)
  const errors: FormError[] = []
  const [from, until] = [daySent(fields, 'van'), daySent(fields, 'tot')]
  const address = fields.text('gebied') || addressOf(areas[0])
  const days = from || until ? `${from} ${until}` : ''
  // Whoever types days wants those, whatever stands in the list beside them; whoever chooses from the list leaves them as they were.
  const choice =
    days !== '' && days !== fields.text('getoond') ? 'eigen' : fields.text('periode') || usualPeriod
  const typed = {
    area: address,
    choice,
    from: boxes(fields, 'van', from),
    until: boxes(fields, 'tot', until),
    days,
    others: Object.fromEntries(
      [...Object.values(narrowingFields), 'vergelijk'].map((name) => [name, fields.text(name)]),
    ),
  }

  const area = areaAt(address)
  if (!area) errors.push({ id: 'gebied', message: t('reports.filter.unknown-area') })
  const chosen = periodChoices.find((each) => each === choice)
  if (!chosen) errors.push({ id: 'periode', message: t('reports.filter.unknown-period') })
  const period = chosen === 'eigen' ? ownPeriod(from, until, today) : chosen && periodOf(chosen, today)
  if (period && 'problem' in period)
    errors.push({
      id: period.at === 'from' ? 'van' : 'tot',
      message: t(problems[period.problem], { years: mostYears, day: dateInWords(earliestDay, language) }),
    })
  const narrowed = readNarrowing(query, area?.level ?? 'nation', known, t)
  errors.push(...narrowed.errors)
  const comparing = comparings.find((each) => each === (fields.text('vergelijk') || 'vanzelf'))
  if (!comparing) errors.push({ id: 'vergelijk', message: t('dashboard.filter.unknown') })
  return area && chosen && period && !('problem' in period) && comparing && narrowed.errors.length === 0
    ? {
        ok: true,
        filter: { area, choice: chosen, period, narrowing: narrowed.narrowing, comparing },
        typed,
      }
    : { ok: false, errors, typed }
}

/** What an address needs to ask for the same figures again. */
export function filterQuery({ area, choice, period, narrowing, comparing }: Filter): URLSearchParams {
  const query =
    choice === 'eigen'
      ? daysQuery(area, period, narrowing)
      : new URLSearchParams([['gebied', addressOf(area)], ['periode', choice], ...narrowingQuery(narrowing)])
  if (comparing !== 'vanzelf') query.set('vergelijk', comparing)
  return query
}

/** The same with its days written out, so that it asks for these days tomorrow too. */
export function daysQuery(area: Area, { from, until }: Period, narrowing: Narrowing = {}): URLSearchParams {
  return new URLSearchParams([
    ['gebied', addressOf(area)],
    ['periode', 'eigen'],
    ['van', from],
    ['tot', until],
    ...narrowingQuery(narrowing),
  ])
}

/** A day in one value, as in our own links, or in three boxes, as the form sends it. */
const daySent = (fields: FormFields, name: string): string =>
  fields.text(name) || optionalDaySent(fields, name)

function boxes(fields: FormFields, name: string, day: string): TypedDay {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return {
    day: fields.text(`${name}.day`) || (written?.[3] ?? '').replace(/^0/, ''),
    month: fields.text(`${name}.month`) || (written?.[2] ?? '').replace(/^0/, ''),
    year: fields.text(`${name}.year`) || (written?.[1] ?? ''),
  }
}
