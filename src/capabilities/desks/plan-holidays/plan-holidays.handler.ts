import { type Page, type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { addMonths, firstDayOf, monthOf } from '../../../platform/time/local-month.ts'
import type { Desk } from '../desk.ts'
import { findDesks } from '../find-desks/find-desks.query.ts'
import { planHolidays } from '../holiday-plan.ts'
import { desksPermissions } from '../permissions.ts'
import { type Holiday, publicHolidays } from '../public-holidays.ts'
import { type KeptDesk, prepareHours } from '../show-hours/show-hours.handler.ts'
import { decideHolidays } from './plan-holidays.command.ts'
import { seenSent } from './plan-holidays.form.ts'
import { type PlanHolidaysPage, planHolidaysPage } from './plan-holidays.page.tsx'
import { findHolidaysAsUsual } from './plan-holidays.query.ts'

/** How far ahead holidays are asked for: a year is planned before it begins. */
const monthsAhead = 14

const holidaysAhead = (today: string): Promise<Holiday[]> =>
  publicHolidays(today, firstDayOf(addMonths(monthOf(today), monthsAhead)))

/** The holidays ahead on which the desk would be open: closed or as usual, with what was decided. */
export async function showHolidays(request: WebRequest): Promise<Reply> {
  return showPage(await pageOf(request, await prepareHours(request)))
}

/** Decides on the holidays that were shown; when asked, for one's other desks of the same library as well: all or none. */
export async function submitHolidays(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const form = await request.form()
  const dutch = translator('nl')
  const { shown, decided } = seenSent(form)
  const closed = form.all('closed')
  const ahead = await holidaysAhead(kept.today)
  const choices = ahead
    .filter(({ day }) => shown.includes(day))
    .map((holiday) => ({
      ...holiday,
      closed: closed.includes(holiday.day),
      title: dutch(`hours.holiday.${holiday.name}`),
    }))
  // Another desk may be open on holidays that this one never is: there the proposal holds.
  const forOthers = ahead.map((holiday) => ({
    ...holiday,
    closed: choices.find(({ day }) => day === holiday.day)?.closed ?? !holiday.optional,
    title: dutch(`hours.holiday.${holiday.name}`),
  }))
  const { others } = await readBeside(request, kept)
  const scope = request.actor.desksScope(desksPermissions['desks.keep-hours'])
  const now = request.clock.now()
  const changed = await request.database.write(scope, async (tx) => {
    const meanwhile = await decideHolidays(tx, scope, kept.desk, choices, { before: { seen: decided }, now })
    if (meanwhile.length === 0 && form.text('others') === 'yes')
      for (const desk of others)
        await decideHolidays(tx, scope, desk, forOthers, { before: { stays: true }, now })
    return meanwhile
  })
  if (changed.length === 0) return seeOther(`/balie/openingstijden/${kept.desk.id}?bewaard=ja`)
  // Saving again is now a choice: what is ticked goes over what the page has shown by then.
  const page = await pageOf(request, await prepareHours(request), { ticked: closed, changed })
  return { kind: 'page', status: 409, page }
}

async function pageOf(
  request: WebRequest,
  kept: KeptDesk,
  again?: Pick<PlanHolidaysPage, 'ticked' | 'changed'>,
): Promise<Page> {
  const { asUsual, others } = await readBeside(request, kept)
  const holidays = planHolidays(kept.hours, await holidaysAhead(kept.today), asUsual)
  return planHolidaysPage({ ...kept, holidays, others: others.length, ...again })
}

/** What stands beside the hours of the desk: the holidays that are as usual, and this person's other desks of the library. */
async function readBeside(
  request: WebRequest,
  { desk }: KeptDesk,
): Promise<{ asUsual: ReadonlySet<string>; others: Desk[] }> {
  const permission = desksPermissions['desks.keep-hours']
  const scope = request.actor.desksScope(permission)
  return request.database.read(scope, async (db) => {
    const desks = await findDesks(db, scope, request.actor.desksFor(permission))
    return {
      asUsual: (await findHolidaysAsUsual(db, scope, [desk.id])).get(desk.id) ?? new Set(),
      others: desks.filter(({ id, libraryId }) => id !== desk.id && libraryId === desk.libraryId),
    }
  })
}
