import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()

test('the page shows what stands, and a change of the working area replaces it', async () => {
  const browser = await as('administrator')
  const address = `/beheer/organisaties/${world.library}`
  const html = await (await browser.get(address)).text()
  expect(html).toContain('value="Bibliotheek Eemdal"')
  expect(html).toMatch(/value="GM0307" checked/)

  const fields = { name: 'Bibliotheek Eemdal e.o.', isil: '', municipalities: ['GM0310'], active: 'no' }
  expect((await browser.post(address, fields)).status).toBe(303)
  const { rows } = await owner.query(
    `select name, active, array(select municipality_code from organisations.library_municipalities where library_id = id) as area
     from organisations.organisations where id = $1`,
    [world.library],
  )
  expect(rows).toEqual([{ name: 'Bibliotheek Eemdal e.o.', active: false, area: ['GM0310'] }])
})

test('a support institution works in provinces', async () => {
  const browser = await as('administrator')
  const { rows } = await owner.query(
    `select id from organisations.organisations where kind = 'support-institution'`,
  )
  const address = `/beheer/organisaties/${rows[0].id}`
  await browser.post(address, { name: 'Steunpunt Midden', provinces: ['PV24', 'PV26'], active: 'yes' })
  const html = await (await browser.get(address)).text()
  expect(html).toMatch(/value="PV26" checked/)
  expect(html).not.toMatch(/value="PV20" checked/)
})

test('a name that another library has is refused', async () => {
  const response = await (await as('administrator')).post(`/beheer/organisaties/${world.otherLibrary}`, {
    name: 'BIBLIOTHEEK EEMDAL E.O.',
    active: 'yes',
  })
  expect(response.status).toBe(422)
})

test('what does not exist is not found', async () => {
  const browser = await as('administrator')
  expect((await browser.get('/beheer/organisaties/iets')).status).toBe(404)
  expect((await browser.get(`/beheer/organisaties/${world.desk}`)).status).toBe(404)
})

test('a library manager may see nor change it', async () => {
  const browser = await as('manager')
  expect((await browser.get(`/beheer/organisaties/${world.library}`)).status).toBe(403)
  expect((await browser.post(`/beheer/organisaties/${world.library}`, { name: 'x' })).status).toBe(403)
})
