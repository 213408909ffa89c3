import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { World } from './world.ts'

/** The addresses of pages about hours, each in a state that is worth looking at. */
export interface HoursStates {
  readonly desk: string
  readonly popUp: string
  readonly week: string
  readonly closure: string
}

/** Gives the desks of the world hours of every sort: a week with a consultation hour, a closure ahead, stops. */
export async function makeHoursStates(owner: pg.Client, world: World): Promise<HoursStates> {
  const [week, closure] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, name, from_day, until_day, created_at) values
       ($1, $3, 'ordinary', null, current_date - 30, null, now()),
       ($2, $3, 'exception', 'Verbouwing', current_date + 5, current_date + 12, now()),
       (gen_random_uuid(), $3, 'period', 'Zomer', current_date + 200, current_date + 240, now())`,
    [week, closure, world.desk],
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, label, access, languages, created_at)
     select gen_random_uuid(), $1::uuid, $2::uuid, weekday, 660, 780, 'desk', null, 'walk-in', '{}', now() from generate_series(1, 7) weekday
     union all values (gen_random_uuid(), $1::uuid, $2::uuid, 3, 840, 960, 'consultation', 'Belastingdienst', 'appointment', '{en,ar}'::text[], now())`,
    [world.desk, week],
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, day, opens, closes, kind, access, place_id, cancelled_at, created_at) values
       (gen_random_uuid(), $1, current_date + 3, 600, 720, 'desk', 'walk-in', $2, null, now()),
       (gen_random_uuid(), $1, current_date + 10, 600, 720, 'desk', 'walk-in', $2, now(), now()),
       (gen_random_uuid(), $1, current_date + 17, 600, 720, 'youth', 'walk-in', $2, null, now())`,
    [world.popUpDesk, world.places[0]],
  )
  const desk = `/balie/openingstijden/${world.desk}`
  return {
    desk,
    popUp: `/balie/openingstijden/${world.popUpDesk}`,
    week: `${desk}/week/${week}`,
    closure: `${desk}/dicht/${closure}`,
  }
}
