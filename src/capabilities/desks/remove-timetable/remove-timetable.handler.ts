import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { Timetable } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { type KeptDesk, prepareHours } from '../show-hours/show-hours.handler.ts'
import { withoutTimetable } from '../week-preview.ts'
import { removeTimetable } from './remove-timetable.command.ts'
import { removeTimetablePage } from './remove-timetable.page.tsx'

/** Asks whether a timetable may go, and shows what is in force without it. */
export async function showRemoveTimetable(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const timetable = foundOrRefuse(kept.hours.timetables.find(({ id }) => id === request.idParam('timetable')))
  return showPage(await pageOf(request, kept, timetable, false))
}

export async function submitRemoveTimetable(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const form = await request.form()
  const seen = { id: request.idParam('timetable'), version: versionSent(form) }
  const removed = await request.database.write(kept.scope, (tx) =>
    removeTimetable(tx, kept.scope, seen, request.clock.now()),
  )
  if (removed) return seeOther(`/balie/openingstijden/${kept.desk.id}?bewaard=ja`)
  const latest = await prepareHours(request)
  const timetable = foundOrRefuse(latest.hours.timetables.find(({ id }) => id === seen.id))
  return { kind: 'page', status: 409, page: await pageOf(request, latest, timetable, true) }
}

async function pageOf(
  { database }: WebRequest,
  kept: KeptDesk,
  timetable: Timetable,
  changedMeanwhile: boolean,
) {
  const { scope, desk } = kept
  // A week that it followed up long ago may be in force again: that is not among what is kept for the pages.
  const all = (await database.read(scope, (db) => findHours(db, scope, [desk.id]))).get(desk.id) ?? noHours
  return removeTimetablePage({
    ...kept,
    timetable,
    without: withoutTimetable(all, timetable),
    changedMeanwhile,
  })
}
