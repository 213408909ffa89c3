import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { governedMunicipality } from '../../organisations/public.ts'
import { seesVisitors } from '../../reports/public.ts'
import { findAnswerNames } from '../find-answers/find-answers.query.ts'
import { findGoals } from '../find-goals/find-goals.query.ts'
import { goalsPermissions } from '../permissions.ts'
import { type GoalProgress, readGoalProgress } from '../read-progress/read-progress.query.ts'
import { goalsPage } from './list-goals.page.tsx'

/** The goals of a municipality with how far each is. */
export async function listGoals(request: WebRequest): Promise<Reply> {
  const { t, language, actor } = request
  const governed = await governedMunicipality(request, goalsPermissions['goals.keep'])
  const { scope, municipality } = governed
  const today = localDay(request.clock.now())
  const looking = { today, seesVisitors: seesVisitors(actor, 'municipality') }
  return request.database.read(scope, async (db) => {
    const goals = await findGoals(db, scope, municipality.code)
    const progress = new Map<string, GoalProgress>()
    for (const goal of goals) progress.set(goal.id, await readGoalProgress(db, scope, goal, looking))
    return showPage(
      goalsPage({
        ...governed,
        words: { t, language, answers: await findAnswerNames(db, scope, language) },
        goals,
        progress,
        today,
        saved: request.query('bericht') === 'bewaard',
      }),
    )
  })
}
