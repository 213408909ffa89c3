import type pg from 'pg'
import { saveTimetable } from '../../src/capabilities/desks/change-week/change-week.command.ts'
import { type DeskHours, type Hours, hoursOn } from '../../src/capabilities/desks/opening-hours.ts'
import { addStops } from '../../src/capabilities/desks/plan-stops/plan-stops.command.ts'
import { findHours } from '../../src/capabilities/desks/read-hours/read-hours.query.ts'
import { type DeskScope, jobScope, proveDesk } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../src/platform/time/local-time.ts'
import { idOfName } from './chance.ts'
import type { IsOpen } from './desk-day.ts'
import { demoStops, demoTimetables } from './hours.ts'
import { type DemoDesk, daysOfNetwork, insert, type Network } from './network.ts'

/** How far ahead stops are announced, and holidays and summers are planned. */
const daysOfStops = 42
const daysOfTimetables = 365

export interface HoursLoad {
  readonly owner: pg.Client
  readonly database: ApplicationDatabase
  readonly now: Instant
}

/**
 * Plans the stops, the holidays and what else differs from the week, from today on, by the commands and in the name of the
 * library's manager. A later start goes on where the last one ended: what somebody changed or took away stays so.
 */
export async function loadHours(network: Network, { owner, database, now }: HoursLoad): Promise<void> {
  const today = localDay(now)
  const { start, last } = await readDays(owner, today)
  if (last === today) return
  const next = (days: number) => ({
    from: last === undefined ? today : later(today, addDays(last, days)),
    until: addDays(today, days),
  })
  for (const desk of network.desks) {
    const scope = managerOf(network, desk)
    const timetables = await demoTimetables(desk, network.hours, next(daysOfTimetables), start)
    const planned = timetables.filter(({ kind }) => kind !== 'ordinary')
    const stops = await demoStops(desk, next(daysOfStops))
    if (planned.length + stops.length === 0) continue
    await database.write(scope, async (tx) => {
      for (const input of planned)
        await saveTimetable(tx, scope, { target: undefined, seen: undefined, input }, now)
      if (stops.length > 0) await addStops(tx, scope, stops, { moves: true, now })
    })
  }
  await owner.query(
    `insert into platform.reference_loads (name, content_hash, loaded_at) values ('demo hours', $1, $2)
     on conflict (name) do update set content_hash = excluded.content_hash, loaded_at = excluded.loaded_at`,
    [`${start} ${today}`, now.toString()],
  )
}

/**
 * Puts the week of each desk in the database, and what was different up to `today` (a local day), with the owner's role:
 * nobody was there yet to plan it. What stands there already stays as it is.
 */
export async function insertHours(owner: pg.Client, network: Network, today: string): Promise<void> {
  const days = { from: addDays(today, -daysOfNetwork), until: today }
  const createdAt = startOfDay(days.from).toString()
  for (const desk of network.desks) {
    const shared = { desk_id: desk.id, created_at: createdAt }
    const timetables = await demoTimetables(desk, network.hours, days, today)
    const stops = await demoStops(desk, days)
    await insert(
      owner,
      'desks.timetables',
      timetables.map(({ id, kind, name, fromDay, untilDay }) => ({
        id,
        ...shared,
        kind,
        name,
        from_day: fromDay,
        until_day: untilDay,
        version: 1,
      })),
    )
    await insert(owner, 'desks.hours', [
      ...timetables.flatMap((timetable) =>
        timetable.hours.map((each, index) => ({
          id: idOfName(`hours ${timetable.id} ${index}`),
          ...shared,
          timetable_id: timetable.id,
          weekday: each.weekday,
          day: null,
          ...columnsOf(each),
        })),
      ),
      ...stops.map((each) => ({
        id: each.id,
        ...shared,
        timetable_id: null,
        weekday: null,
        day: each.day,
        ...columnsOf(each),
      })),
    ])
  }
}

const columnsOf = (each: Hours) => ({
  opens: each.opens,
  closes: each.closes,
  kind: each.kind,
  label: each.label,
  access: each.access,
  languages: each.languages,
  target_group: each.targetGroup,
  place_id: each.placeId,
})

/** Whether a desk helps somebody in a whole hour of a day, as its hours stand in the database. */
export async function readOpenHours(database: ApplicationDatabase, { desks }: Network): Promise<IsOpen> {
  const scope = jobScope('load-demo')
  const ids = desks.map(({ id }) => id)
  const hours = await database.read(scope, (db) => findHours(db, scope, ids))
  const none: DeskHours = { timetables: [], dated: [] }
  const known = new Map<string, readonly Hours[]>()
  const on = (desk: DemoDesk, day: string): readonly Hours[] => {
    const key = `${desk.id} ${day}`
    const found = known.get(key) ?? hoursOn(hours.get(desk.id) ?? none, day)
    known.set(key, found)
    return found
  }
  return (desk, day, hour) =>
    on(desk, day).some(
      ({ opens, closes, kind }) => kind !== 'staff' && opens <= hour * 60 && closes >= (hour + 1) * 60,
    )
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** The day of the first start, and the last day on which hours were planned. */
async function readDays(owner: pg.Client, today: string): Promise<{ start: string; last?: string }> {
  const { rows } = await owner.query<{ days: string }>(
    `select content_hash as days from platform.reference_loads where name = 'demo hours'`,
  )
  const [start = today, last] = rows[0]?.days.split(' ') ?? []
  return { start, ...(last && { last }) }
}

function managerOf({ people }: Network, { id, libraryId }: DemoDesk): DeskScope {
  const manager = people.find(
    ({ role, organisationId }) => role === 'library-manager' && organisationId === libraryId,
  )
  if (!manager) throw new Error(`Nobody manages the library ${libraryId}`)
  return proveDesk(manager.id, libraryId, id)
}
