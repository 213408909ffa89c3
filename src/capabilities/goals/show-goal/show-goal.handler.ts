import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { governedMunicipality } from '../../organisations/public.ts'
import { seesVisitors } from '../../reports/public.ts'
import { findAnswerNames } from '../find-answers/find-answers.query.ts'
import { findGoal } from '../find-goals/find-goals.query.ts'
import { goalsPermissions } from '../permissions.ts'
import { readGoalProgress } from '../read-progress/read-progress.query.ts'
import { type GoalMessage, goalMessages, showGoalPage } from './show-goal.page.tsx'

/** One goal: how it stands, by month or quarter, and what was measured by hand. */
export async function showGoal(request: WebRequest): Promise<Reply> {
  const { page } = await prepareGoal(request)
  const message = goalMessages.find((each): each is GoalMessage => each === request.query('bericht'))
  const form = new FormFields([['id', uuidv7()], ...dayFields('day', page.today)])
  return showPage(showGoalPage({ ...page, message, form, errors: [] }))
}

export async function prepareGoal(request: WebRequest) {
  const { t, language, actor } = request
  const { scope, municipalities } = await governedMunicipality(request, goalsPermissions['goals.keep'])
  const id = request.idParam('goal')
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const goal = foundOrRefuse(await findGoal(db, scope, id))
    const municipality = foundOrRefuse(municipalities.find(({ code }) => code === goal.municipalityCode))
    const looking = { today, seesVisitors: seesVisitors(actor, 'municipality') }
    const page = {
      goal,
      municipality,
      today,
      progress: await readGoalProgress(db, scope, goal, looking),
      words: { t, language, answers: await findAnswerNames(db, scope, language) },
    }
    return { scope, municipality, page }
  })
}
