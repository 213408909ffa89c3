import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'

const { as, owner, world, database } = await testApp()
const day = (name: string, [year, month, date]: [string, string, string]) => ({
  [`${name}.day`]: date,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})

/** Questions on a topic at two desks, as they were added up. */
async function counted(month: string, topic: string, questions: number) {
  for (const [level, key] of [['municipality', 'GM0307']] as const)
    await owner.query(
      `insert into reports.figures (level, key, grain, starts_on, cells) values ($1, $2, 'month', $3, $4)`,
      [
        level,
        key,
        `${month}-01`,
        {
          contacts: 40,
          questions: questions + 30,
          [`desk:${world.desk}`]: 20,
          [`desk:${world.secondDesk}`]: 20,
          [`questions/topic:${topic}`]: questions,
          'questions/topic:passport': 30,
        },
      ],
    )
}

test('shows what the desks see in a field, of numbers that the figures of the municipality tell too', async () => {
  await counted('2026-08', 'debt-help', 25)
  await counted('2025-08', 'debt-help', 10)
  const official = await as('official')
  const page = await (await official.get('/sturing/beleid/debts-and-poverty?gemeente=GM0307')).text()
  expect(page).toContain('Schulden en armoede')
  expect(page).toContain('25 vragen van 1 oktober 2025 tot en met 30 september 2026')
  expect(page).not.toContain('Paspoort')
  const all = await (await official.get('/sturing/beleid')).text()
  expect(all).toMatch(/Klantcontactcentrum[\s\S]*?<td[^>]*>30<\/td>/)
  expect((await official.get('/sturing/beleid/landbouw')).status).toBe(404)
})

test('keeps whom to speak with, who can be reached; the desk sees him until he stops', async () => {
  const official = await as('official')
  const address = '/sturing/beleid/health/contact?gemeente=GM0307'
  const wrong = await official.post(address, { name: '', email: 'geen adres', phone: '', jobTitle: 'x' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['name', 'email']) expect(page).toContain(`href="#${id}"`)
  expect(await (await official.post(address, { name: 'A', email: '', phone: '' })).text()).toContain(
    'Vul een e-mailadres of een telefoonnummer in',
  )
  const facts = { name: 'Beleid Zorg', jobTitle: 'adviseur', email: 'zorg@voorbeeld.test', phone: '' }
  const sent = { ...facts, id: randomUUID() }
  for (const _ of [1, 2]) expect((await official.post(address, sent)).status).toBe(303)
  expect((await official.post(address, { ...sent, name: 'Iemand anders' })).status).toBe(409)
  expect(await (await (await as('coordinator')).get('/balie/gemeente')).text()).toContain(
    'zorg@voorbeeld.test',
  )
  expect(await (await (await as('otherManager')).get('/balie/gemeente')).text()).not.toContain('zorg@')
  const { rows } = await owner.query('select id from municipal_roles.policy_contacts')
  const one = `/sturing/beleid/health/contact/${rows[0].id}?gemeente=GM0307`
  expect((await official.get(one.replace('health', 'education'))).status).toBe(404)
  await official.post(one, { ...facts, version: '1', ...day('untilDay', ['2026', '11', '1']) })
  expect((await official.post(one, { ...facts, version: '1' })).status).toBe(409)
  expect(await (await (await as('coordinator')).get('/balie/gemeente')).text()).not.toContain(
    'zorg@voorbeeld.test',
  )
})

test('a three-party talk is planned, noted and cancelled; its library reads the agenda and what was agreed, not the notes', async () => {
  const official = await as('official')
  const address = '/sturing/beleid/health/gesprek?gemeente=GM0307'
  const wrong = await official.post(address, {
    participants: '',
    starts: 'vier',
    libraryId: world.otherLibrary,
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['day', 'participants', 'starts', 'libraryId']) expect(page).toContain(`href="#${id}"`)
  const facts = {
    libraryId: world.library,
    starts: '14.30',
    place: 'Stadhuis',
    participants: 'Beleid Zorg\nCoördinator',
    agenda: 'Zorgportalen',
    notes: '',
    agreed: '',
  }
  for (const year of ['2018', '2029']) {
    const far = await official.post(address, { ...facts, ...day('day', [year, '12', '8']) })
    expect(await far.text(), year).toContain('Kijk het jaar na')
  }
  const sent = { ...facts, id: randomUUID(), ...day('day', ['2026', '12', '8']) }
  for (const _ of [1, 2]) expect((await official.post(address, sent)).status).toBe(303)
  expect((await official.post(address, { ...sent, ...day('day', ['2026', '12', '9']) })).status).toBe(409)
  const coordinator = await as('coordinator')
  const desk = await (await coordinator.get('/balie/gemeente')).text()
  expect(desk).toContain('14:30, Stadhuis: Gezondheid (Beleid Zorg, Coördinator)')
  expect(desk).toContain('Zorgportalen')
  expect(await (await (await as('otherManager')).get('/balie/gemeente')).text()).not.toContain('Zorgportalen')
  expect(await (await official.get('/sturing/beleid')).text()).toContain('gepland op 8 december 2026')

  const { rows } = await owner.query('select id from municipal_roles.talks')
  const one = `/sturing/beleid/health/gesprek/${rows[0].id}?gemeente=GM0307`
  const after = {
    ...facts,
    ...day('day', ['2026', '11', '20']),
    notes: 'Alleen voor ons',
    agreed: 'GGD belt',
  }
  expect((await official.post(one, { ...after, version: '1' })).status).toBe(303)
  const late = await official.post(one, { ...after, agreed: 'Wij bellen', version: '1' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('GGD belt')
  const read = await (await coordinator.get('/balie/gemeente')).text()
  expect(read).toContain('Afgesproken: GGD belt')
  expect(read).not.toContain('Alleen voor ons')
  const library = proveLibrary(world.accounts.manager, world.library, [world.desk])
  await database.read(library, async (db) => {
    const talks = await db.selectFrom('municipal_roles.talks').selectAll().execute()
    expect(talks).toHaveLength(1)
    expect(JSON.stringify(talks)).not.toContain('Alleen voor ons')
    expect(await db.selectFrom('municipal_roles.talk_notes').selectAll().execute()).toEqual([])
  })
  expect(await (await official.get(one)).text()).toContain('Alleen voor ons')
  await official.post(one, { ...after, version: '2', cancelled: 'ja' })
  expect(await (await coordinator.get('/balie/gemeente')).text()).not.toContain('GGD belt')
})
