import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const address = `/beheer/informatiepunten/${world.popUpDesk}/plaatsen`
const station = { name: 'Station', municipality: 'GM0307' }

async function openPlaces(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from desks.places where desk_id = $1 and active order by name',
    [world.popUpDesk],
  )
  return rows.map(({ name }) => name)
}

async function place(name: string) {
  return (await owner.query('select * from desks.places where name = $1', [name])).rows[0]
}

test('a place is added, closed, and opens again under its old id', async () => {
  const browser = await as('manager')
  expect((await browser.post(address, station)).status).toBe(303)
  expect(await openPlaces()).toEqual(['Buurthuis', 'Station', 'Weekmarkt'])

  expect((await browser.post(`${address}/${world.places[0]}/sluiten`, {})).status).toBe(303)
  expect(await openPlaces()).toEqual(['Buurthuis', 'Station'])

  await browser.post(address, { ...station, name: 'WEEKMARKT' })
  expect(await openPlaces()).toEqual(['Buurthuis', 'Station', 'Weekmarkt'])
  const { rows } = await owner.query(
    `select action from platform.audit_lines where subject_id = $1 order by id`,
    [world.places[0]],
  )
  expect(rows.map(({ action }) => action)).toEqual(['desks.close-place', 'desks.add-place'])
})

test('a name that is there already is told at the field, and what is there stays as it was', async () => {
  const browser = await as('manager')
  const first = { ...station, name: 'Kerk', street: 'Hof', postcode: '3823 AA', 'step-free': 'yes' }
  expect((await browser.post(address, first)).status).toBe(303)
  // The same form sent twice is saved once.
  expect((await browser.post(address, first)).status).toBe(303)
  const before = await place('Kerk')
  const response = await browser.post(address, { ...station, name: 'kerk' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('href="#name"')
  expect(await place('Kerk')).toEqual(before)
})

test('a place where something is planned is not closed: first that goes, and it says what', async () => {
  const browser = await as('manager')
  await browser.post(address, { ...station, name: 'Plein' })
  const { id } = await place('Plein')
  const hours = `/balie/openingstijden/${world.popUpDesk}`
  const week = {
    action: 'save',
    kind: 'ordinary',
    lines: '1',
    'times-0': 'di 10-12',
    'place-0': id,
    'from.day': '1',
    'from.month': '11',
    'from.year': '2026',
  }
  const stop = {
    action: 'save',
    stop: '0193a1b2-0000-7000-8000-000000000001',
    lines: '1',
    'times-0': '14-16',
    'place-0': id,
    'day.day': '1',
    'day.month': '12',
    'day.year': '2026',
    repeat: 'once',
  }
  expect((await browser.post(`${hours}/week/nieuw`, week)).status).toBe(303)
  expect((await browser.post(`${hours}/haltes/nieuw`, stop)).status).toBe(303)

  const refused = await browser.post(`${address}/${id}/sluiten`, {})
  expect(refused.status).toBe(409)
  const html = await refused.text()
  expect(html).toContain('Op Plein is nog iets gepland: di 10-12; dinsdag 1 december 2026.')
  expect(html).toContain(`href="${hours}"`)
  expect(await openPlaces()).toContain('Plein')

  const { rows } = await owner.query(`select id from desks.timetables where desk_id = $1`, [world.popUpDesk])
  await browser.post(`${hours}/week/${rows[0].id}/verwijderen`, { version: '1' })
  await browser.post(`${hours}/haltes/${stop.stop}/vervalt`, {})
  expect((await browser.post(`${address}/${id}/sluiten`, {})).status).toBe(303)
  expect(await openPlaces()).not.toContain('Plein')

  // What was called off does not go on at a place that is closed, and nothing new is planned there.
  expect((await browser.post(`${hours}/haltes/${stop.stop}/door`, {})).status).toBe(409)
  await owner.query('truncate desks.timetables, desks.hours')
})

test('a place gets an address and a point, and is changed', async () => {
  const browser = await as('manager')
  await browser.post(address, { ...station, name: 'Zwembad', postcode: '3823aa', 'step-free': 'yes' })
  expect(await place('Zwembad')).toMatchObject({
    postcode: '3823 AA',
    latitude: 52.1885,
    located_by: 'postcode',
    step_free: true,
  })
  const { id } = await place('Zwembad')
  const html = await (await browser.get(`${address}/${id}`)).text()
  expect(html).toContain('value="3823 AA"')
  const changed = {
    name: 'Zwembad Amerena',
    municipality: 'GM0307',
    street: 'Velodroom',
    point: '52.19, 5.4',
  }
  expect((await browser.post(`${address}/${id}`, changed)).status).toBe(303)
  expect(await place('Zwembad Amerena')).toMatchObject({
    id,
    street: 'Velodroom',
    postcode: null,
    latitude: 52.19,
    longitude: 5.4,
    located_by: 'address',
    step_free: null,
  })
  const list = await (await browser.get(address)).text()
  expect(list).toContain('Velodroom')
  expect(list).toContain('niet op de kaart')
})

test('another name that is there already is told at the field', async () => {
  const response = await (await as('manager')).post(`${address}/${world.places[1]}`, {
    ...station,
    name: 'weekmarkt',
  })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('href="#name"')
})

test('a place without a name or a municipality is asked for both', async () => {
  const response = await (await as('manager')).post(address, { name: '', postcode: '1999 ZZ' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('href="#name"')
  expect(html).toContain('href="#municipality"')
})

test.each([
  ['a postcode of another municipality', { postcode: '1012 LG' }, '#municipality'],
  ['a point far from its postcode', { postcode: '3811 LP', point: '53.21, 6.56' }, '#point'],
])('%s is told at the field', async (_, sent, link) => {
  const response = await (await as('manager')).post(address, { ...station, name: 'Elders', ...sent })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a postcode that does not exist is told at the field', async () => {
  const response = await (await as('manager')).post(address, { ...station, name: 'Ver', postcode: '1999 ZZ' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('href="#postcode"')
})

test("a place of another desk is not closed or changed through one's own, and another library gets nowhere", async () => {
  const own = `/beheer/informatiepunten/${world.secondDesk}/plaatsen/${world.places[1]}`
  const manager = await as('manager')
  expect((await manager.post(`${own}/sluiten`, {})).status).toBe(404)
  expect((await manager.post(own, station)).status).toBe(404)
  const other = await as('otherManager')
  expect((await other.post(`${address}/${world.places[1]}/sluiten`, {})).status).toBe(404)
  expect((await other.post(`${address}/${world.places[1]}`, station)).status).toBe(404)
  expect(await openPlaces()).toContain('Buurthuis')
})
