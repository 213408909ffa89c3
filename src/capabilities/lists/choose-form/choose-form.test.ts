import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import { chooseForm } from './choose-form.command.ts'

const { as, clock, database, owner, world } = await testApp()
const address = '/beheer/registratieformulier'
const forms = (await owner.query<{ code: string }>('select code from lists.forms order by valid_from')).rows
const [older = '', newest = ''] = forms.map(({ code }) => code)
const today = { 'from.day': '24', 'from.month': '11', 'from.year': '2026' }

async function choices() {
  const { rows } = await owner.query(
    'select form_code, valid_from from lists.library_forms where library_id = $1 order by valid_from',
    [world.library],
  )
  return rows
}

test('the page says which form counts, and what each asks', async () => {
  const html = await (await (await as('manager')).get(address)).text()
  expect(html).toMatch(new RegExp(`value="${older}" checked`))
  expect(html).toContain('leeftijd')
})

test('another form is chosen from a day on; a second choice for that day replaces the first', async () => {
  const browser = await as('manager')
  const nextYear = { 'from.day': '1', 'from.month': '1', 'from.year': '2027' }
  expect((await browser.post(address, { form: newest, ...nextYear })).status).toBe(303)
  expect(await choices()).toContainEqual({ form_code: newest, valid_from: '2027-01-01' })
  expect(await (await browser.get(address)).text()).toMatch(new RegExp(`value="${older}" checked`))
  clock.moveTo('2027-01-02T09:00:00Z')
  expect(await (await (await as('manager')).get(address)).text()).toMatch(
    new RegExp(`value="${newest}" checked`),
  )
  clock.moveTo('2026-11-24T09:00:00Z')
  await browser.post(address, { form: older, ...nextYear })
  expect(await choices()).toContainEqual({ form_code: older, valid_from: '2027-01-01' })
  const audit = await owner.query(
    `select library_id, details from platform.audit_lines where action = 'lists.choose-form'`,
  )
  expect(audit.rows).toHaveLength(2)
  expect(audit.rows[0]).toEqual({ library_id: world.library, details: { from: '2027-01-01' } })
})

test.each([
  ['no form', { ...today, form: '' }, '#form'],
  ['a form that is not there', { ...today, form: 'nep' }, '#form'],
  ['a day that has been', { ...today, form: 'guide', 'from.day': '23' }, '#from'],
  ['a day that does not exist', { ...today, form: 'guide', 'from.month': '13' }, '#from'],
])('%s is told at the field', async (_, fields, link) => {
  const response = await (await as('manager')).post(address, fields)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="${link}"`)
})

test('a library does not choose for another, also not below the pages', async () => {
  const scope = proveLibrary(world.accounts.otherManager, world.otherLibrary, [])
  const choice = { formCode: newest, validFrom: '2026-12-01' }
  await database.write(scope, (tx) => chooseForm(tx, scope, choice, clock.now()))
  expect((await choices()).map((row) => row.valid_from)).not.toContain('2026-12-01')
})

test.each(['employee', 'privacyOfficer', 'analyst', 'administrator'] as const)(
  'a %s may not',
  async (person) => {
    expect((await (await as(person)).get(address)).status).toBe(403)
  },
)
