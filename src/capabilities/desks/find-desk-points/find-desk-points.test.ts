import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import { findStopPoints } from './find-desk-points.query.ts'

const { as, database, owner, world } = await testApp()
const base = `/balie/openingstijden/${world.popUpDesk}`
const scope = jobScope('test')

const stops = () => database.read(scope, (db) => findStopPoints(db, scope, '2026-12-15'))
const week = (place: string, month: string) => ({
  action: 'save',
  kind: 'ordinary',
  lines: '1',
  'times-0': 'di 10-12',
  'place-0': place,
  'from.day': '1',
  'from.month': month,
  'from.year': '2026',
})

test('a place counts while something is planned there: not after another week, nor when its stop is called off', async () => {
  const browser = await as('manager')
  const [market, house] = world.places
  await browser.post(`${base}/week/nieuw`, week(market, '11'))
  expect(await stops()).toHaveLength(1)

  const { rows } = await owner.query(`select id from desks.timetables where desk_id = $1`, [world.popUpDesk])
  const next = { ...week(house, '12'), seen: rows[0].id, version: '1' }
  expect((await browser.post(`${base}/week/nieuw`, next)).status).toBe(303)
  expect(await stops()).toHaveLength(1)

  await owner.query(
    `insert into desks.hours (id, desk_id, day, opens, closes, kind, access, place_id, created_at)
     values ($1, $2, '2026-12-17', 600, 720, 'desk', 'walk-in', $3, now())`,
    ['0193a1b2-0000-7000-8000-000000000001', world.popUpDesk, market],
  )
  expect(await stops()).toHaveLength(2)
  await browser.post(`${base}/haltes/0193a1b2-0000-7000-8000-000000000001/vervalt`, {})
  expect(await stops()).toHaveLength(1)
})
