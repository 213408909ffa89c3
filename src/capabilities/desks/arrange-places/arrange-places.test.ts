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
