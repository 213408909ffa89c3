import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, clock } = await testApp()
const volunteer = await as('volunteer')
const employee = await as('employee')

/** A routine contact as the page sends it. */
const contact = (changes: Fields = {}): Fields => ({
  id: uuidv7(),
  desk: world.desk,
  channel: 'channel-desk',
  'occurred-at': '2026-11-24T08:45:00Z',
  'topic-0': 'digid-app-install',
  help: ['help-done-together', 'help-installed-app'],
  duration: 'duration-10-20',
  satisfied: 'satisfied-yes',
  ...changes,
})
const stored = async (id: unknown) =>
  (await owner.query('select * from contacts.contacts where id = $1', [id])).rows[0]
const count = async (table: string): Promise<number> =>
  Number((await owner.query(`select count(*) from contacts.${table}`)).rows[0].count)

beforeEach(async () => {
  await owner.query('truncate contacts.contacts cascade')
})

describe('a routine contact', () => {
  test('is stored with its questions, organisation and help, and shows as saved', async () => {
    const sent = contact()
    const response = await volunteer.post('/balie', sent)
    expect(response.headers.get('location')).toBe(`/balie?opgeslagen=${sent.id}`)
    expect(await stored(sent.id)).toMatchObject({
      library_id: world.library,
      desk_id: world.desk,
      form_code: 'guide',
      counted_as: 'contact',
      channel: 'channel-desk',
      occurred_on: '2026-11-24',
      duration: 'duration-10-20',
      satisfied: 'satisfied-yes',
      gender: 'gender-not-registered',
      age: 'age-not-registered',
      visitor_municipality_code: null,
      author_account_id: world.accounts.volunteer,
      sender_account_id: world.accounts.volunteer,
      clock_ahead_seconds: null,
    })
    const providers = await owner.query(
      'select service_provider_code from contacts.question_service_providers where contact_id = $1',
      [sent.id],
    )
    expect(providers.rows).toEqual([{ service_provider_code: 'logius' }])
    expect(await count('help_given')).toBe(2)
    expect(await (await volunteer.get(`/balie?opgeslagen=${sent.id}`)).text()).toContain(
      'Opgeslagen: DigiD-app',
    )
  })

  test('writes its audit line in the same transaction, without what was said', async () => {
    const sent = contact()
    await volunteer.post('/balie', sent)
    const { rows } = await owner.query('select * from platform.audit_lines where subject_id = $1', [sent.id])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      action: 'contacts.register',
      account_id: world.accounts.volunteer,
      library_id: world.library,
      details: {},
    })
  })

  test('sent twice by a double click stands there once', async () => {
    const sent = contact()
    const responses = await Promise.all([
      volunteer.post('/balie', sent),
      volunteer.post('/balie', sent),
      volunteer.post('/balie', sent),
    ])
    expect(responses.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await count('contacts')).toBe(1)
    expect(await count('questions')).toBe(1)
  })

  test('with the id of another contact is shown to a person, who can save it as a new one', async () => {
    const sent = contact()
    await volunteer.post('/balie', sent)
    const other = { ...sent, 'topic-0': 'allowances' }
    const response = await volunteer.post('/balie', other)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('met andere antwoorden')
    expect(html).toContain('value="allowances"')
    expect(await count('contacts')).toBe(1)
    expect((await volunteer.post('/balie', { ...other, action: 'save-as-new' })).status).toBe(303)
    expect(await count('contacts')).toBe(2)
  })

  test('remembers desk and way for the next one', async () => {
    const browser = await as('employee')
    await browser.post('/balie', contact({ desk: world.secondDesk, channel: 'channel-phone' }))
    const html = await (await browser.get('/balie')).text()
    expect(html).toMatch(new RegExp(`value="${world.secondDesk}"[^>]*selected`))
    expect(html).toMatch(/value="channel-phone"[^>]*selected/)
  })
})

describe('what can be told', () => {
  test('several questions, each with organisations of its own', async () => {
    const sent = contact({
      'topic-1': 'other',
      'topic-text-1': 'iets met de scanner',
      'provider-1': ['bank', 'municipality'],
      'topic-3': 'allowances',
      'provider-3': 'none',
    })
    await volunteer.post('/balie', sent)
    const { rows } = await owner.query(
      `select position, topic_code, other_text, array(select service_provider_code from contacts.question_service_providers p
         where p.contact_id = q.contact_id and p.position = q.position order by 1) as providers from contacts.questions q where contact_id = $1 order by position`,
      [sent.id],
    )
    expect(rows).toEqual([
      { position: 0, topic_code: 'digid-app-install', other_text: null, providers: ['logius'] },
      {
        position: 1,
        topic_code: 'other',
        other_text: 'iets met de scanner',
        providers: ['bank', 'municipality'],
      },
      { position: 2, topic_code: 'allowances', other_text: null, providers: [] },
    ])
  })

  test('the visitor, where the form in use asks it', async () => {
    const sent = contact({
      gender: 'gender-woman',
      age: 'age-65-plus',
      language: 'language-nt2',
      municipality: 'GM0344',
    })
    await volunteer.post('/balie', sent)
    expect(await stored(sent.id)).toMatchObject({
      gender: 'gender-woman',
      age: 'age-65-plus',
      language: 'language-nt2',
      visitor_municipality_code: 'GM0344',
    })
  })

  test('nothing of the visitor where the form since April 2024 is in use, whatever is sent; but the DigiD question', async () => {
    const other = await as('otherEmployee')
    const sent = contact({
      desk: world.otherDesk,
      gender: 'gender-woman',
      age: 'age-65-plus',
      municipality: 'GM0344',
      'digid-0': 'digid-app-install',
    })
    await other.post('/balie', sent)
    expect(await stored(sent.id)).toMatchObject({
      form_code: 'national-2024',
      gender: null,
      age: null,
      language: null,
      visitor_municipality_code: null,
    })
    expect(
      (await owner.query('select digid from contacts.questions where contact_id = $1', [sent.id])).rows,
    ).toEqual([{ digid: 'digid-app-install' }])
    expect(await (await other.get('/balie')).text()).not.toContain('Over de bezoeker')
  })

  test('a conversation of yesterday, on its own local day', async () => {
    const sent = contact({ 'day.day': '23', 'day.month': '11', 'day.year': '2026', time: '0:15' })
    await volunteer.post('/balie', sent)
    const row = await stored(sent.id)
    expect(row.occurred_on).toBe('2026-11-23')
    expect(row.occurred_at.toString()).toBe('2026-11-22T23:15:00Z')
  })

  test('a topic that was valid on the day of the contact, and is no longer', async () => {
    clock.moveTo('2025-01-10T10:00:00Z')
    const sent = contact({ 'topic-0': 'energy-allowance', 'occurred-at': '2024-12-20T10:00:00Z' })
    const browser = await as('volunteer')
    await owner.query("update people.role_assignments set valid_from = '2020-01-01'")
    expect((await browser.post('/balie', sent)).status).toBe(303)
    expect(
      (
        await browser.post(
          '/balie',
          contact({ 'topic-0': 'energy-allowance', 'occurred-at': '2025-01-10T10:00:00Z' }),
        )
      ).status,
    ).toBe(422)
    clock.moveTo('2026-11-24T09:00:00Z')
  })

  test('the place of a pop-up desk, and none of another desk', async () => {
    const sent = contact({ desk: world.popUpDesk, place: world.places[0], channel: 'channel-pop-up' })
    expect((await employee.post('/balie', sent)).status).toBe(303)
    expect(await stored(sent.id)).toMatchObject({ place_id: world.places[0] })
    expect((await employee.post('/balie', contact({ place: world.places[0] }))).status).toBe(422)
  })
})

describe('what comes back', () => {
  test('a form without topic or help says what is missing and keeps the rest', async () => {
    const response = await volunteer.post(
      '/balie',
      contact({ 'topic-0': '', help: '', satisfied: 'satisfied-partly', time: '8:45' }),
    )
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('<title>Fout: Nieuwe registratie')
    expect(html).toContain('href="#topic-0"')
    expect(html).toContain('href="#help"')
    expect(html).toMatch(/value="satisfied-partly"[^>]*checked/)
    expect(html).toContain('value="8:45"')
  })

  test.each([
    [{ 'topic-0': 'other', 'topic-text-0': 'bsn 123456782' }, 'burgerservicenummer'],
    [{ 'topic-0': 'other', 'topic-text-0': 'bel 06-12345678' }, 'telefoonnummer'],
    [{ help: 'help-other', 'help-text': 'mail naar jan@voorbeeld.nl' }, 'e-mailadres'],
    [{ 'topic-0': 'other', 'topic-text-0': 'x'.repeat(121) }, '121 tekens'],
    [{ 'topic-0': 'nonsense' }, 'Kies een antwoord uit de lijst'],
    [{ channel: 'gender-man' }, 'Kies een antwoord uit de lijst'],
    [{ 'day.day': '31', 'day.month': '2', 'day.year': '2026' }, 'datum in die bestaat'],
    [{ 'day.day': '1', 'day.month': '12', 'day.year': '2026' }, 'nog niet geweest'],
    [{ 'day.day': '1', 'day.month': '1', 'day.year': '2020' }, 'langer dan een jaar'],
    [{ time: '25:00' }, 'Vul een tijd in'],
  ])('%j is refused, with what to do', async (changes, message) => {
    const response = await volunteer.post('/balie', contact(changes as Fields))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(message)
    expect(await count('contacts')).toBe(0)
  })

  test('text is only taken with something else', async () => {
    const sent = contact({ 'topic-text-0': 'mevrouw Jansen', 'help-text': 'mevrouw Jansen' })
    await volunteer.post('/balie', sent)
    expect(
      (
        await owner.query(
          'select other_text from contacts.questions union all select other_text from contacts.help_given',
        )
      ).rows.every(({ other_text }) => other_text === null),
    ).toBe(true)
  })

  test('without script: another question, and one taken away, on the same page', async () => {
    const more = await (
      await volunteer.post('/balie', contact({ action: 'add-question', satisfied: 'satisfied-no' }))
    ).text()
    expect(more).toContain('Waar gaat vraag 2 over?')
    expect(more).toContain('name="topic-0" value="digid-app-install"')
    expect(more).toMatch(/value="satisfied-no"[^>]*checked/)
    const less = await (
      await volunteer.post('/balie', contact({ 'topic-1': 'allowances', action: 'remove-question-0' }))
    ).text()
    expect(less).not.toContain('value="digid-app-install" checked')
    expect(await count('contacts')).toBe(0)
  })
})

describe('whose desk', () => {
  test('who has one desk is not asked which, and registers there', async () => {
    const { desk: _, ...sent } = contact()
    expect((await volunteer.post('/balie', sent)).status).toBe(303)
    expect(await stored(sent.id)).toMatchObject({ desk_id: world.desk, municipality_code: 'GM0307' })
    expect((await employee.post('/balie', sent)).status).toBe(403)
  })

  test('nobody registers at a desk that is not theirs', async () => {
    for (const desk of [world.otherDesk, world.secondDesk])
      expect((await volunteer.post('/balie', contact({ desk }))).status).toBe(403)
    expect(await count('contacts')).toBe(0)
  })

  test('the same id at another desk is another contact', async () => {
    const sent = contact()
    await volunteer.post('/balie', sent)
    const other = await as('otherEmployee')
    expect((await other.post('/balie', { ...sent, desk: world.otherDesk })).status).toBe(409)
    expect((await stored(sent.id)).desk_id).toBe(world.desk)
  })

  test('a municipality, an adviser and the nation have no form', async () => {
    for (const person of ['official', 'adviser', 'analyst', 'administrator', 'privacyOfficer'] as const) {
      expect((await (await as(person)).get('/balie')).status, person).toBe(403)
    }
  })
})
