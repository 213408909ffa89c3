import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const page = `/balie/openingstijden/${world.desk}/overnemen`
const week = (more: Record<string, string>) => ({
  action: 'save',
  kind: 'ordinary',
  lines: '1',
  'times-0': 'di-vr 11-13',
  'from.day': '1',
  'from.month': '11',
  'from.year': '2026',
  ...more,
})
const manager = await as('manager')
await manager.post(
  `/balie/openingstijden/${world.secondDesk}/week/nieuw`,
  week({ 'access-0': 'appointment' }),
)
await manager.post(
  `/balie/openingstijden/${world.popUpDesk}/week/nieuw`,
  week({ 'place-0': world.places[0] }),
)

test('the desks of the library with a week are to choose from', async () => {
  const html = await (await (await as('coordinator')).get(page)).text()
  expect(html).toContain(`${page}?van=${world.secondDesk}`)
  expect(html).toContain('di-vr 11-13, op afspraak')
  expect(html).not.toContain('Domstad')
})

test('the week of another stands in the editor, and nothing is saved', async () => {
  const html = await (await (await as('coordinator')).get(`${page}?van=${world.secondDesk}`)).text()
  expect(html).toContain('value="di-vr 11-13"')
  expect(html).toContain('Dit is de week van Eemdal Noord. Er is nog niets opgeslagen.')
  expect(html).toMatch(/name="access-0" value="appointment" checked/)
  const { rows } = await owner.query('select id from desks.timetables where desk_id = $1', [world.desk])
  expect(rows).toEqual([])
})

test('places stay behind, and it says so', async () => {
  const html = await (await (await as('coordinator')).get(`${page}?van=${world.popUpDesk}`)).text()
  expect(html).toContain('zonder de plekken')
})

test('a desk of another library is not there', async () => {
  expect((await (await as('coordinator')).get(`${page}?van=${world.otherDesk}`)).status).toBe(404)
  expect((await (await as('coordinator')).get(`${page}?van=${'x'.repeat(10_000)}`)).status).toBe(404)
})
