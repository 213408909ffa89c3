import { daysBetween } from '../../platform/time/local-time.ts'
import type { Period, Target } from './goal.ts'

/** A month, a quarter or a day of measuring, with what was counted; 'hidden' where it may not be told. */
export interface Span extends Period {
  readonly value: number | 'hidden' | undefined
  /** It is over and lies wholly in the period, so that it stands for others like it. */
  readonly whole: boolean
}

/** What is known of a measure in a period. */
export interface Course {
  readonly kind: 'count' | 'level'
  /** What it comes to; 'hidden' where a part may not be told, undefined where nothing is known. */
  readonly value: number | 'hidden' | undefined
  readonly spans: readonly Span[]
  /** How many spans of the period are still to come, with the part of the one that runs. Of a count that goes on by itself. */
  readonly spansLeft?: number | undefined
  /** Values are so many times the counts they come from (1 for counts themselves): chance works on counts. */
  readonly scale?: number
  /** How many answers it is a share of; undefined for what is no share of answers. */
  readonly answers?: number | undefined
  /** The day on which it was so; of what was measured by hand. */
  readonly measuredOn?: string | undefined
}

/** Where a straight line from what was counted ends: eight out of ten times between low and high, if nothing changes. */
export interface Forecast {
  readonly low: number
  readonly middle: number
  readonly high: number
  /** From how many whole months or quarters. */
  readonly from: number
}

export type State = 'reached' | 'on-course' | 'uncertain' | 'behind' | 'cannot-tell'

/** Why a goal stands as it does; each has its words on the screen. */
export type Why =
  | 'not-begun'
  | 'nothing-measured'
  | 'hidden'
  | 'few-answers'
  | 'no-base'
  | 'too-few-spans'
  | 'typed-count'
  | 'reached'
  | 'reached-now'
  | 'on-course'
  | 'uncertain'
  | 'behind'
  | 'passed'
  | 'over'
  | 'not-yet'
  | 'late'
  | 'only-own-part'

export interface Judgement {
  readonly state: State
  readonly why: Why
  readonly forecast: Forecast | undefined
}

/** Fewer whole months or quarters say nothing of how they differ. */
export const fewestSpans = 3

/** Of fewer answers a share says nothing (and could be one person). */
export const fewestAnswers = 10

/** From this part of the period on, a level that is not reached is called behind: before, there is time. */
export const lateFrom = 0.75

/** Student's t at 90 % of one side, by degrees of freedom from 1: an interval of 80 %. */
const t90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341,
  1.337, 1.333, 1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.31,
]
const t90OfMany = 1.282

/**
 * Goes on as it went: the mean of the whole spans for each that is left. How far it can be off comes from how much the spans differ
 * among themselves (sample deviation s over n spans): with m left, t × s × √(m + m² / n), for the spans to come and for not knowing
 * the mean. Counts differ by chance at least as the square root of themselves, so s² is never less than the mean count. A season
 * is not known to it: a quiet summer ahead is not seen.
 * @param soFar what was counted until now; it is never undone
 * @param left how many spans are still to come, also a part of one
 */
export function forecast(
  spans: readonly number[],
  soFar: number,
  left: number,
  scale = 1,
): Forecast | undefined {
  const n = spans.length
  if (n < fewestSpans || left <= 0) return undefined
  const counts = spans.map((value) => value / scale)
  const mean = counts.reduce((sum, count) => sum + count, 0) / n
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1)
  const deviation = Math.sqrt(Math.max(variance, mean))
  const spread = (t90[n - 2] ?? t90OfMany) * deviation * Math.sqrt(left + left ** 2 / n) * scale
  const middle = soFar + mean * left * scale
  return { low: Math.max(soFar, middle - spread), middle, high: middle + spread, from: n }
}

/**
 * What a target comes to. Of a count, a base period that is longer or shorter than the goal's own is brought to its length by days; a
 * day more of a leap year changes nothing.
 * @param base what it was in the base period; undefined when nobody knows
 */
export function targetValue(
  target: Target,
  { kind, period }: { readonly kind: 'count' | 'level'; readonly period: Period },
  base: number | undefined,
): number | undefined {
  if (target.kind === 'absolute') return target.value
  if (base === undefined) return undefined
  const scale = kind === 'level' || areAlike(period, target.base) ? 1 : daysIn(period) / daysIn(target.base)
  return base * scale * (1 + target.percent / 100)
}

/** Whether the two periods are of about one length: a leap year and another are. */
export const areAlike = (one: Period, other: Period): boolean => Math.abs(daysIn(one) - daysIn(other)) <= 3

const daysIn = ({ from, until }: Period): number => daysBetween(from, until) + 1

/**
 * How a goal stands. A count with enough whole spans gets a forecast: on course when even its low end is enough, behind when its high
 * end is not. A level has no forecast and may fall again: on course while it stands high enough, reached when it does at the end, and
 * behind when it does not at three quarters of the time.
 * @param target what to come to; undefined when the base is not known
 * @param less whether lower is better
 */
export function judge(
  course: Course,
  {
    target,
    less,
    period,
    today,
  }: {
    readonly target: number | undefined
    readonly less: boolean
    readonly period: Period
    readonly today: string
  },
): Judgement {
  const tell = (state: State, why: Why, ahead?: Forecast): Judgement => ({ state, why, forecast: ahead })
  const { value } = course
  if (today < period.from) return tell('cannot-tell', 'not-begun')
  if (value === 'hidden') return tell('cannot-tell', 'hidden')
  if (value === undefined) return tell('cannot-tell', 'nothing-measured')
  if (course.answers !== undefined && course.answers < fewestAnswers)
    return tell('cannot-tell', 'few-answers')
  const isOver = today > period.until && (course.spansLeft ?? 0) <= 0
  const ahead =
    course.kind === 'count' && !isOver
      ? forecast(wholeValues(course.spans), value, course.spansLeft ?? 0, course.scale)
      : undefined
  if (target === undefined) return tell('cannot-tell', 'no-base', ahead)
  const enough = less ? value <= target : value >= target
  if (isOver) return enough ? tell('reached', 'reached') : tell('behind', 'over')
  if (course.kind === 'level') {
    if (enough) return tell('on-course', 'reached-now')
    const passed = daysBetween(period.from, today) / daysIn(period)
    return passed >= lateFrom ? tell('behind', 'late') : tell('uncertain', 'not-yet')
  }
  // What was counted stays counted: more than wanted is reached, less than wanted is lost once it is passed.
  if (!less && enough) return tell('reached', 'reached', ahead)
  if (less && !enough) return tell('behind', 'passed', ahead)
  if (!ahead) return tell('cannot-tell', course.spansLeft === undefined ? 'typed-count' : 'too-few-spans')
  const [worst, best] = less ? [ahead.high, ahead.low] : [ahead.low, ahead.high]
  const reaches = (end: number): boolean => (less ? end <= target : end >= target)
  if (reaches(worst)) return tell('on-course', 'on-course', ahead)
  return reaches(best) ? tell('uncertain', 'uncertain', ahead) : tell('behind', 'behind', ahead)
}

const wholeValues = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ value, whole }) => (whole && typeof value === 'number' ? [value] : []))

/** What spans come to together; 'hidden' when one is, undefined when there is none. */
export function sumOfSpans(spans: readonly Span[]): Course['value'] {
  if (spans.some(({ value }) => value === 'hidden')) return 'hidden'
  return spans.length === 0
    ? undefined
    : spans.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0)
}
