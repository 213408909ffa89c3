import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { World } from './world.ts'

/** The addresses of pages about desks and branches, each in a state that is worth looking at. */
export interface DeskStates {
  readonly full: string
  readonly mother: string
  readonly closed: string
  readonly places: string
  readonly branch: string
}

/** Makes a desk of which all is said, one that closed and sends on, places with addresses, and three branches. */
export async function makeDeskStates(owner: pg.Client, world: World): Promise<DeskStates> {
  const [full, closed, branch] = [randomUUID(), randomUUID(), randomUUID()]
  await owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, mother_desk_id, street, house_number, postcode, town, latitude, longitude,
       located_by, host, phone, email, website, step_free, hearing_loop, languages, variant, by_appointment, employees, volunteers, note, created_at)
     values ($1, $2, 'Eemdal bij Buurthuis De Wende in Hooglanderveen', 'fixed', 'GM0307', $3, 'Disselplein', '6', '3829 MD', 'Hooglanderveen', 52.184, 5.4347,
       'address', 'Buurthuis De Wende', '033 012 34 56', 'informatiepunt@eemdal.example', 'https://eemdal.example/informatiepunt', true, false,
       '{en,ar}', 'always', true, 1, 12, 'De ingang is aan de achterkant.', now())`,
    [full, world.library, world.desk],
  )
  await owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, active, closed_on, successor_desk_id, created_at)
     values ($1, $2, 'Eemdal Oud', 'library', 'GM0307', false, current_date - 20, $3, now())`,
    [closed, world.library, world.secondDesk],
  )
  await owner.query(
    `update desks.places set street = 'Hof', postcode = '3811 CJ', town = 'Amersfoort', latitude = 52.155, longitude = 5.388, located_by = 'address' where id = $1`,
    [world.places[0]],
  )
  await owner.query(
    `insert into desks.branches (id, library_id, name, kind, municipality_code, town, desk_id, active, created_at) values
       ($1, $2, 'Eemdal Hoogland', 'branch', 'GM0307', 'Hoogland', null, true, now()),
       (gen_random_uuid(), $2, 'Eemhuis', 'branch', 'GM0307', 'Amersfoort', $3, true, now()),
       (gen_random_uuid(), $2, 'Oude school', 'other', 'GM0307', null, null, false, now())`,
    [branch, world.library, world.desk],
  )
  const address = (desk: string) => `/beheer/informatiepunten/${desk}`
  return {
    full: address(full),
    mother: address(world.desk),
    closed: address(closed),
    places: `${address(world.popUpDesk)}/plaatsen`,
    branch: `/beheer/vestigingen/${branch}`,
  }
}
