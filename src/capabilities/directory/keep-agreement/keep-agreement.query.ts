import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDeskIdsOfLibraries, findDesks, findHours } from '../../desks/public.ts'
import type { ConsultationHour } from './keep-agreement.form.ts'

/** The consultation hours in the hours of a library's desks, now or later, by desk and name. */
export async function findConsultationHours(
  db: ReadHandle,
  scope: DeskScope,
  today: string,
): Promise<ConsultationHour[]> {
  const ids = (await findDeskIdsOfLibraries(db, scope, [scope.libraryId])).get(scope.libraryId) ?? []
  const desks = await findDesks(db, scope, ids)
  const hours = await findHours(db, scope, ids, today)
  return desks.flatMap(({ id, name }) => {
    const { timetables, dated } = hours.get(id) ?? { timetables: [], dated: [] }
    const labels = [...timetables.flatMap((timetable) => timetable.hours), ...dated]
      .filter(({ kind }) => kind === 'consultation')
      .map(({ label }) => label ?? '')
    return [...new Set(labels)].sort().map((label) => ({ deskId: id, deskName: name, label }))
  })
}
