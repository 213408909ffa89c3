import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, clock } = await testApp()
const volunteer = await as('volunteer')
const coordinator = await as('coordinator')

async function register(browser: TestBrowser, changes: Record<string, string> = {}): Promise<string> {
  const id = uuidv7()
  const response = await browser.post('/balie', {
    id,
    desk: world.desk,
    channel: 'channel-desk',
    'occurred-at': clock.now().toString(),
    'topic-0': 'allowances',
    help: 'help-answered',
    ...changes,
  })
  expect(response.status).toBe(303)
  return id
}
const versions = async () =>
  (
    await owner.query(
      'select act, revision, content, replaced_by from contacts.contact_versions order by revision',
    )
  ).rows
const row = async (id: string) =>
  (await owner.query('select * from contacts.contacts where id = $1', [id])).rows[0]

beforeEach(async () => {
  await owner.query(
    'truncate contacts.contacts, contacts.tallies, contacts.quiet_hours, contacts.correction_terms cascade',
  )
  clock.moveTo('2026-11-24T09:00:00Z')
})

describe('the list', () => {
  test('shows a volunteer their own, a coordinator everybody’s, both the totals of the desk', async () => {
    await register(volunteer)
    await register(coordinator, { 'topic-0': 'passport', 'topic-1': 'digid' })
    const own = await (await volunteer.get('/balie/registraties')).text()
    expect(own).toContain('1 registratie<')
    expect(own).not.toContain('Test coordinator')
    const all = await (await coordinator.get('/balie/registraties')).text()
    expect(all).toContain('2 registraties')
    expect(all).toContain('Test volunteer')
    for (const html of [own, all])
      expect(html).toMatch(/Hulpcontacten van dit informatiepunt<\/dt><dd>2<.*Vragen<\/dt><dd>3</s)
  })

  test('of today holds today only, of this week from Monday on', async () => {
    clock.moveTo('2026-11-22T12:00:00Z')
    await register(volunteer)
    clock.moveTo('2026-11-23T12:00:00Z')
    await register(volunteer)
    clock.moveTo('2026-11-24T09:00:00Z')
    const browser = await as('volunteer')
    await register(browser)
    expect(await (await browser.get('/balie/registraties')).text()).toContain('1 registratie<')
    expect(await (await browser.get('/balie/registraties?periode=week')).text()).toContain('2 registraties')
  })

  test('pages when there are many', async () => {
    await owner.query(
      `insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on, received_at, author_account_id, sender_account_id, content_hash)
      select gen_random_uuid(), $1, $2, 'GM0307', 'guide', 'rush', 'channel-desk', '2026-11-24T08:00:00Z', '2026-11-24', '2026-11-24T08:00:00Z', $3, $3, '' from generate_series(1, 120)`,
      [world.library, world.desk, world.accounts.volunteer],
    )
    const last = await (await volunteer.get('/balie/registraties?bladzijde=3')).text()
    expect(last.match(/>wijzigen</g)).toHaveLength(20)
    expect(last).toContain('rel="prev"')
    expect(last).not.toContain('rel="next"')
  })

  test('of another’s desk is not shown', async () => {
    expect((await volunteer.get(`/balie/registraties?informatiepunt=${world.otherDesk}`)).status).toBe(403)
  })

  test('empty says what will come', async () => {
    expect(await (await volunteer.get('/balie/registraties')).text()).toContain('De eerste staat hier straks')
  })
})

describe('a correction', () => {
  const change = (browser: TestBrowser, id: string, changes: Record<string, string> = {}) =>
    browser.post(`/balie/contacten/${id}`, {
      desk: world.desk,
      channel: 'channel-desk',
      revision: '1',
      'occurred-at': '2026-11-24T09:00:00Z',
      'topic-0': 'passport',
      help: 'help-brochure',
      ...changes,
    })

  test('replaces the answers and keeps what was said before', async () => {
    const id = await register(volunteer)
    expect((await change(volunteer, id)).status).toBe(303)
    expect((await owner.query('select topic_code from contacts.questions')).rows).toEqual([
      { topic_code: 'passport' },
    ])
    expect(await row(id)).toMatchObject({ revision: 2 })
    expect(await versions()).toMatchObject([
      {
        act: 'correct',
        revision: 1,
        replaced_by: world.accounts.volunteer,
        content: { questions: [{ topicCode: 'allowances' }] },
      },
    ])
  })

  test('opens with what stands there', async () => {
    const id = await register(volunteer, {
      'topic-1': 'other',
      'topic-text-1': 'scannen',
      satisfied: 'satisfied-partly',
    })
    const html = await (await volunteer.get(`/balie/contacten/${id}`)).text()
    expect(html).toContain('name="topic-0" value="allowances"')
    expect(html).toContain('value="scannen"')
    expect(html).toMatch(/value="satisfied-partly"[^>]*checked/)
  })

  test('of what a colleague saved is for the coordinator', async () => {
    const id = await register(coordinator)
    expect((await change(volunteer, id)).status).toBe(409)
    expect(await (await volunteer.get(`/balie/contacten/${id}`)).text()).toContain('Vraag de coördinator')
    const own = await register(volunteer)
    expect((await change(coordinator, own)).status).toBe(303)
    expect(await versions()).toMatchObject([{ replaced_by: world.accounts.coordinator }])
  })

  test('by two people at once: the second sees what the first made of it, with what was typed', async () => {
    const id = await register(volunteer)
    expect((await change(coordinator, id)).status).toBe(303)
    const late = await change(volunteer, id, { 'topic-0': 'digid' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('net veranderd')
    expect(html).toContain('name="revision" value="2"')
    expect(html).toMatch(/value="digid"[^>]*(checked|selected)/)
    expect((await change(volunteer, id, { 'topic-0': 'digid', revision: '2' })).status).toBe(303)
  })

  test('is possible within the library’s own term, and not after it', async () => {
    const id = await register(volunteer)
    await owner.query('insert into contacts.correction_terms values ($1, 1)', [world.library])
    clock.moveTo('2026-11-25T22:59:00Z')
    const browser = await as('volunteer')
    expect((await change(browser, id)).status).toBe(303)
    clock.moveTo('2026-11-25T23:01:00Z')
    expect((await change(browser, id, { revision: '2' })).status).toBe(409)
    expect(await (await browser.get(`/balie/contacten/${id}`)).text()).toContain('te oud')
  })

  test('with personal data comes back', async () => {
    const id = await register(volunteer)
    const response = await change(volunteer, id, { 'topic-0': 'other', 'topic-text-0': 'NL91ABNA0417164300' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('rekeningnummer')
  })

  test('at another library is not found', async () => {
    const id = await register(volunteer)
    const other = await as('otherManager')
    expect((await other.get(`/balie/contacten/${id}`)).status).toBe(404)
    expect((await other.post(`/balie/contacten/${id}/verwijderen`, {})).status).toBe(404)
  })
})

describe('undo', () => {
  test('takes a contact out of every count and keeps its trace', async () => {
    const id = await register(volunteer)
    const response = await volunteer.post(`/balie/contacten/${id}/verwijderen`, {})
    expect(response.headers.get('location')).toBe('/balie?ongedaan=1')
    const html = await (await volunteer.get('/balie/registraties')).text()
    expect(html).toMatch(/Hulpcontacten van dit informatiepunt<\/dt><dd>0</)
    expect(await versions()).toMatchObject([
      { act: 'delete', content: { questions: [{ topicCode: 'allowances' }] } },
    ])
    expect((await volunteer.post(`/balie/contacten/${id}/verwijderen`, {})).status).toBe(303)
    expect(await versions()).toHaveLength(1)
  })

  test('of a deleted contact sent again by a device does not bring it back', async () => {
    const id = uuidv7()
    const fields = {
      id,
      desk: world.desk,
      channel: 'channel-desk',
      'occurred-at': '2026-11-24T08:00:00Z',
      'topic-0': 'digid',
      help: 'help-answered',
    }
    await volunteer.post('/balie', fields)
    await volunteer.post(`/balie/contacten/${id}/verwijderen`, {})
    expect((await volunteer.post('/balie', fields)).status).toBe(303)
    expect((await row(id)).deleted_at).not.toBeNull()
  })
})

describe('a busy day', () => {
  test('one tap is one contact, without script; undo stands on the page', async () => {
    const id = uuidv7()
    const response = await volunteer.post('/balie/druk', {
      id,
      desk: world.desk,
      channel: 'channel-desk',
      'occurred-at': '2026-11-24T08:59:00Z',
      'topic-0': 'digid',
    })
    expect(response.headers.get('location')).toBe(`/balie/druk?opgeslagen=${id}`)
    expect(await row(id)).toMatchObject({ counted_as: 'rush', duration: 'duration-not-registered' })
    const html = await (await volunteer.get(`/balie/druk?opgeslagen=${id}`)).text()
    expect(html).toContain(`action="/balie/contacten/${id}/verwijderen"`)
  })

  test('two quick taps on one page are two contacts', async () => {
    const fields = {
      id: uuidv7(),
      desk: world.desk,
      channel: 'channel-desk',
      'occurred-at': '2026-11-24T08:59:00Z',
    }
    await volunteer.post('/balie/druk', { ...fields, 'topic-0': 'digid' })
    const second = { ...fields, 'topic-0': 'passport' }
    const saved = /opgeslagen=(.+)$/.exec(
      (await volunteer.post('/balie/druk', second)).headers.get('location') ?? '',
    )?.[1]
    expect(saved).not.toBe(fields.id)
    // Sent twice by the browser it is still that one.
    await volunteer.post('/balie/druk', second)
    expect(await (await volunteer.get(`/balie/druk?opgeslagen=${saved}`)).text()).toContain(
      'Opgeslagen: Paspoort',
    )
    expect((await owner.query('select count(*)::int as n from contacts.contacts')).rows).toEqual([{ n: 2 }])
  })

  test('a paper tally: totals, errors per line, taken away whole', async () => {
    const lines = {
      id: uuidv7(),
      desk: world.desk,
      channel: 'channel-desk',
      'topic-0': 'digid',
      'number-0': '7',
    }
    const wrong = await volunteer.post('/balie/turflijst', {
      ...lines,
      'topic-1': 'passport',
      'number-1': 'veel',
      'number-2': '3',
    })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('href="#number-1"')
    expect(html).toContain('href="#topic-2"')
    expect(html).toContain('value="veel"')
    expect((await volunteer.post('/balie/turflijst', lines)).status).toBe(303)
    expect((await volunteer.post('/balie/turflijst', lines)).status).toBe(303)
    expect(await (await volunteer.get('/balie/registraties')).text()).toMatch(
      /Hulpcontacten van dit informatiepunt<\/dt><dd>7</,
    )
    expect((await volunteer.post(`/balie/turflijst/${lines.id}/verwijderen`, {})).status).toBe(303)
    expect(await (await volunteer.get('/balie/registraties')).text()).toMatch(
      /Hulpcontacten van dit informatiepunt<\/dt><dd>0</,
    )
  })

  test('an hour without visitors is an observation, apart from the contacts', async () => {
    expect(
      (await volunteer.post('/balie/stil-uur', { id: uuidv7(), desk: world.desk, hour: '8' })).status,
    ).toBe(303)
    const html = await (await volunteer.get('/balie/registraties')).text()
    expect(html).toMatch(/Uren zonder bezoekers<\/dt><dd>1</)
    expect(
      (await volunteer.post('/balie/stil-uur', { id: uuidv7(), desk: world.desk, hour: '' })).status,
    ).toBe(422)
  })
})

describe('what a correction leaves alone', () => {
  const fieldsOf = (html: string): Record<string, string> =>
    Object.fromEntries(
      [
        ...html.matchAll(
          /<input(?=[^>]*name="(revision|occurred-at|day\.day|day\.month|day\.year|time)")[^>]*value="([^"]*)"/g,
        ),
      ].map(([, name = '', value = '']) => [name, value]),
    )

  test('the moment, to the second, also in the hour that comes twice', async () => {
    clock.moveTo('2026-10-25T02:00:00Z')
    const browser = await as('volunteer')
    const id = await register(browser, { 'occurred-at': '2026-10-25T01:30:40Z' })
    const shown = fieldsOf(await (await browser.get(`/balie/contacten/${id}`)).text())
    expect(shown).toMatchObject({ time: '02:30', 'day.day': '25' })
    const sent = {
      desk: world.desk,
      channel: 'channel-desk',
      'topic-0': 'passport',
      help: 'help-answered',
      ...shown,
    }
    expect((await browser.post(`/balie/contacten/${id}`, sent)).status).toBe(303)
    expect((await row(id)).occurred_at.toString()).toBe('2026-10-25T01:30:40Z')
  })

  test('a place that has closed since', async () => {
    const employee = await as('employee')
    const id = await register(employee, {
      desk: world.popUpDesk,
      place: world.places[0],
      channel: 'channel-pop-up',
    })
    await owner.query('update desks.places set active = false where id = $1', [world.places[0]])
    const html = await (await employee.get(`/balie/contacten/${id}`)).text()
    expect(html).toContain('Een plek die gesloten is')
    const sent = {
      desk: world.popUpDesk,
      place: world.places[0],
      channel: 'channel-pop-up',
      'topic-0': 'passport',
      help: 'help-answered',
      ...fieldsOf(html),
    }
    expect((await employee.post(`/balie/contacten/${id}`, sent)).status).toBe(303)
    expect(await row(id)).toMatchObject({ place_id: world.places[0] })
    await owner.query('update desks.places set active = true')
  })

  test('nothing is overwritten by a form that does not say what it saw', async () => {
    const id = await register(volunteer)
    const sent = { desk: world.desk, channel: 'channel-desk', 'topic-0': 'passport', help: 'help-answered' }
    expect((await volunteer.post(`/balie/contacten/${id}`, sent)).status).toBe(409)
  })
})
