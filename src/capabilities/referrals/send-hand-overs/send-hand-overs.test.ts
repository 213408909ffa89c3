import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { keepSomeone, someone } from '../../../../tests/support/kept-people.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { hasStandard, startKlantinteracties } from '../../../../tests/support/klantinteracties-server.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { connectKlantinteracties } from '../klantinteracties.gateway.ts'
import type { HandOver } from '../klantinteracties.ts'
import type { Person } from '../person.ts'
import { sendHandOvers } from './send-hand-overs.command.ts'

const receiver = 'Gemeente Amersfoort'
const { as, clock, owner, workerDatabase, world } = await testApp({
  passesOnTo: { name: receiver, area: 'GM0307' },
})
const server = await startKlantinteracties()
afterAll(() => server.stop())

beforeEach(async () => {
  clock.moveTo('2026-11-24T09:00:00Z')
  server.answer = () => undefined
  server.calls.length = 0
  server.addresses.length = 0
  server.tasks.length = 0
  server.contacts.clear()
  await owner.query(
    'delete from referrals.hand_overs; delete from referrals.persons; delete from referrals.consents',
  )
})

const addressOf = (kind: HandOver['kind'], id: string): string =>
  `/balie/${kind === 'referral' ? 'doorverwijzingen' : 'terugbellen'}/${id}/doorzetten`

async function keep(kind: HandOver['kind'], person: Person = someone, deskId = world.desk) {
  return keepSomeone(owner, workerDatabase, world, { kind, person, now: clock.now(), deskId })
}
async function ask(kind: HandOver['kind'], person: Person = someone): Promise<string> {
  const { id } = await keep(kind, person)
  const response = await (await as('volunteer')).post(addressOf(kind, id), { agreed: 'yes' })
  expect(response.status).toBe(303)
  return id
}
const send = (token = 'geheim') =>
  sendHandOvers(
    { database: workerDatabase, clock, log: createLog('silent'), keys: testKeys },
    connectKlantinteracties({ url: server.url, token }),
    receiver,
  )
const state = async () =>
  (
    await owner.query(
      'select done_at is not null as done, given_up_at is not null as "givenUp", problem, attempts from referrals.hand_overs',
    )
  ).rows

describe('passing on to a municipality', () => {
  // Skipped where the standard is not at hand: then the others say nothing of the form of what is sent.
  test.skipIf(!hasStandard)('is held against the standard itself: what is not by it is refused', async () => {
    const post = (path: string, body: unknown) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { authorization: 'Token geheim' },
        body: JSON.stringify(body),
      })
    const uuid = randomUUID()
    const task = { gevraagdeHandeling: 'Bel', aanleidinggevendKlantcontact: { uuid }, status: 'te_verwerken' }
    expect((await post('/internetaken', task)).status).toBe(201)
    expect((await post('/internetaken', { ...task, status: 'nieuw' })).status).toBe(400)
    expect((await post('/maak-klantcontact', { klantcontact: { kanaal: 'x'.repeat(51) } })).status).toBe(400)
    expect((await post('/digitaleadressen', { adres: 'x' })).status).toBe(400)
  })

  test.each<[HandOver['kind'], Person, object, object]>([
    [
      'call-back',
      { ...someone, contact: { kind: 'phone', value: '06 12 34 56 78' }, language: 'tr' },
      { adres: '0612345678', soortDigitaalAdres: 'telefoonnummer' },
      { taal: 'tur' },
    ],
    [
      'referral',
      someone,
      { adres: 'zaynab@verzonnen.test', soortDigitaalAdres: 'email' },
      { taal: 'nld', vertrouwelijk: true },
    ],
    [
      'call-back',
      { name: undefined, contact: { kind: 'phone', value: '0800 1508' }, language: 'nl' },
      { adres: '0800 1508', soortDigitaalAdres: 'overig' },
      {},
    ],
  ])(
    'a %s goes as contact, address and task, each by the standard',
    async (kind, person, address, contact) => {
      await ask(kind, person)
      expect(await send()).toBe(1)
      expect(await state()).toEqual([{ done: true, givenUp: false, problem: null, attempts: 0 }])
      expect(server.calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
        'GET /klantcontacten',
        'POST /maak-klantcontact',
        'POST /digitaleadressen',
        'POST /internetaken',
      ])
      expect(server.calls[1]?.body).toMatchObject({
        klantcontact: contact,
        betrokkene: { contactnaam: person.name ? { achternaam: person.name } : null },
      })
      expect(server.addresses[0]?.body).toMatchObject(address)
      expect(server.tasks[0]?.body).toMatchObject({ status: 'te_verwerken' })
      const traces = server.calls.map(({ headers }) => String(headers.traceparent))
      expect(traces[0]).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/)
      expect(new Set(traces).size).toBe(1)
      expect(await send()).toBe(0)
    },
  )

  test('is led to from the list of call-backs, where there is a receiver', async () => {
    const { id } = await keep('call-back')
    const volunteer = await as('volunteer')
    const html = await (await volunteer.get(`/balie/terugbellen?informatiepunt=${world.desk}`)).text()
    expect(html).toContain(addressOf('call-back', id))
    expect(html).toContain('Zet door naar Gemeente Amersfoort')
  })

  test('is logged as read by the machine, for that', async () => {
    const id = await ask('referral')
    await owner.query('delete from referrals.readings')
    await send()
    const { rows } = await owner.query('select about_id, by_kind, why from referrals.readings')
    expect(rows).toEqual([{ about_id: id, by_kind: 'job', why: 'export' }])
  })
})

describe('nothing goes', () => {
  test('without consent that names this receiver: another consent is not enough', async () => {
    const { id } = await keep('referral')
    const response = await (await as('volunteer')).post(addressOf('referral', id), {})
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#agreed"')
    await owner.query(
      `insert into referrals.hand_overs (id, about_kind, about_id, library_id, desk_id, asked_by, asked_at, next_attempt_at)
       values (gen_random_uuid(), 'referral', $1, $2, $3, $4, now(), '2026-11-24T08:00:00Z')`,
      [id, world.library, world.desk, world.accounts.volunteer],
    )
    expect(await send()).toBe(0)
    expect(server.calls).toEqual([])
    expect(await state()).toMatchObject([{ givenUp: true, problem: 'no-consent' }])
  })

  test('when consent was taken back, or the data erased, between asking and going', async () => {
    const withdrawn = await ask('referral')
    await owner.query('update referrals.consents set withdrawn_at = now() where about_id = $1', [withdrawn])
    const erased = await ask('call-back')
    await owner.query('delete from referrals.persons where about_id = $1', [erased])
    expect(await send()).toBe(0)
    expect(server.calls).toEqual([])
    expect((await state()).map(({ problem }) => problem).toSorted()).toEqual(['anonymous', 'no-consent'])
  })

  test('of who is anonymous: there is no form, and a form that is sent all the same does nothing', async () => {
    const { id } = await keep('call-back', { name: 'Zonder nummer', contact: undefined, language: 'nl' })
    const volunteer = await as('volunteer')
    const html = await (await volunteer.get(addressOf('call-back', id))).text()
    expect(html).toContain('valt er niets door te zetten')
    expect(html).not.toContain('name="agreed"')
    expect((await volunteer.post(addressOf('call-back', id), { agreed: 'yes' })).status).toBe(422)
    expect(await state()).toEqual([])
  })

  test('from a desk outside the area of that municipality, or where no system is named', async () => {
    await owner.query(`update desks.desks set municipality_code = 'GM0344' where id = $1`, [world.desk])
    const { id } = await keep('call-back')
    expect((await (await as('volunteer')).get(addressOf('call-back', id))).status).toBe(404)
    await owner.query(`update desks.desks set municipality_code = 'GM0307' where id = $1`, [world.desk])
    const without = await testApp()
    const other = await keepSomeone(without.owner, without.workerDatabase, without.world, {
      kind: 'call-back',
      now: clock.now(),
    })
    expect((await (await without.as('volunteer')).get(addressOf('call-back', other.id))).status).toBe(404)
  })
})

describe('a system in trouble', () => {
  test.each([503, 429, 401])(
    'that answers %i is asked again later, and then it goes once',
    async (status) => {
      await ask('referral')
      server.answer = () => status
      expect(await send()).toBe(0)
      expect(await state()).toEqual([{ done: false, givenUp: false, problem: null, attempts: 1 }])
      server.answer = () => undefined
      expect(await send()).toBe(0)
      clock.moveTo('2026-11-24T09:01:00Z')
      expect(await send()).toBe(1)
      expect(server.contacts.size).toBe(1)
    },
  )

  test.each(['/maak-klantcontact', '/digitaleadressen', '/internetaken'])(
    'that breaks off after %s did its work gets nothing twice',
    async (path) => {
      await ask('referral')
      let broken = false
      server.answer = (call) => {
        if (call.path !== path || broken) return undefined
        broken = true
        return 'hang-up'
      }
      expect(await send()).toBe(0)
      clock.moveTo('2026-11-24T09:01:00Z')
      expect(await send()).toBe(1)
      expect([server.contacts.size, server.addresses.length, server.tasks.length]).toEqual([1, 1, 1])
    },
  )

  test('that refuses what was sent is not asked again; the desk sees it and can ask once more', async () => {
    const id = await ask('referral')
    server.answer = ({ method }) => (method === 'POST' ? 400 : undefined)
    expect(await send()).toBe(0)
    expect(await state()).toEqual([{ done: false, givenUp: true, problem: '400', attempts: 1 }])
    const volunteer = await as('volunteer')
    expect(await (await volunteer.get(addressOf('referral', id))).text()).toContain('kwam niet aan')
    server.answer = () => undefined
    expect((await volunteer.post(addressOf('referral', id), {})).status).toBe(303)
    expect(await send()).toBe(1)
    expect(await (await volunteer.get(addressOf('referral', id))).text()).toContain('heeft dit gekregen')
  })

  test('is given up after three days', async () => {
    await ask('referral')
    server.answer = () => 503
    clock.moveTo('2026-11-27T10:00:00Z')
    await send()
    expect(await state()).toMatchObject([{ givenUp: true, problem: '503' }])
  })

  test('gets it once from two workers', async () => {
    await ask('referral')
    await ask('call-back')
    const sent = await Promise.all([send(), send()])
    expect(sent[0] + sent[1]).toBe(2)
    expect(server.contacts.size).toBe(2)
  })
})
