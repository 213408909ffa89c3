import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  showAddGoal,
  showChangeGoal,
  submitAddGoal,
  submitChangeGoal,
} from './keep-goal/keep-goal.handler.ts'
import { listGoals } from './list-goals/list-goals.handler.ts'
import { listLibraryGoals } from './list-library-goals/list-library-goals.handler.ts'
import { submitMeasurement, submitStrikeOut } from './measure-goal/measure-goal.handler.ts'
import { goalsPermissions } from './permissions.ts'
import { showGoal } from './show-goal/show-goal.handler.ts'

const may = mayOf(goalsPermissions)
const keep = may('goals.keep')

export const goalsRoutes: Route[] = [
  route('GET', '/sturing/doelen', keep, listGoals),
  route('GET', '/sturing/doelen/nieuw', keep, showAddGoal),
  route('POST', '/sturing/doelen/nieuw', keep, submitAddGoal),
  route('GET', '/sturing/doelen/bibliotheek', may('goals.read-library'), listLibraryGoals),
  route('GET', '/sturing/doelen/:goal', keep, showGoal),
  route('GET', '/sturing/doelen/:goal/wijzigen', keep, showChangeGoal),
  route('POST', '/sturing/doelen/:goal/wijzigen', keep, submitChangeGoal),
  route('POST', '/sturing/doelen/:goal/meting', keep, submitMeasurement),
  route('POST', '/sturing/doelen/:goal/meting/:measurement/doorhalen', keep, submitStrikeOut),
]
