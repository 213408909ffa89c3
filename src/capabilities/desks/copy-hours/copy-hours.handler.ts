import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { mondayOf } from '../../../platform/time/local-time.ts'
import { seenFields } from '../change-week/change-week.form.ts'
import { editorPage } from '../change-week/change-week.handler.ts'
import type { Desk } from '../desk.ts'
import { findDeskIdsOfLibraries, findDesks } from '../find-desks/find-desks.query.ts'
import { lineFields } from '../hours-lines.ts'
import { type DeskHours, ordinaryOn, type WeekHours } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { type KeptDesk, prepareHours } from '../show-hours/show-hours.handler.ts'
import { copyHoursPage } from './copy-hours.page.tsx'

/**
 * The other desks of the library, to take the week of; with `?van=` one of them, the editor with its lines. Nothing is
 * saved until the editor is.
 */
export async function showCopyHours(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const others = await readOthers(request, kept)
  const from = request.query('van')
  if (!from) return showPage(copyHoursPage({ ...kept, others }))

  const { desk, hours } = foundOrRefuse(others.find((other) => isId(from) && other.desk.id === from))
  const copied = ordinaryOn(hours, kept.today)?.hours ?? []
  const droppedPlaces = copied.some(({ placeId }) => placeId !== null)
  const form = new FormFields([
    ...seenFields(ordinaryOn(kept.hours, kept.today)),
    ...dayFields('from', kept.today),
    ...lineFields(withoutPlaces(copied), 'needed', request.language),
  ])
  return showPage(
    editorPage(request, kept, {
      kind: 'ordinary',
      form,
      target: undefined,
      notice: request.t(droppedPlaces ? 'hours.copy.notice-places' : 'hours.copy.notice', {
        desk: desk.name,
      }),
    }),
  )
}

/** The hours of another desk without its places: those are not this desk's. */
const withoutPlaces = (hours: readonly WeekHours[]): WeekHours[] =>
  hours.map((each) => ({ ...each, placeId: null }))

async function readOthers(
  request: WebRequest,
  { scope, desk, today }: KeptDesk,
): Promise<{ desk: Desk; hours: DeskHours }[]> {
  return request.database.read(scope, async (db) => {
    const ids = (await findDeskIdsOfLibraries(db, scope, [desk.libraryId])).get(desk.libraryId) ?? []
    const others = ids.filter((id) => id !== desk.id)
    const hours = await findHours(db, scope, others, mondayOf(today))
    return (await findDesks(db, scope, others))
      .map((other) => ({ desk: other, hours: hours.get(other.id) ?? noHours }))
      .filter((other) => ordinaryOn(other.hours, today) !== undefined)
  })
}
