import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cloneDatabase } from '../../../../tests/support/test-database.ts'
import { makeWorld } from '../../../../tests/support/world.ts'
import { proveSelf, publicScope } from '../../../platform/auth/scope.ts'
import { fixedClock } from '../../../platform/time/clock.ts'
import { watchCoverage } from '../jobs.ts'
import { readCoverage } from '../read-coverage/read-coverage.query.ts'

const { owner, database, workerDatabase } = await cloneDatabase()
const world = await makeWorld(owner)
const clock = fixedClock('2026-11-24T09:00:00Z')
const look = watchCoverage()
const reckon = (): Promise<boolean> => look(workerDatabase, clock.now())
const scope = proveSelf(world.accounts.volunteer)
const read = () => database.read(scope, (db) => readCoverage(db, scope))
const of = async (key: string) => (await read()).find((each) => each.key === key)

/** A count of our own, by the haversine formula in SQL. */
async function counted() {
  const { rows } = await owner.query<{ key: string; people: number; two: number; five: number; ten: number }>(
    `with desk as (
       select coalesce(desk.latitude, area.latitude) as latitude, coalesce(desk.longitude, area.longitude) as longitude
       from desks.desks as desk left join organisations.postcode_areas as area on area.code = left(desk.postcode, 4)
       where desk.active and desk.kind in ('library', 'fixed')
     ), far as (
       select area.municipality_code, area.inhabitants, (
         select min(2 * 6371008.8 * asin(sqrt(power(sin(radians(desk.latitude - area.latitude) / 2), 2)
           + cos(radians(area.latitude)) * cos(radians(desk.latitude)) * power(sin(radians(desk.longitude - area.longitude) / 2), 2))))
         from desk where desk.latitude is not null) as metres
       from organisations.postcode_areas as area
     ), levels as (
       select unnest(array[far.municipality_code, province_code, 'NL']) as key, far.* from far
       join organisations.municipalities on municipalities.code = far.municipality_code
     )
     select key, sum(inhabitants)::int as people, coalesce(sum(inhabitants) filter (where metres <= 2000), 0)::int as two,
       coalesce(sum(inhabitants) filter (where metres <= 5000), 0)::int as five, coalesce(sum(inhabitants) filter (where metres <= 10000), 0)::int as ten
     from levels group by key order by key`,
  )
  return rows
}

const area = fc.constantFrom('3811', '3812', '3817', '3512', '3561', '3741', '9011', '4331')
const act = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    area,
    desk: fc.constantFrom('library', 'fixed', 'telephone'),
  }),
  fc.record({ kind: fc.constant('move' as const), area, which: fc.nat() }),
  fc.record({ kind: fc.constant('close' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('open' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('lose-point' as const), which: fc.nat() }),
)

async function play(what: typeof act extends fc.Arbitrary<infer Value> ? Value : never): Promise<void> {
  const { rows: desks } = await owner.query<{ id: string }>('select id from desks.desks order by id')
  const id = 'which' in what ? desks[what.which % desks.length]?.id : undefined
  const to = `from organisations.postcode_areas as area where area.code = $2`
  switch (what.kind) {
    case 'add':
      await owner.query(
        `insert into desks.desks (id, library_id, name, kind, municipality_code, latitude, longitude, created_at)
         select gen_random_uuid(), $1, 'Balie ' || gen_random_uuid(), $3, area.municipality_code, area.latitude + 0.01, area.longitude, now() ${to}`,
        [world.library, what.area, what.desk],
      )
      break
    case 'move':
      await owner.query(
        `update desks.desks set municipality_code = area.municipality_code, latitude = area.latitude, longitude = area.longitude ${to} and id = $1`,
        [id, what.area],
      )
      break
    case 'close':
    case 'open':
      await owner.query('update desks.desks set active = $2 where id = $1', [id, what.kind === 'open'])
      break
    case 'lose-point':
      await owner.query(
        `update desks.desks set latitude = null, longitude = null, postcode = '3811 AA' where id = $1`,
        [id],
      )
  }
}

describe('the reach of the desks', () => {
  test('is after every change what a fresh count says, at every level', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
        for (const each of acts) await play(each)
        await reckon()
        const kept = (await read()).map(({ key, inhabitants, within }) => ({
          key,
          people: inhabitants,
          two: within[2],
          five: within[5],
          ten: within[10],
        }))
        expect(kept.sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual(
          (await counted()).sort((one, other) => (one.key < other.key ? -1 : 1)),
        )
      }),
      { numRuns: 12, timeout: 20_000 },
    )
  }, 120_000)

  test('is reckoned only when desks differ, and a row keeps its moment while it stays the same', async () => {
    await reckon()
    expect(await reckon()).toBe(false)
    const before = await of('PV21')
    clock.moveTo('2026-11-25T09:00:00Z')
    await play({ kind: 'add', area: '4331', desk: 'fixed' })
    expect(await reckon()).toBe(true)
    expect((await of('PV29'))?.since.toString()).toBe('2026-11-25T09:00:00Z')
    expect((await of('PV21'))?.since.toString()).toBe(before?.since.toString())
    // Another worker, that has seen nothing yet, finds nothing to change.
    clock.moveTo('2026-11-26T09:00:00Z')
    expect(await watchCoverage()(workerDatabase, clock.now())).toBe(true)
    expect((await of('PV29'))?.since.toString()).toBe('2026-11-25T09:00:00Z')
  })

  test('of a stop counts apart, while something is planned there', async () => {
    await owner.query(
      `update desks.places as place set latitude = area.latitude, longitude = area.longitude, municipality_code = area.municipality_code
       from organisations.postcode_areas as area where area.code = '9161' and place.id = $1`,
      [world.places[0]],
    )
    const at = async (day: string, cancelled: boolean) => {
      await owner.query('delete from desks.hours')
      await owner.query(
        `insert into desks.hours (id, desk_id, day, opens, closes, kind, access, place_id, cancelled_at, created_at)
         values ($1, $2, $3, 600, 720, 'desk', 'walk-in', $4, $5, now())`,
        [randomUUID(), world.popUpDesk, day, world.places[0], cancelled ? '2026-11-20T09:00:00Z' : null],
      )
      await reckon()
      const ameland = await of('GM0060')
      return {
        stops: ameland?.stops,
        desks: ameland?.desks,
        reached: ameland?.withinOrStop,
        near: ameland?.within[5],
      }
    }
    clock.moveTo('2026-11-26T09:00:00Z')
    await owner.query(`update desks.desks set active = true, kind = 'pop-up' where id = $1`, [
      world.popUpDesk,
    ])
    expect(await at('2026-11-25', false)).toEqual({ stops: 0, desks: 0, reached: 0, near: 0 })
    expect(await at('2026-12-01', true)).toMatchObject({ stops: 0, reached: 0 })
    const planned = await at('2026-12-01', false)
    expect(planned).toMatchObject({ stops: 1, desks: 0, near: 0 })
    expect(planned.reached).toBeGreaterThan(500)
  })

  test('is for everybody who has signed in, and for nobody else', async () => {
    expect((await read()).length).toBeGreaterThan(350)
    expect(await database.read(publicScope, (db) => readCoverage(db, publicScope))).toEqual([])
  })
})
