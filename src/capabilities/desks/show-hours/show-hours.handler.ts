import type { DeskScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay, mondayOf } from '../../../platform/time/local-time.ts'
import { type Desk, movingKinds } from '../desk.ts'
import { findDesks } from '../find-desks/find-desks.query.ts'
import type { HoursWords } from '../hours-in-words.ts'
import type { LineRules } from '../hours-lines.ts'
import type { DaysInText } from '../hours-text.ts'
import type { DeskHours } from '../opening-hours.ts'
import { desksPermissions } from '../permissions.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { showHoursPage } from './show-hours.page.tsx'

/** One desk of which somebody keeps the hours. */
export interface KeptDesk {
  readonly scope: DeskScope
  readonly desk: Desk
  /** From this week on, and all that still holds. */
  readonly hours: DeskHours
  /** As 2026-11-24. */
  readonly today: string
  readonly words: HoursWords
}

/** The hours of a desk of one's own: the week now, the weeks ahead, and what is planned. */
export async function showHours(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  return showPage(
    showHoursPage({
      ...kept,
      now: request.clock.now(),
      saved: request.query('bewaard') !== '',
      others: request.actor.desksFor(desksPermissions['desks.keep-hours']).length > 1,
    }),
  )
}

/**
 * The desk in the address with its hours, for every page about them.
 * @throws not-found for a desk whose hours this person does not keep
 */
export async function prepareHours(request: WebRequest): Promise<KeptDesk> {
  const permission = desksPermissions['desks.keep-hours']
  const deskId = request.idParam('desk')
  if (!request.actor.desksFor(permission).includes(deskId)) refuse('not-found')
  const scope = request.actor.deskScope(permission, deskId)
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const desk = foundOrRefuse((await findDesks(db, scope, [deskId]))[0])
    const hours = (await findHours(db, scope, [deskId], mondayOf(today))).get(deskId) ?? noHours
    return {
      scope,
      desk,
      hours,
      today,
      words: { t: request.t, language: request.language, places: desk.places },
    }
  })
}

/** What the lines of a form for this desk may say. */
export const lineRules = ({ desk }: KeptDesk, days: DaysInText): LineRules => ({
  days,
  placeIds: desk.places.map(({ id }) => id),
  placeNeeded: movingKinds.includes(desk.kind),
})
