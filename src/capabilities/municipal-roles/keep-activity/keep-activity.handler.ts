import { dayFields } from '../../../platform/http/date-fields.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findDesksToPayFor } from '../../desks/public.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { findActivities } from '../find-activities/find-activities.query.ts'
import { keep } from '../keeping.ts'
import { municipalContext } from '../municipal-context.ts'
import { addActivity, changeActivity } from './keep-activity.command.ts'
import { activityFields, activityForm, activitySent } from './keep-activity.form.ts'
import { activityPage } from './keep-activity.page.tsx'

async function activityContext(request: WebRequest) {
  const context = await municipalContext(request)
  const { scope, municipality } = context
  return request.database.read(scope, async (db) => {
    const activities = await findActivities(db, scope, municipality.code)
    // A desk that was closed since stays with what was done for it.
    const chosen = new Set(activities.flatMap(({ deskIds }) => deskIds))
    const desks = (await findDesksToPayFor(db, scope, [municipality.code], [...chosen])).filter(
      ({ id, active }) => active || chosen.has(id),
    )
    return { ...context, activities, desks }
  })
}
export type ActivityContext = Awaited<ReturnType<typeof activityContext>>

/** Activities that make the desks known, one by one; a new one may begin with the letter of Tiel (guide § 4.2). */
export const activityHandlers = keep({
  prepare: activityContext,
  param: 'activity',
  find: async (_db, { activities }, id) => activities.find((each) => each.id === id),
  form: ({ desks, today }) => activityForm(desks, today),
  sent: activitySent,
  fields: activityFields,
  begin: (request, { today }): [string, string][] => [
    ...dayFields('startsOn', today),
    ...(request.query('voorbeeld') === 'dankbrief'
      ? ([
          ['name', request.t('promotion.example.name')],
          ['channel', 'letter'],
          ['audience', request.t('promotion.example.audience')],
          ['note', request.t('promotion.example.note')],
        ] as [string, string][])
      : []),
  ],
  page: activityPage,
  add: (tx, { scope, municipality }, id, facts, now) =>
    addActivity(tx, scope, municipality.code, id, facts, now),
  change: (tx, { scope }, at, facts, now) => changeActivity(tx, scope, at, facts, now),
  after: ({ municipality }, id) =>
    municipalityAddress(`/sturing/promotie/${id}`, municipality, { bericht: 'bewaard' }),
})
