import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk, publicScope } from '../../../platform/auth/scope.ts'
import { isForVisitors, openingsBetween } from '../opening-hours.ts'
import { findHours, noHours } from './read-hours.query.ts'

const { database, owner, world } = await testApp()

test('a day of staff alone is closed to the public as it is to the desk, with its stop', async () => {
  const week = '00000000-0000-7000-8000-000000000001'
  const meeting = '00000000-0000-7000-8000-000000000002'
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, until_day, created_at) values
       ($1, $3, 'ordinary', '2026-01-01', null, now()), ($2, $3, 'exception', '2026-11-25', '2026-11-26', now())`,
    [week, meeting, world.desk],
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, day, opens, closes, kind, access, created_at) values
       (gen_random_uuid(), $3, $1, 3, null, 660, 780, 'desk', 'walk-in', now()),
       (gen_random_uuid(), $3, $2, null, null, 540, 1020, 'staff', 'walk-in', now()),
       (gen_random_uuid(), $3, null, null, '2026-11-25', 840, 960, 'desk', 'walk-in', now()),
       (gen_random_uuid(), $3, null, null, '2026-11-26', 840, 960, 'desk', 'walk-in', now())`,
    [week, meeting, world.desk],
  )
  const own = proveDesk(world.accounts.coordinator, world.library, world.desk)
  for (const scope of [own, publicScope]) {
    const hours = await database.read(scope, (db) => findHours(db, scope, [world.desk]))
    const openings = openingsBetween(hours.get(world.desk) ?? noHours, '2026-11-24', '2026-12-03')
    expect(
      openings.filter(isForVisitors).map(({ day }) => day),
      scope.kind,
    ).toEqual(['2026-11-26', '2026-12-02'])
  }
})

test('hours stand at places of their own desk alone', async () => {
  await expect(
    owner.query(
      `insert into desks.hours (id, desk_id, day, opens, closes, kind, access, place_id, created_at)
       values (gen_random_uuid(), $1, '2026-11-25', 840, 960, 'desk', 'walk-in', $2, now())`,
      [world.desk, world.places[0]],
    ),
  ).rejects.toThrow(/hours_place/)
})
