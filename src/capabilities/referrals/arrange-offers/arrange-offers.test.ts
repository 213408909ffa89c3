import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveHours, hiddenIn, pathOfDesk } from '../../../../tests/support/booking-world.ts'
import { type TestApp, type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'

let app: TestApp
let coordinator: TestBrowser
let path: string

beforeAll(async () => {
  app = await testApp()
  await giveHours(app.owner, app.world.desk, [
    { weekday: 2, opens: 600, closes: 720 },
    { weekday: 3, opens: 600, closes: 720, kind: 'consultation', label: 'Raadslieden' },
  ])
  coordinator = await app.as('coordinator')
  path = await pathOfDesk(app.owner, app.world.desk)
})

const filled = (more: Record<string, string> = {}) => ({
  desk: app.world.desk,
  version: '0',
  name: 'Hulp bij DigiD',
  hours: 'desk',
  agreement: '',
  minutes: '30',
  places: '2',
  kept: '1',
  notice: '60',
  horizon: '28',
  by: 'everybody',
  active: 'yes',
  ...more,
})
const offers = async () =>
  (await app.owner.query('select id, name, places, active, version from referrals.offers order by name')).rows

describe('what can be booked', () => {
  test('is asked in questions, with the hours that the desk has', async () => {
    const html = await (
      await coordinator.get(`/beheer/afspraken/nieuw?informatiepunt=${app.world.desk}`)
    ).text()
    expect(html).toContain('Gewone openingstijd')
    expect(html).toContain('Spreekuur van een partner: Raadslieden')
    expect(html).not.toContain('Telefonisch')
  })

  test('that cannot be is told field by field, and stays as it was typed', async () => {
    const answer = await coordinator.post(
      '/beheer/afspraken/nieuw',
      filled({ name: '', places: '2', kept: '2', minutes: '7', hours: 'telephone' }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const message of ['Geef het aanbod een naam', 'Kies hoe lang', 'Kies om welke openingstijden'])
      expect(html).toContain(message)
    const kept = await coordinator.post('/beheer/afspraken/nieuw', filled({ kept: '2' }))
    expect(await kept.text()).toContain('Houd minder plekken vrij')
    expect(await offers()).toEqual([])
  })

  test('leads the page of the desk to it at once, and no longer when it stops', async () => {
    const seen = async () => (await (await app.anonymous().get(path)).text()).includes('Maak een afspraak')
    // Under its own name the page answers; under another it leads there.
    const { headers } = await app.anonymous().get(path)
    path = headers.get('location') ?? path
    expect(await seen()).toBe(false)
    const saved = await coordinator.post('/beheer/afspraken/nieuw', filled())
    expect(saved.headers.get('location')).toContain('bewaard=ja')
    expect(await seen()).toBe(true)
    const [offer] = await offers()
    const form = await (await coordinator.get(`/beheer/afspraken/${offer.id}`)).text()
    await coordinator.post(
      `/beheer/afspraken/${offer.id}`,
      filled({ version: hiddenIn(form, 'version'), active: 'no' }),
    )
    expect(await offers()).toMatchObject([{ active: false, version: 2 }])
    expect(await seen()).toBe(false)
  })

  test('is not overwritten by who opened it earlier', async () => {
    const [offer] = await offers()
    const answer = await coordinator.post(
      `/beheer/afspraken/${offer.id}`,
      filled({ version: '1', places: '9' }),
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Iemand anders heeft dit net gewijzigd')
    expect(await offers()).toMatchObject([{ places: 2, version: 2 }])
  })

  test('has a name once', async () => {
    await coordinator.post('/beheer/afspraken/nieuw', filled({ name: 'Ander' }))
    const answer = await coordinator.post('/beheer/afspraken/nieuw', filled({ name: 'ander' }))
    expect(await answer.text()).toContain('al een aanbod met deze naam')
  })

  test('is not for a volunteer to arrange', async () => {
    expect((await (await app.as('volunteer')).get('/beheer/afspraken')).status).toBe(403)
  })
})

describe('the calendar of a desk', () => {
  const make = async (): Promise<string> =>
    /\/agenda\/[\w-]{43}/.exec(
      await (await coordinator.post('/beheer/afspraken/agenda', { desk: app.world.desk })).text(),
    )?.[0] ?? ''

  test('tells of appointments by its address, without a name; a new address ends the old one', async () => {
    const [offer] = await offers()
    await app.owner.query(
      `insert into referrals.appointments (id, offer_id, library_id, desk_id, code_hash, starts_at, ends_at, place, state, state_since, made_by_kind, made_at)
       values (gen_random_uuid(), $1, $2, $3, '\\x01', '2026-12-01T09:00:00Z', '2026-12-01T09:30:00Z', 1, 'booked', now(), 'desk', now())`,
      [offer.id, app.world.library, app.world.desk],
    )
    const address = await make()
    const file = await (await app.anonymous().get(address)).text()
    const root = new ICAL.Component(ICAL.parse(file))
    expect(root.getAllSubcomponents('vevent')).toHaveLength(1)
    expect(file).toContain('SUMMARY:Ander')
    const renewed = await make()
    expect((await app.anonymous().get(address)).status).toBe(404)
    expect((await app.anonymous().get(renewed)).status).toBe(200)
  })

  test('opens nothing else', async () => {
    const token = (await make()).split('/').at(-1)
    expect((await app.anonymous().get(`/afspraak/${token}`)).status).toBe(422)
  })
})
