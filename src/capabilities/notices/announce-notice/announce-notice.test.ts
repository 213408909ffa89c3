import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk, proveDesks, proveMunicipality } from '../../../platform/auth/scope.ts'

const { as, owner, database, world, clock } = await testApp()
const add = '/sturing/wijzigingen/nieuw?gemeente=GM0307'
const day = (name: string, [date, month, year]: [string, string, string]) => ({
  [`${name}.day`]: date,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})
const facts = {
  title: 'Parkeervergunning alleen nog digitaal',
  topic: 'parking-permit',
  'topic-2': 'permit',
  'topic-3': '',
  what: 'Het papieren formulier verdwijnt.\r\nAanvragen gaat met DigiD.',
  tell: 'Aanvragen kan met DigiD. Zonder DigiD: bel 033 469 51 11.',
  link: 'www.amersfoort.nl/parkeren',
  reach: 'all',
  ...day('from', ['15', '12', '2026']),
  ...day('until', ['31', '3', '27']),
}

beforeEach(async () => {
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query('delete from notices.confirmations; delete from notices.notices')
})

async function announced(more: Record<string, string | string[]> = {}): Promise<string> {
  const id = randomUUID()
  const response = await (await as('official')).post(add, { id, action: 'announce', ...facts, ...more })
  expect(response.status).toBe(303)
  return id
}
const textOf = async (browser: TestBrowser, path: string): Promise<string> => (await browser.get(path)).text()
const confirm = (browser: TestBrowser, id: string, desk: string, edition = '1') =>
  browser.post(`/balie/wijzigingen/${id}/gezien`, { desk, edition })

test('what is missing or wrong is said at its field, and nothing typed is lost', async () => {
  const official = await as('official')
  const wrong = await official.post(add, {
    id: randomUUID(),
    ...facts,
    title: '',
    topic: '',
    'topic-2': '',
    tell: `${'a'.repeat(290)} 123456782`,
    link: 'zie de site',
    reach: 'chosen',
    ...day('until', ['1', '12', '2026']),
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['title', 'topic', 'tell', 'link', 'until', 'desks'])
    expect(page).toContain(`href="#${id}"`)
  expect(page).toContain('Hier lijkt iets over een persoon te staan')
  expect(page).toContain('Het papieren formulier verdwijnt.')
  expect((await owner.query('select from notices.notices')).rowCount).toBe(0)
})

test('a draft is for the municipality alone; announced, it reaches each of its desks and no other', async () => {
  const official = await as('official')
  const id = randomUUID()
  const kept = await official.post(add, { id, action: 'save', ...facts })
  expect(kept.headers.get('location')).toBe(`/sturing/wijzigingen/${id}?gemeente=GM0307&bericht=bewaard`)
  const volunteer = await as('volunteer')
  expect(await textOf(volunteer, '/balie/wijzigingen')).not.toContain(facts.title)
  expect(await textOf(official, '/sturing/wijzigingen')).toContain('Concept')

  await official.post(`/sturing/wijzigingen/${id}/wijzigen?gemeente=GM0307`, {
    ...facts,
    action: 'announce',
    version: '1',
  })
  const page = await textOf(volunteer, '/balie/wijzigingen')
  expect(page).toContain(facts.title)
  expect(page).toContain('bel 033 469 51 11')
  expect(page).toContain('href="https://www.amersfoort.nl/parkeren"')
  expect(await textOf(await as('otherEmployee'), '/balie/wijzigingen')).not.toContain(facts.title)

  // Utrecht's desk gets it as soon as Amersfoort pays for it.
  await owner.query("insert into desks.financiers values ($1, 'GM0307')", [world.otherDesk])
  expect(await textOf(await as('otherEmployee'), '/balie/wijzigingen')).toContain(facts.title)
  await owner.query('delete from desks.financiers')
})

test('a desk confirms with one tap, twice is once, and the municipality sees which desk and not who', async () => {
  const id = await announced()
  const volunteer = await as('volunteer')
  expect(await textOf(volunteer, '/balie')).toContain('(1 nieuw)')
  for (const _ of [1, 2])
    expect((await confirm(volunteer, id, world.desk)).headers.get('location')).toContain('bericht=gezien')
  expect((await owner.query('select from notices.confirmations')).rowCount).toBe(1)
  expect(await textOf(volunteer, '/balie')).not.toContain('(1 nieuw)')
  expect((await confirm(volunteer, id, world.secondDesk)).status).toBe(403)
  expect((await confirm(volunteer, id, 'nergens')).status).toBe(403)

  const official = await as('official')
  expect(await textOf(official, '/sturing/wijzigingen')).toContain('Gezien door 1 van 3')
  const page = await textOf(official, `/sturing/wijzigingen/${id}`)
  expect(page).toContain('gezien op di 24 nov')
  expect(page.match(/nog niet; wacht sinds di 24 nov/g)).toHaveLength(2)
  expect(page).not.toContain('Test volunteer')
  const log = await owner.query(
    "select account_id, library_id from platform.audit_lines where action = 'notices.confirm'",
  )
  expect(log.rows[0]).toEqual({ account_id: world.accounts.volunteer, library_id: world.library })
})

test('a change that matters is seen again; a typing error is not; what is read is what is confirmed', async () => {
  const id = await announced()
  const volunteer = await as('volunteer')
  await confirm(volunteer, id, world.desk)
  const official = await as('official')
  const change = `/sturing/wijzigingen/${id}/wijzigen?gemeente=GM0307`
  await official.post(change, { ...facts, title: 'Vergunning alleen digitaal', action: 'save', version: '1' })
  expect(await textOf(volunteer, '/balie/wijzigingen')).not.toContain('Gezien voor dit informatiepunt')
  await official.post(change, { ...facts, action: 'save', version: '2', 'see-again': 'ja' })
  expect(await textOf(volunteer, '/balie/wijzigingen')).toContain('aangepast sinds jullie het zagen')
  expect(await textOf(official, `/sturing/wijzigingen/${id}`)).toContain('zag een eerdere versie')
  expect((await confirm(volunteer, id, world.desk, '1')).headers.get('location')).toContain('gewijzigd')
  await confirm(volunteer, id, world.desk, '2')
  expect(await textOf(official, `/sturing/wijzigingen/${id}`)).toContain('gezien op di 24 nov')
})

test('within a week of the day it is urgent, on the page of the desk and for the municipality', async () => {
  const id = await announced()
  expect(await textOf(await as('volunteer'), '/balie/wijzigingen')).not.toContain('lees dit nu')
  clock.moveTo('2026-12-08T09:00:00Z')
  const volunteer = await as('volunteer')
  expect(await textOf(volunteer, '/balie/wijzigingen')).toContain('lees dit nu')
  expect(await textOf(await as('official'), '/sturing/wijzigingen')).toContain('status-badge--danger')
  clock.moveTo('2027-04-01T09:00:00Z')
  const later = await as('volunteer')
  const page = await textOf(later, '/balie/wijzigingen')
  expect(page).not.toContain('Gezien voor dit informatiepunt')
  expect(page).toContain('1 wijziging van het afgelopen jaar')
  expect(await textOf(later, '/balie')).not.toContain(facts.title)
  expect((await confirm(later, id, world.desk)).status).toBe(303)
})

test('chosen desks alone see it, in the form as well', async () => {
  await announced({ reach: 'chosen', desks: [world.secondDesk] })
  const volunteer = await as('volunteer')
  expect(await textOf(volunteer, '/balie/wijzigingen')).not.toContain(facts.title)
  expect(await textOf(volunteer, '/balie')).not.toContain(facts.title)
  const manager = await as('manager')
  expect(await textOf(manager, `/balie/wijzigingen?informatiepunt=${world.secondDesk}`)).toContain(
    facts.title,
  )
  expect(await textOf(manager, '/balie')).toMatch(
    new RegExp(`data-topics="permit parking-permit" data-desks="${world.secondDesk}"`),
  )
  expect(await textOf(manager, `/balie/wijzigingen?informatiepunt=${world.desk}`)).not.toContain(facts.title)
})

test('sent twice it is one; sent again with other words it is a change to choose; of two officials the second is told', async () => {
  const id = await announced()
  const official = await as('official')
  expect((await official.post(add, { id, action: 'announce', ...facts })).status).toBe(303)
  expect((await owner.query('select from notices.notices')).rowCount).toBe(1)
  const other = await official.post(add, { id, action: 'announce', ...facts, title: 'Andere titel' })
  expect(other.status).toBe(409)
  const page = await other.text()
  expect(page).toContain('value="Andere titel"')
  expect(page).toContain(`/sturing/wijzigingen/${id}/wijzigen`)

  const change = `/sturing/wijzigingen/${id}/wijzigen?gemeente=GM0307`
  expect((await official.post(change, { ...facts, title: 'De eerste', version: '1' })).status).toBe(303)
  const second = await official.post(change, { ...facts, title: 'De tweede', version: '1' })
  expect(second.status).toBe(409)
  const both = await second.text()
  expect(both).toContain('De eerste')
  expect(both).toContain('value="De tweede"')
  expect(both).toContain('name="version" value="2"')
})

test('withdrawn it leaves the form, and desks read why; a draft goes without a word', async () => {
  const id = await announced()
  const official = await as('official')
  const address = `/sturing/wijzigingen/${id}/intrekken?gemeente=GM0307`
  expect((await official.post(address, { reason: '' })).status).toBe(422)
  await official.post(address, { reason: 'De raad stemde tegen.' })
  const volunteer = await as('volunteer')
  expect(await textOf(volunteer, '/balie/wijzigingen')).toContain('De raad stemde tegen.')
  expect(await textOf(volunteer, '/balie')).not.toContain(facts.title)
  expect((await confirm(volunteer, id, world.desk)).headers.get('location')).toContain('bericht=weg')
  expect((await official.get(`/sturing/wijzigingen/${id}/wijzigen`)).status).toBe(404)

  const draft = randomUUID()
  await official.post(add, { id: draft, action: 'save', ...facts, title: 'Toch maar niet' })
  await official.post(`/sturing/wijzigingen/${draft}/intrekken?gemeente=GM0307`, {})
  expect(await textOf(official, '/sturing/wijzigingen')).not.toContain('Toch maar niet')
})

test('another municipality sees and changes nothing of it; a successor goes on with it', async () => {
  const id = await announced()
  await owner.query("update notices.notices set municipality_code = 'GM0344'")
  const official = await as('official')
  expect((await official.get(`/sturing/wijzigingen/${id}`)).status).toBe(404)
  expect((await official.get('/sturing/wijzigingen?gemeente=GM0344')).status).toBe(404)
  await owner.query(
    "update organisations.municipalities set valid_until = '2026-06-01', successor_code = 'GM0307' where code = 'GM0344'",
  )
  const page = await textOf(official, '/sturing/wijzigingen?gemeente=GM0344')
  expect(page).toContain(facts.title)
  expect(page).toContain('Gezien door 0 van')
  expect((await official.get('/sturing/wijzigingen/nieuw?gemeente=GM0344')).status).toBe(404)
  expect(await textOf(await as('volunteer'), '/balie/wijzigingen')).toContain(facts.title)
  await owner.query(
    "update organisations.municipalities set valid_until = null, successor_code = null where code = 'GM0344'",
  )
})

test('the database shows and takes a notice by itself, below a query that forgets its scope', async () => {
  await announced({ reach: 'chosen', desks: [world.secondDesk] })
  const seen = async (scope: Parameters<typeof database.read>[0]): Promise<number> =>
    database.read(scope, async (db) => (await db.selectFrom('notices.notices').select('id').execute()).length)
  const { accounts } = world
  expect(await seen(proveDesks(accounts.employee, [world.secondDesk]))).toBe(1)
  expect(await seen(proveDesks(accounts.volunteer, [world.desk]))).toBe(0)
  expect(await seen(proveDesks(accounts.otherEmployee, [world.otherDesk]))).toBe(0)
  expect(await seen(proveMunicipality(accounts.official, ['GM0307']))).toBe(1)
  expect(await seen(proveMunicipality(accounts.official, ['GM0344']))).toBe(0)
  const desk = proveDesk(accounts.employee, world.library, world.secondDesk)
  expect(
    (
      await database.keep(desk, (tx) =>
        tx.updateTable('notices.notices').set({ title: 'Anders' }).executeTakeFirstOrThrow(),
      )
    ).numUpdatedRows,
  ).toBe(0n)
})
