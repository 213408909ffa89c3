import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, anonymous, owner, world } = await testApp()
const nieuw = '/beheer/mensen/nieuw'
const fields = {
  name: 'Jan de Wit',
  email: 'Jan.deWit@voorbeeld.test',
  language: 'nl',
  role: 'volunteer',
  desk: world.desk,
}

test('somebody is added with a role at one desk, and can sign in with the password that is shown once', async () => {
  const response = await (await as('manager')).post(nieuw, fields)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const password = /<code>([^<]+)<\/code>/.exec(await response.text())?.[1] ?? ''
  const { rows } = await owner.query(
    `select accounts.organisation_id, email, password_hash, role, desk_id, valid_from, valid_until
     from people.accounts join people.role_assignments on account_id = accounts.id where name = 'Jan de Wit'`,
  )
  expect(rows).toEqual([
    {
      organisation_id: world.library,
      email: 'jan.dewit@voorbeeld.test',
      password_hash: expect.stringMatching(/^\$argon2id\$/),
      role: 'volunteer',
      desk_id: world.desk,
      valid_from: '2026-11-24',
      valid_until: null,
    },
  ])
  const browser = anonymous()
  const signedIn = await browser.post('/inloggen', { email: 'jan.dewit@voorbeeld.test', password })
  expect(signedIn.status).toBe(303)
  expect((await browser.get('/balie')).status).toBe(200)
})

test('the log names what was done, and holds neither name, address nor password', async () => {
  const { rows } = await owner.query(
    `select action, library_id, details::text from platform.audit_lines where action in ('people.add', 'people.assign-role') order by id`,
  )
  expect(rows.map(({ action }) => action)).toEqual(['people.add', 'people.assign-role'])
  for (const row of rows) {
    expect(row.library_id).toBe(world.library)
    expect(row.details).not.toMatch(/wit|argon/i)
  }
})

test.each([
  ['no name', { name: '' }, '#name'],
  ['no e-mail address', { email: 'jan' }, '#email'],
  ["somebody else's e-mail address", { email: 'OTHERMANAGER@voorbeeld.test' }, '#email'],
  ['no role', { role: '' }, '#role'],
  ['a role that a library does not give', { role: 'national-analyst' }, '#role'],
  ["another library's desk", { desk: world.otherDesk }, '#desk'],
  ['a role of the whole library at one desk', { role: 'library-manager' }, '#desk'],
])('%s is told at the field', async (_, change, link) => {
  const response = await (await as('manager')).post(nieuw, {
    ...fields,
    email: 'nieuw@voorbeeld.test',
    ...change,
  })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a library adds to itself, whatever organisation the address names', async () => {
  const address = `${nieuw}?organisatie=${world.nation}`
  const response = await (await as('manager')).post(address, {
    ...fields,
    email: 'slim@voorbeeld.test',
    role: 'administrator',
    desk: '',
  })
  expect(response.status).toBe(200)
  const { rows } = await owner.query(
    `select assignment.organisation_id from people.accounts join people.role_assignments assignment on account_id = accounts.id where email = 'slim@voorbeeld.test'`,
  )
  expect(rows).toEqual([{ organisation_id: world.library }])
})

test('the nation adds an analyst to itself', async () => {
  const browser = await as('administrator')
  expect(await (await browser.get(nieuw)).text()).toContain('name="organisatie"')
  const response = await browser.post(`${nieuw}?organisatie=${world.nation}`, {
    ...fields,
    email: 'analist@voorbeeld.test',
    role: 'national-analyst',
    desk: '',
  })
  expect(response.status).toBe(200)
})

test.each(['employee', 'coordinator', 'privacyOfficer', 'official', 'adviser', 'analyst'] as const)(
  'a %s may not',
  async (person) => {
    expect((await (await as(person)).post(nieuw, fields)).status).toBe(403)
  },
)
