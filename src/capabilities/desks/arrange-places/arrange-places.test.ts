import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const address = `/beheer/informatiepunten/${world.popUpDesk}`

async function openPlaces(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from desks.places where desk_id = $1 and active order by name',
    [world.popUpDesk],
  )
  return rows.map(({ name }) => name)
}

test('a place is added, closed, and opens again under its old id', async () => {
  const browser = await as('manager')
  expect(
    (await browser.post(`${address}/plaatsen`, { 'place-name': 'Station', 'place-municipality': 'GM0307' }))
      .status,
  ).toBe(303)
  expect(await openPlaces()).toEqual(['Buurthuis', 'Station', 'Weekmarkt'])

  expect((await browser.post(`${address}/plaatsen/${world.places[0]}/sluiten`, {})).status).toBe(303)
  expect(await openPlaces()).toEqual(['Buurthuis', 'Station'])

  await browser.post(`${address}/plaatsen`, { 'place-name': 'WEEKMARKT', 'place-municipality': 'GM0307' })
  expect(await openPlaces()).toEqual(['Buurthuis', 'Station', 'Weekmarkt'])
  const { rows } = await owner.query(
    `select action from platform.audit_lines where subject_id = $1 order by id`,
    [world.places[0]],
  )
  expect(rows.map(({ action }) => action)).toEqual(['desks.close-place', 'desks.add-place'])
})

test('a place without a name or a municipality is asked for both', async () => {
  const response = await (await as('manager')).post(`${address}/plaatsen`, { 'place-name': '' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('href="#place-name"')
  expect(html).toContain('href="#place-municipality"')
})

test("a place of another desk is not closed through one's own, and another library gets nowhere", async () => {
  const own = `/beheer/informatiepunten/${world.secondDesk}/plaatsen/${world.places[1]}/sluiten`
  expect((await (await as('manager')).post(own, {})).status).toBe(404)
  const other = await as('otherManager')
  expect((await other.post(`${address}/plaatsen/${world.places[1]}/sluiten`, {})).status).toBe(404)
  expect(await openPlaces()).toContain('Buurthuis')
})
