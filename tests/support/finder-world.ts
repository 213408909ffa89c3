import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { World } from './world.ts'

/** Hours of a desk on a weekday (1 Monday), in minutes after midnight; without a weekday on one day alone. */
export interface HoursRow {
  readonly weekday?: number
  readonly day?: string
  readonly opens: number
  readonly closes: number
  readonly kind?: string
  readonly access?: string
  readonly languages?: readonly string[]
  readonly label?: string
  readonly placeId?: string
}

/** Gives a desk a timetable with these hours, and its hours of one day alone. */
export async function giveHours(
  owner: pg.Client,
  deskId: string,
  rows: readonly HoursRow[],
  timetable: { kind?: string; name?: string; from?: string; until?: string } = {},
): Promise<void> {
  const { kind = 'ordinary', name = null, from = '2026-01-01', until = null } = timetable
  const id = randomUUID()
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, name, from_day, until_day, created_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [id, deskId, kind, name, from, until],
  )
  for (const row of rows)
    await owner.query(
      `insert into desks.hours (id, desk_id, timetable_id, weekday, day, opens, closes, kind, access, languages, label, place_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now())`,
      [
        randomUUID(),
        deskId,
        row.day ? null : id,
        row.weekday ?? null,
        row.day ?? null,
        row.opens,
        row.closes,
        row.kind ?? 'desk',
        row.access ?? 'walk-in',
        row.languages ?? [],
        row.label ?? null,
        row.placeId ?? null,
      ],
    )
}

/** The desks of the world on the map: two in Amersfoort, one in Utrecht, and a market with a pop-up desk on Saturday. */
export async function putOnMap(owner: pg.Client, world: World): Promise<void> {
  const at = (
    desk: string,
    latitude: number,
    longitude: number,
    street: string,
    postcode: string,
    town: string,
  ) =>
    owner.query(
      `update desks.desks set latitude = $2, longitude = $3, street = $4, house_number = '1', postcode = $5, town = $6, located_by = 'address' where id = $1`,
      [desk, latitude, longitude, street, postcode, town],
    )
  await at(world.desk, 52.16, 5.389, 'Eemplein', '3812 EA', 'Amersfoort')
  await at(world.secondDesk, 52.19, 5.4, 'Zonneplein', '3823 AA', 'Amersfoort')
  await at(world.otherDesk, 52.093, 5.118, 'Neude', '3512 AE', 'Utrecht')
  await owner.query(
    `update desks.desks set phone = '033 012 34 56', step_free = true, languages = '{tr,ar}' where id = $1`,
    [world.desk],
  )
  await owner.query(
    `update desks.places set latitude = 52.145, longitude = 5.39, street = 'Hof', town = 'Amersfoort' where id = $1`,
    [world.places[0]],
  )
  // The clock of a test stands at Tuesday 24 November 2026, ten o'clock.
  await giveHours(owner, world.desk, [
    { weekday: 2, opens: 540, closes: 720 },
    { weekday: 4, opens: 1080, closes: 1200, access: 'appointment' },
    { weekday: 3, opens: 840, closes: 900, kind: 'youth' },
    { weekday: 5, opens: 600, closes: 660, kind: 'staff', label: 'Overleg van het team' },
  ])
  await giveHours(owner, world.otherDesk, [{ weekday: 3, opens: 600, closes: 1020 }])
  await giveHours(owner, world.popUpDesk, [
    { day: '2026-11-28', opens: 600, closes: 840, placeId: world.places[0] },
  ])
}

/** The public address of a desk. */
export async function addressOfDesk(owner: pg.Client, deskId: string): Promise<string> {
  const { rows } = await owner.query<{ name: string; code: string }>(
    'select name, code from desks.desks where id = $1',
    [deskId],
  )
  const slug = rows[0]?.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return `/informatiepunt/${slug}-${rows[0]?.code}`
}
