import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { readYearAccount } from '../../funding/public.ts'
import { activitiesIn } from '../activity.ts'
import { findActivities } from '../find-activities/find-activities.query.ts'
import { municipalContext } from '../municipal-context.ts'
import { showPromotionPage } from './show-promotion.page.tsx'

/** What a municipality did in a year to make the desks known, beside the money for it. */
export async function showPromotion(request: WebRequest): Promise<Reply> {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  return request.database.read(scope, async (db) => {
    const all = await findActivities(db, scope, municipality.code)
    const thisYear = Number(today.slice(0, 4))
    const years = [
      ...new Set([thisYear, ...all.map(({ startsOn }) => Number(startsOn.slice(0, 4)))]),
    ].toSorted((one, other) => other - one)
    const year = years.find((each) => String(each) === request.query('jaar')) ?? thisYear
    const account = await readYearAccount(db, scope, municipality.code, year, today)
    return showPage(
      showPromotionPage({
        ...context,
        t: request.t,
        language: request.language,
        activities: activitiesIn(all, year),
        year,
        years,
        booked: account.purposes.promotion,
        removed: request.query('bericht') === 'weg',
      }),
    )
  })
}
