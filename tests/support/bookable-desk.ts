import { randomUUID } from 'node:crypto'
import type { TestDatabase } from './test-database.ts'
import type { World } from './world.ts'

/**
 * Lets the first desk of the world be open every day and all day, with hours that can be booked; and with a consultation hour of a partner, when
 * an agreement is given. The desk gets an address, so that it is found by a postcode.
 */
export async function makeBookable(
  owner: TestDatabase['owner'],
  world: World,
  agreement?: string,
): Promise<{ readonly offer: string; readonly consultation: string }> {
  const made = { offer: randomUUID(), consultation: randomUUID() }
  const week = randomUUID()
  await owner.query(
    `update desks.desks set street = 'Eemplein', house_number = '71', postcode = '3812 EA', town = 'Amersfoort', latitude = 52.1601,
       longitude = 5.3826, located_by = 'address' where id = $1`,
    [world.desk],
  )
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, created_at) values ($1, $2, 'ordinary', '2026-01-01', now())`,
    [week, world.desk],
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, opens, closes, kind, label, access, created_at) values
       ($1, $3, $4, 480, 1320, 'desk', null, 'walk-in', now()), ($2, $3, $4, 480, 1320, 'consultation', 'Raadslieden', 'appointment', now())`,
    [randomUUID(), randomUUID(), world.desk, week],
  )
  await owner.query(
    `insert into referrals.offers (id, library_id, desk_id, agreement_id, name, hours_kind, hours_label, minutes, places, notice_minutes, horizon_days, by_public, created_at) values
       ($1, $3, $4, null, 'Hulp', 'desk', null, 30, 2, 30, 3, true, now()),
       ($2, $3, $4, $5, 'Raadslieden', 'consultation', 'Raadslieden', 30, 1, 30, 3, false, now())`,
    [made.offer, made.consultation, world.library, world.desk, agreement ?? null],
  )
  return made
}
