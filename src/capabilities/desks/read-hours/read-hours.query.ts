import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Access, DatedHours, DeskHours, HoursKind, Timetable, WeekHours } from '../opening-hours.ts'

/** A desk of which nothing is known yet. */
export const noHours: DeskHours = { timetables: [], dated: [] }

/**
 * The hours of these desks, by desk; the public does not get those of staff alone. A desk without any is not in it.
 * @param since leaves out what ended before this local day; without it, all that ever was
 */
export async function findHours(
  db: ReadHandle,
  _scope: Scope,
  deskIds: readonly string[],
  since?: string,
): Promise<Map<string, DeskHours>> {
  if (deskIds.length === 0) return new Map()
  let timetables = db
    .selectFrom('desks.timetables')
    .select(['id', 'desk_id', 'kind', 'name', 'from_day', 'until_day', 'version'])
    .where('desk_id', 'in', deskIds)
    .orderBy('from_day')
  if (since)
    timetables = timetables.where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', since)]))
  let hours = db
    .selectFrom('desks.hours')
    .select([
      'id',
      'desk_id',
      'timetable_id',
      'weekday',
      'day',
      'opens',
      'closes',
      'kind',
      'label',
      'access',
      'languages',
      'target_group',
      'place_id',
      'cancelled_at',
    ])
    .where('desk_id', 'in', deskIds)
    .orderBy('weekday')
    .orderBy('day')
    .orderBy('opens')
    .orderBy('id')
  if (since) hours = hours.where((eb) => eb.or([eb('day', 'is', null), eb('day', '>=', since)]))

  const found = new Map<string, { timetables: Timetable[]; dated: DatedHours[] }>()
  const of = (deskId: string) => {
    const known = found.get(deskId) ?? { timetables: [], dated: [] }
    found.set(deskId, known)
    return known
  }
  const ofTimetable = new Map<string, WeekHours[]>()
  for (const row of await timetables.execute()) {
    const rows: WeekHours[] = []
    ofTimetable.set(row.id, rows)
    of(row.desk_id).timetables.push({
      id: row.id,
      kind: row.kind as Timetable['kind'],
      name: row.name,
      fromDay: row.from_day,
      untilDay: row.until_day,
      version: row.version,
      hours: rows,
    })
  }
  for (const row of await hours.execute()) {
    const what = {
      opens: row.opens,
      closes: row.closes,
      kind: row.kind as HoursKind,
      label: row.label,
      access: row.access as Access,
      languages: row.languages,
      targetGroup: row.target_group,
      placeId: row.place_id,
    }
    if (row.day !== null)
      of(row.desk_id).dated.push({ ...what, id: row.id, day: row.day, cancelled: row.cancelled_at !== null })
    else ofTimetable.get(row.timetable_id ?? '')?.push({ ...what, weekday: row.weekday })
  }
  return found
}
