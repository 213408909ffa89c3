export { findAnswerNames } from './find-answers/find-answers.query.ts'
export { findGoals, findLibraryGoals, type GoalsScope } from './find-goals/find-goals.query.ts'
export {
  type Goal,
  type Measure,
  measureNames,
  type NamedGoal,
  type Phase,
  phaseOf,
  type Target,
} from './goal.ts'
export {
  type GoalWords,
  sayGoalValue,
  sayMeasure,
  sayNow,
  sayScope,
  sayStanding,
  sayTarget,
} from './goal-words.ts'
export { addGoal, changeGoal, type GoalFacts } from './keep-goal/keep-goal.command.ts'
export { addMeasurement } from './measure-goal/measure-goal.command.ts'
export { goalsPermissions } from './permissions.ts'
export type { State } from './progress.ts'
export type { Looking } from './read-course/read-course.query.ts'
export { type GoalProgress, readGoalProgress } from './read-progress/read-progress.query.ts'
