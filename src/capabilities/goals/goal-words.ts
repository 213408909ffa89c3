import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords, firstDayOf, lastDayOf, monthInWords, monthOf } from '../../platform/time/local-month.ts'
import { type Goal, kindOf, type Measure, type NamedGoal, type Period } from './goal.ts'
import { fewestAnswers, fewestSpans } from './progress.ts'
import type { GoalProgress } from './read-progress/read-progress.query.ts'

export interface GoalWords {
  readonly t: Translate
  readonly language: Language
  /** What answers on visitors are called, by their codes. */
  readonly answers: ReadonlyMap<string, string>
}

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
}

/** A number as the reader writes it: whole where it is a count, else with at most one decimal. */
export function sayNumber(value: number, measure: Measure, language: Language): string {
  return numbers[language].format(
    kindOf(measure).unit === 'number' && measure !== 'own' ? Math.round(value) : value,
  )
}

/** A value with its unit, such as '1.234 hulpcontacten', '82 %' or 'een 7,2'. */
export function sayGoalValue(
  value: number,
  { measure, detail }: Pick<Goal, 'measure' | 'detail'>,
  { t, language, answers }: GoalWords,
): string {
  return t(`goals.value.${measure}`, {
    number: sayNumber(value, measure, language),
    detail: answers.get(detail) ?? detail,
  })
}

/** The same as short as it can stand in large letters: '82 %', '38 uur', '25,7'. Its unit stands beside it. */
export function sayShort(
  value: number,
  { measure }: Pick<Goal, 'measure'>,
  { t, language }: Pick<GoalWords, 't' | 'language'>,
): string {
  const { unit } = kindOf(measure)
  const number = sayNumber(value, measure, language)
  return unit === 'percent' || unit === 'hours' ? t(`goals.short.${unit}`, { number }) : number
}

/** What is measured, such as 'Hulpcontacten' or 'Inwoners binnen 5 km'. */
export const sayMeasure = (
  { measure, detail }: Pick<Goal, 'measure' | 'detail'>,
  { t, answers }: Pick<GoalWords, 't' | 'answers'>,
): string => t(`goals.measure.${measure}`, { detail: answers.get(detail) ?? detail })

/** Of which desks, with the part of the municipality where that is said. */
export function sayScope(goal: NamedGoal, { t }: Pick<GoalWords, 't'>): string {
  const whose = t(`goals.scope.${goal.scopeKind}`, {
    municipality: goal.municipalityName,
    library: goal.libraryName ?? '',
    desk: goal.deskName ?? '',
  })
  return goal.area === '' ? whose : t('goals.scope.area', { scope: whose, area: goal.area })
}

/** Days as short as they allow: a year, months, or days. */
export function sayDays({ from, until }: Period, { t, language }: Pick<GoalWords, 't' | 'language'>): string {
  const [first, last] = [monthOf(from), monthOf(until)]
  if (from.endsWith('-01-01') && until === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  const isWhole = from === firstDayOf(first) && until === lastDayOf(last)
  if (isWhole && first === last) return monthInWords(first, language)
  const write = (day: string): string =>
    isWhole ? monthInWords(monthOf(day), language) : dateInWords(day, language)
  return from === until
    ? dateInWords(from, language)
    : t('goals.days', { from: write(from), until: write(until) })
}

/** What is to be reached, such as '30 % meer dan in 2025: 1.612 hulpcontacten'. @param target what that comes to, where it is known */
export function sayTarget(goal: Goal, target: number | undefined, words: GoalWords): string {
  const { t, language } = words
  if (goal.target.kind === 'absolute') return sayGoalValue(goal.target.value, goal, words)
  const { percent, base } = goal.target
  const values = { percent: numbers[language].format(Math.abs(percent)), base: sayDays(base, words) }
  const wish = t(percent < 0 ? 'goals.target.less' : 'goals.target.more', values)
  return target === undefined
    ? wish
    : t('goals.target.comes-to', { wish, value: sayGoalValue(target, goal, words) })
}

/** How it is now: a value, or why there is none. */
export function sayNow(goal: Goal, { course }: GoalProgress, words: GoalWords): string {
  const { t } = words
  if (course.value === 'hidden') return t('goals.now.hidden')
  if (course.value === undefined) return t('goals.now.nothing')
  return sayGoalValue(course.value, goal, words)
}

/** In one or two sentences why a goal stands as it does, for who has no figures beside it. */
export function sayStanding(goal: NamedGoal, progress: GoalProgress, words: GoalWords): string {
  const { t, language } = words
  const { why, forecast, course } = progress
  const { source } = kindOf(goal.measure)
  if (why === 'nothing-measured' || why === 'too-few-spans')
    return t(`goals.why.${why}-${source}`, { fewest: fewestSpans })
  const write = (value: number | undefined): string =>
    value === undefined ? '' : sayNumber(value, goal.measure, language)
  return t(`goals.why.${why}`, {
    day: dateInWords(goal.period.until, language),
    from: dateInWords(goal.period.from, language),
    fewest: fewestAnswers,
    low: write(forecast?.low),
    high: forecast ? sayGoalValue(forecast.high, goal, words) : '',
    value: typeof course.value === 'number' ? sayGoalValue(course.value, goal, words) : '',
  })
}
