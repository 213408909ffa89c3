import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { GoalsScope } from '../find-goals/find-goals.query.ts'
import { kindOf, type NamedGoal, wantsLess } from '../goal.ts'
import { areAlike, fewestAnswers, type Judgement, judge, targetValue } from '../progress.ts'
import { type FoundCourse, type Looking, readCourse } from '../read-course/read-course.query.ts'

/** How far a goal is. */
export interface GoalProgress extends Judgement {
  readonly course: FoundCourse
  /** What to come to; undefined when the base is not known. */
  readonly target: number | undefined
  readonly base: Base | undefined
}

/** What a relative target is set against. */
export interface Base {
  /** What it was in the base period; undefined when nobody knows. */
  readonly value: number | undefined
  readonly isTyped: boolean
  /** The base period is about as long as the goal's: else it was brought to its length. */
  readonly isAlike: boolean
  /** The month in which counting began, when that lies within the base period: then it was not whole. */
  readonly begunIn: string | undefined
}

/** Reads how far a goal is, with its forecast. A library is told of its own desks only, and then nothing is judged. */
export async function readGoalProgress(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  looking: Looking,
): Promise<GoalProgress> {
  const { kind } = kindOf(goal.measure)
  const course = await readCourse(db, scope, goal, goal.period, looking)
  const base = await readBase(db, scope, goal, looking)
  const target = targetValue(goal.target, { kind, period: goal.period }, base?.value)
  const judgement = judge(course, {
    target,
    less: wantsLess(goal),
    period: goal.period,
    today: looking.today,
  })
  const isPart = course.onlyOwnPart && judgement.why !== 'not-begun'
  return {
    course,
    base,
    // What is to be reached by all is no measure for a part.
    target: course.onlyOwnPart && goal.target.kind === 'relative' ? undefined : target,
    ...(isPart ? { state: 'cannot-tell', why: 'only-own-part', forecast: undefined } : judgement),
  }
}

async function readBase(
  db: ReadHandle,
  scope: GoalsScope,
  goal: NamedGoal,
  looking: Looking,
): Promise<Base | undefined> {
  const { target, period, measure } = goal
  if (target.kind !== 'relative') return undefined
  const isAlike = kindOf(measure).kind === 'level' || areAlike(target.base, period)
  if (target.baseValue !== null)
    return { value: target.baseValue, isTyped: true, isAlike, begunIn: undefined }
  const course = await readCourse(db, scope, goal, target.base, looking)
  const isWhole =
    course.begunIn === undefined &&
    looking.today > target.base.until &&
    (course.spansLeft ?? 0) <= 0 &&
    (course.answers ?? fewestAnswers) >= fewestAnswers
  const value = isWhole && typeof course.value === 'number' && course.value > 0 ? course.value : undefined
  return { value, isTyped: false, isAlike, begunIn: course.begunIn }
}
