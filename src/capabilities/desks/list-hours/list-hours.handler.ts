import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, localDay, mondayOf } from '../../../platform/time/local-time.ts'
import { type Desk, movingKinds } from '../desk.ts'
import { findDesks } from '../find-desks/find-desks.query.ts'
import { planHolidays } from '../holiday-plan.ts'
import type { DeskHours } from '../opening-hours.ts'
import { desksPermissions } from '../permissions.ts'
import { findHolidaysAsUsual } from '../plan-holidays/plan-holidays.query.ts'
import { stopsFrom } from '../planned-hours.ts'
import { type Holiday, publicHolidays } from '../public-holidays.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { listHoursPage } from './list-hours.page.tsx'

/** How long before a holiday visitors want to know: what is undecided by then needs attention. */
const holidayDaysAhead = 56

/** Something about the hours of a desk that somebody should look at. */
export type Attention = 'no-hours' | 'no-stops' | { readonly holidays: readonly Holiday[] }

/** The desks whose hours this person keeps, with what needs attention; the only one at once. */
export async function showHoursList(request: WebRequest): Promise<Reply> {
  const permission = desksPermissions['desks.keep-hours']
  const deskIds = request.actor.desksFor(permission)
  if (deskIds.length === 1) return seeOther(`/balie/openingstijden/${deskIds[0]}`)
  const scope = request.actor.desksScope(permission)
  const now = request.clock.now()
  const today = localDay(now)
  const holidays = await publicHolidays(today, addDays(today, holidayDaysAhead))
  const desks = await request.database.read(scope, async (db) => {
    const hours = await findHours(db, scope, deskIds, mondayOf(today))
    const asUsual = await findHolidaysAsUsual(db, scope, deskIds)
    return (await findDesks(db, scope, deskIds)).map((desk) => {
      const known = hours.get(desk.id) ?? noHours
      return {
        desk,
        hours: known,
        attention: attentionOf(desk, known, today, {
          holidays,
          asUsual: asUsual.get(desk.id) ?? new Set<string>(),
        }),
      }
    })
  })
  return showPage(listHoursPage({ t: request.t, language: request.language, now, today, desks }))
}

function attentionOf(
  desk: Desk,
  hours: DeskHours,
  today: string,
  { holidays, asUsual }: { holidays: readonly Holiday[]; asUsual: ReadonlySet<string> },
): Attention[] {
  const hasWeek = hours.timetables.some(({ kind, hours: week }) => kind !== 'exception' && week.length > 0)
  const hasStop = stopsFrom(hours, today).some(({ cancelled }) => !cancelled)
  const isMoving = movingKinds.includes(desk.kind)
  const missing: Attention[] = hasWeek || hasStop ? [] : [isMoving ? 'no-stops' : 'no-hours']
  const undecided = planHolidays(hours, holidays, asUsual).filter(
    ({ decision, optional }) => !decision && !optional,
  )
  return undecided.length > 0 ? [...missing, { holidays: undecided }] : missing
}
