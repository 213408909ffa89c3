import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findActivities } from '../find-activities/find-activities.query.ts'
import { municipalContext } from '../municipal-context.ts'
import { weighActivity } from '../weigh-activity/weigh-activity.query.ts'
import { activityMessages, showActivityPage } from './show-activity.page.tsx'

/** One activity with its material, and the contacts before and after it. */
export async function showActivity(request: WebRequest): Promise<Reply> {
  const message = activityMessages.find((each) => each === request.query('bericht'))
  return showPage(showActivityPage({ ...(await prepareActivity(request)), message, errors: [] }))
}

export async function prepareActivity(request: WebRequest) {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  const id = request.idParam('activity')
  return request.database.read(scope, async (db) => {
    const activities = await findActivities(db, scope, municipality.code)
    const activity = foundOrRefuse(activities.find((each) => each.id === id))
    const weighed = await weighActivity(db, scope, municipality.code, activity, today)
    return { ...context, t: request.t, language: request.language, activity, weighed, fileId: uuidv7() }
  })
}
