import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findAnswerNames } from '../find-answers/find-answers.query.ts'
import { findLibraryGoals } from '../find-goals/find-goals.query.ts'
import { goalsPermissions } from '../permissions.ts'
import { type GoalProgress, readGoalProgress } from '../read-progress/read-progress.query.ts'
import { libraryGoalsPage } from './list-library-goals.page.tsx'

/** What municipalities agreed with the own library; nothing is changed here. */
export async function listLibraryGoals(request: WebRequest): Promise<Reply> {
  const { t, language, actor } = request
  const scope = actor.libraryScope(goalsPermissions['goals.read-library'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const goals = await findLibraryGoals(db, scope)
    const progress = new Map<string, GoalProgress>()
    for (const goal of goals)
      progress.set(goal.id, await readGoalProgress(db, scope, goal, { today, seesVisitors: true }))
    const answers = await findAnswerNames(db, scope, language)
    return showPage(libraryGoalsPage({ words: { t, language, answers }, goals, progress, today }))
  })
}
