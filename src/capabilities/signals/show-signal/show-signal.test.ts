import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk } from '../../../platform/auth/scope.ts'

const { as, owner, database, world, clock } = await testApp()
const facts = {
  municipality: 'GM0307',
  topic: 'parking-permit',
  service: 'Parkeervergunning aanvragen',
  problem: 'Mensen zonder DigiD kunnen de vergunning niet meer aanvragen.',
  often: 'weekly',
  proposal: 'Laat een formulier op papier liggen.',
}

beforeEach(async () => {
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query(
    'delete from signals.readings; delete from signals.changes; delete from signals.sightings; delete from signals.signals',
  )
})

const textOf = async (browser: TestBrowser, path: string): Promise<string> => (await browser.get(path)).text()

async function report(
  person: 'volunteer' | 'employee' | 'manager',
  desk: string,
  more: Record<string, string> = {},
): Promise<string> {
  const id = randomUUID()
  const browser = await as(person)
  const response = await browser.post(`/balie/signalen/nieuw?informatiepunt=${desk}`, {
    id,
    ...facts,
    ...more,
  })
  expect(response.headers.get('location')).toContain('bericht=verstuurd')
  return id
}
const at = (id: string, path = '') => `/sturing/signalen/${id}${path}?gemeente=GM0307`

test('what is missing is said at its field, personal data are refused, and nothing typed is lost', async () => {
  const volunteer = await as('volunteer')
  const address = `/balie/signalen/nieuw?informatiepunt=${world.desk}`
  const wrong = await volunteer.post(address, {
    id: randomUUID(),
    ...facts,
    topic: '',
    often: '',
    service: '',
    problem: 'Mevrouw 123456782 kwam er niet uit',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['topic', 'often', 'service', 'problem']) expect(page).toContain(`href="#${id}"`)
  expect(page).toContain('Laat een formulier op papier liggen.')
  const elsewhere = await volunteer.post(address, { id: randomUUID(), ...facts, municipality: 'GM0344' })
  expect(elsewhere.status).toBe(422)
  expect((await owner.query('select from signals.signals')).rowCount).toBe(0)
})

test('sent twice it is one; sent again with other words it is asked whether it is another', async () => {
  const volunteer = await as('volunteer')
  const address = `/balie/signalen/nieuw?informatiepunt=${world.desk}`
  const id = randomUUID()
  for (const _ of [1, 2]) expect((await volunteer.post(address, { id, ...facts })).status).toBe(303)
  const other = await volunteer.post(address, { id, ...facts, service: 'Iets anders' })
  expect(other.status).toBe(409)
  const page = await other.text()
  expect(page).toContain('value="Iets anders"')
  expect(page).not.toContain(`name="id" value="${id}"`)
  expect((await owner.query('select from signals.signals')).rowCount).toBe(1)
})

test('from a signal that another desk sees too to an answer that both read, and know to be new', async () => {
  const id = await report('volunteer', world.desk)
  const manager = await as('manager')
  const second = `/balie/signalen?informatiepunt=${world.secondDesk}`
  const seen = await textOf(manager, second)
  expect(seen).toContain('Dit zien wij ook')
  expect(seen).not.toContain('Test volunteer')
  for (const _ of [1, 2])
    await manager.post(`/balie/signalen/${id}/ook`, { desk: world.secondDesk, action: 'also' })
  expect((await owner.query('select from signals.sightings')).rowCount).toBe(1)
  expect(await textOf(manager, second)).toContain('Jullie zien dit ook.')

  const official = await as('official')
  expect(await textOf(official, '/sturing/signalen')).toContain('2 informatiepunten zien dit')
  const page = await textOf(official, at(id))
  expect(page).toContain('2 informatiepunten zien dit: Eemdal Centrum, Eemdal Noord.')
  expect(page).not.toContain('Test volunteer')
  const without = await official.post(at(id), { version: '1', status: 'solved', answer: '' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('href="#answer"')
  await official.post(at(id), { version: '1', status: 'solved', answer: 'Papier ligt weer bij de balie.' })

  for (const desk of [world.desk, world.secondDesk]) {
    const address = `/balie/signalen?informatiepunt=${desk}`
    const before = await textOf(manager, address)
    expect(before).toContain('Papier ligt weer bij de balie.')
    expect(before).toContain('nieuw antwoord')
    await manager.post(`/balie/signalen/${id}/gelezen`, { desk, answer: '1' })
    expect(await textOf(manager, address)).not.toContain('nieuw antwoord')
  }
  await official.post(at(id), { version: '2', status: 'solved', answer: 'Ook in het stadhuis.' })
  expect(await textOf(manager, second)).toContain('nieuw antwoord')
  const history = await textOf(official, at(id))
  for (const told of ['Papier ligt weer', 'Ook in het stadhuis', 'signaal gegeven'])
    expect(history).toContain(told)
  expect(history).toContain('/sturing/wijzigingen/nieuw?gemeente=GM0307')
})

test('alike ones are proposed, joined, answered as one, and taken apart again', async () => {
  const lead = await report('volunteer', world.desk)
  const other = await report('manager', world.secondDesk, { service: 'Parkeervergunning zonder DigiD' })
  const unlike = await report('manager', world.popUpDesk, { topic: 'passport', service: 'Paspoort' })
  const official = await as('official')
  expect(await textOf(official, '/sturing/signalen')).toContain('Lijkt op een ander signaal.')
  const page = await textOf(official, at(lead))
  expect(page.indexOf(`value="${other}"`)).toBeGreaterThan(page.indexOf('Lijkt hierop'))
  expect(page.indexOf(`value="${unlike}"`)).toBeGreaterThan(page.indexOf('Andere signalen'))
  expect((await official.post(at(lead, '/samenvoegen'), {})).status).toBe(422)

  await official.post(at(lead, '/samenvoegen'), { other: [other] })
  expect((await official.get(at(other))).headers.get('location')).toBe(at(lead))
  await official.post(at(lead), { version: '1', status: 'passed-on', answer: 'Ligt bij de leverancier.' })
  const manager = await as('manager')
  const second = `/balie/signalen?informatiepunt=${world.secondDesk}`
  const told = await textOf(manager, second)
  expect(told).toContain('Ligt bij de leverancier.')
  expect(told).toContain('De gemeente voegde dit samen met: Parkeervergunning aanvragen')
  expect(await textOf(manager, `/balie/signalen?informatiepunt=${world.desk}`)).not.toContain(
    'De gemeente voegde',
  )

  await official.post(at(lead, '/losmaken'), { joined: other })
  expect((await official.get(at(other))).status).toBe(200)
  expect(await textOf(official, at(other))).toContain('Dit lijkt op een signaal dat al is beantwoord')
})

test('of two officials the second is told: answering, joining what was joined, taking apart twice', async () => {
  const [lead, other, third] = [
    await report('volunteer', world.desk),
    await report('manager', world.secondDesk, { service: 'Zonder DigiD' }),
    await report('manager', world.popUpDesk, { service: 'Vergunning' }),
  ]
  const official = await as('official')
  await official.post(at(lead), { version: '1', status: 'looking', answer: 'De eerste' })
  const second = await official.post(at(lead), { version: '1', status: 'declined', answer: 'De tweede' })
  expect(second.status).toBe(409)
  const page = await second.text()
  for (const words of ['De eerste', 'De tweede', 'name="version" value="2"']) expect(page).toContain(words)

  await official.post(at(lead, '/samenvoegen'), { other: [other] })
  expect((await official.post(at(third, '/samenvoegen'), { other: [other] })).status).toBe(409)
  expect((await official.post(at(third, '/samenvoegen'), { other: [randomUUID()] })).status).toBe(409)
  expect((await official.post(at(lead, '/losmaken'), { joined: third })).status).toBe(409)
  expect((await official.post(at(lead, '/losmaken'), { joined: 'geen' })).status).toBe(409)
  // What is joined into another brings along what was joined into it.
  await official.post(at(third, '/samenvoegen'), { other: [lead] })
  expect((await official.get(at(other))).headers.get('location')).toBe(at(third))
})

test('a desk takes back its own words while nothing was done with them; they are gone', async () => {
  const lead = await report('volunteer', world.desk)
  const other = await report('manager', world.secondDesk)
  const official = await as('official')
  await official.post(at(lead, '/samenvoegen'), { other: [other] })
  const volunteer = await as('volunteer')
  expect((await volunteer.post(`/balie/signalen/${other}/terug`, { desk: world.secondDesk })).status).toBe(
    403,
  )
  const back = await volunteer.post(`/balie/signalen/${lead}/terug`, { desk: world.desk })
  expect(back.headers.get('location')).toContain('bericht=terug')
  expect(
    (await owner.query('select service, problem, proposal from signals.signals where id = $1', [lead]))
      .rows[0],
  ).toEqual({ service: '', problem: '', proposal: '' })
  // What was joined into it stands by itself again, and can be answered.
  await official.post(at(other), { version: '2', status: 'solved', answer: 'Klaar.' })
  expect(await textOf(official, at(other))).toContain('Klaar.')
  const late = await (await as('manager')).post(`/balie/signalen/${other}/terug`, { desk: world.secondDesk })
  expect(late.headers.get('location')).toContain('bericht=te-laat')
})

test('answers of more than a year ago fold away', async () => {
  const id = await report('volunteer', world.desk)
  await (await as('official')).post(at(id), { version: '1', status: 'solved', answer: 'Klaar.' })
  expect(await textOf(await as('official'), '/sturing/signalen')).toContain(
    'Beantwoord in het afgelopen jaar (1)',
  )
  clock.moveTo('2027-11-25T09:00:00Z')
  expect(await textOf(await as('official'), '/sturing/signalen')).toContain(
    'Beantwoord, langer dan een jaar geleden (1)',
  )
})

test('nobody outside the municipality and its desks sees a signal', async () => {
  const id = await report('volunteer', world.desk)
  expect(await textOf(await as('otherManager'), '/balie/signalen')).not.toContain(facts.service)
  const other = await as('otherManager')
  expect(
    (await other.post(`/balie/signalen/${id}/ook`, { desk: world.otherDesk })).headers.get('location'),
  ).toContain('bericht=weg')
  await owner.query("update signals.signals set municipality_code = 'GM0344'")
  expect((await (await as('official')).get(`/sturing/signalen/${id}`)).status).toBe(404)
})

test('the database keeps a desk from answering, and from changing the words of another, below a command that forgets', async () => {
  const id = await report('volunteer', world.desk)
  const at = (desk: string) => proveDesk(world.accounts.employee, world.library, desk)
  const change = (desk: string, values: { status?: string; withdrawn_at?: string; service?: string }) =>
    database.keep(at(desk), (tx) =>
      tx.updateTable('signals.signals').set(values).where('id', '=', id).executeTakeFirstOrThrow(),
    )
  await expect(change(world.desk, { status: 'solved' })).rejects.toThrow(/row-level security/)
  expect((await change(world.secondDesk, { service: 'Anders' })).numUpdatedRows).toBe(0n)
  await expect(
    database.keep(at(world.secondDesk), (tx) =>
      tx
        .insertInto('signals.sightings')
        .values({ signal_id: id, desk_id: world.desk, seen_at: '2026-11-24T09:00:00Z' })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})
