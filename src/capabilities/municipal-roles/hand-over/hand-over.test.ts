import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, clock } = await testApp()
const day = (name: string, [year, month, date]: [string, string, string]) => ({
  [`${name}.day`]: date,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})
const person = {
  name: 'Ambtenaar Een',
  jobTitle: 'beleidsmedewerker',
  email: 'een@voorbeeld.test',
  phone: '',
}
const idIn = (page: string) => /name="id" value="([\da-f-]{36})"/.exec(page)?.[1] ?? ''

test('both sides are warned while nobody speaks for one of them', async () => {
  const municipality = await (await (await as('official')).get('/sturing/contactpersonen')).text()
  expect(municipality).toContain('Er is nu geen contactpersoon.')
  expect(municipality).toContain('Deze bibliotheek heeft nog geen contactpersoon opgegeven.')
  const desk = await (await (await as('coordinator')).get('/balie/gemeente')).text()
  expect(desk).toContain('Amersfoort heeft nu geen contactpersoon opgegeven.')
  expect(desk).toContain('De gemeente weet nu niet wie zij kan bellen.')
})

test('the municipality names its person with the place of the role; the desk sees him, another library does not', async () => {
  const official = await as('official')
  const address = '/sturing/contactpersonen/persoon?gemeente=GM0307'
  const wrong = await official.post(address, { ...person, name: '', email: '', phone: '12' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['name', 'phone', 'fromDay']) expect(page).toContain(`href="#${id}"`)
  const id = idIn(await (await official.get(address)).text())
  const facts = { ...person, id, placed: 'social-domain', ...day('fromDay', ['2026', '3', '1']) }
  for (const _ of [1, 2]) expect((await official.post(address, facts)).status).toBe(303)
  expect((await official.post(address, { ...facts, name: 'Iemand anders' })).status).toBe(409)
  expect((await owner.query('select id from municipal_roles.contact_persons')).rowCount).toBe(1)
  const own = await (await official.get('/sturing/contactpersonen')).text()
  expect(own).toContain('De rol ligt bij: sociaal domein.')
  expect(own).not.toContain('Er is nu geen contactpersoon.')
  const desk = await (await (await as('coordinator')).get('/balie/gemeente')).text()
  expect(desk).toContain('mailto:een@voorbeeld.test')
  expect(desk).not.toContain('nieuw sinds')
  expect(await (await (await as('otherManager')).get('/balie/gemeente')).text()).not.toContain(
    'een@voorbeeld',
  )
})

test('a hand-over ends the old one and begins the new one, once; the other side sees who is new, not the note', async () => {
  const official = await as('official')
  const { rows } = await owner.query('select id from municipal_roles.contact_persons')
  const address = `/sturing/contactpersonen/persoon/${rows[0].id}/overdragen?gemeente=GM0307`
  await owner.query(
    `insert into directory.network_actions (id, municipality_code, what, owed_by_kind, due_on, created_at)
     values (gen_random_uuid(), 'GM0307', 'Flyer bestellen', 'municipality', '2026-12-01', now())`,
  )
  const form = await (await official.get(address)).text()
  expect(form).toContain('Actie: Flyer bestellen, klaar op 1 december 2026')
  const next = {
    id: idIn(form),
    version: '1',
    name: 'Ambtenaar Twee',
    jobTitle: '',
    email: 'twee@voorbeeld.test',
    phone: '',
    note: 'Bel de bibliotheek elke maand',
  }
  const early = await official.post(address, { ...next, ...day('fromDay', ['2026', '3', '1']) })
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('Kies een dag nadat de vorige contactpersoon begon')
  for (const _ of [1, 2])
    expect((await official.post(address, { ...next, ...day('fromDay', ['2026', '11', '24']) })).status).toBe(
      303,
    )
  const other = { ...next, id: '', name: 'Ambtenaar Drie' }
  expect((await official.post(address, { ...other, ...day('fromDay', ['2026', '12', '1']) })).status).toBe(
    409,
  )
  expect((await owner.query('select id from municipal_roles.contact_persons')).rowCount).toBe(2)

  const own = await (await official.get('/sturing/contactpersonen')).text()
  expect(own).toContain('Bij de overdracht: Bel de bibliotheek elke maand')
  expect(own).toContain('Eerdere contactpersonen (1)')
  const desk = await (await (await as('coordinator')).get('/balie/gemeente')).text()
  expect(desk).toMatch(/Ambtenaar Twee[\s\S]*nieuw sinds 24 november 2026/)
  expect(desk).not.toContain('Ambtenaar Een')
  expect(desk).not.toContain('Bel de bibliotheek')
})

test('a coordinator speaks for his desk, a manager for the library; the municipality sees both', async () => {
  const address = '/balie/gemeente/contactpersoon'
  const facts = { ...person, email: 'balie@voorbeeld.test', ...day('fromDay', ['2026', '1', '1']) }
  const coordinator = await as('coordinator')
  for (const desk of ['library', world.secondDesk, world.otherDesk])
    expect((await coordinator.post(address, { ...facts, name: 'Coördinator', desk })).status).toBe(422)
  expect((await coordinator.post(address, { ...facts, name: 'Coördinator', desk: world.desk })).status).toBe(
    303,
  )
  const manager = await as('manager')
  const own = { ...facts, id: randomUUID(), name: 'Manager', desk: 'library' }
  for (const _ of [1, 2]) expect((await manager.post(address, own)).status).toBe(303)
  expect((await manager.post(address, { ...own, name: 'Iemand anders' })).status).toBe(409)
  const page = await (await (await as('official')).get('/sturing/contactpersonen')).text()
  expect(page).toMatch(/Coördinator[\s\S]*?Eemdal Centrum/)
  expect(page).toContain('Manager')
  expect(page).not.toContain('nog geen contactpersoon opgegeven')

  const { rows } = await owner.query("select id from municipal_roles.contact_persons where name = 'Manager'")
  expect((await coordinator.get(`${address}/${rows[0].id}`)).status).toBe(404)
  expect((await (await as('otherManager')).get(`${address}/${rows[0].id}`)).status).toBe(404)
  const handOver = `${address}/${rows[0].id}/overdragen`
  const next = { ...person, name: 'Nieuwe manager', version: '1', note: '' }
  expect((await manager.post(handOver, { ...next, ...day('fromDay', ['2026', '12', '1']) })).status).toBe(303)
  const soon = await (await (await as('official')).get('/sturing/contactpersonen')).text()
  expect(soon).toMatch(/Nieuwe manager[\s\S]*begint op 1 december 2026/)
  expect((await (await as('volunteer')).get('/balie/gemeente')).status).toBe(403)
})

test('a deputy alone does not take the warning away', async () => {
  clock.moveTo('2026-11-25T09:00:00Z')
  await owner.query(
    "update municipal_roles.contact_persons set deputy = true where municipality_code = 'GM0307'",
  )
  expect(await (await (await as('official')).get('/sturing/contactpersonen')).text()).toContain(
    'Er is nu geen contactpersoon.',
  )
})
