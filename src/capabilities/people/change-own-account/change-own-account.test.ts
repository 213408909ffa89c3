import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { hashPassword } from '../../../platform/auth/password.ts'
import { throttleLimits } from '../../../platform/auth/throttle.command.ts'

const { as, anonymous, clock, owner, world } = await testApp()
const address = '/mijn-account/wachtwoord'
const old = 'een oud wachtwoord'
const next = 'mijn fiets staat buiten'
const right = { current: old, password: next, repeated: next }

async function setPassword(): Promise<void> {
  await owner.query('update people.accounts set password_hash = $1 where id = $2', [
    await hashPassword(old),
    world.accounts.volunteer,
  ])
}
await setPassword()

test('the new password replaces the old; this browser goes on, others are signed out', async () => {
  const here = await as('volunteer')
  const elsewhere = await as('volunteer')
  expect((await here.post(address, right)).status).toBe(303)
  expect((await here.get('/mijn-account?bewaard=ja')).status).toBe(200)
  expect((await elsewhere.get('/mijn-account')).status).toBe(303)
  const email = 'volunteer@voorbeeld.test'
  expect((await anonymous().post('/inloggen', { email, password: old })).status).toBe(422)
  expect((await anonymous().post('/inloggen', { email, password: next })).status).toBe(303)
  const audit = await owner.query(
    `select library_id from platform.audit_lines where action = 'people.change-password'`,
  )
  expect(audit.rows).toEqual([{ library_id: world.library }])
  await setPassword()
})

test.each([
  ['a wrong present password', { current: 'iets heel anders' }, '#current'],
  ['a short one', { password: 'elf tekens.', repeated: 'elf tekens.' }, '#password'],
  ['the same one', { password: old, repeated: old }, '#password'],
  ['another the second time', { repeated: `${next}!` }, '#repeated'],
])('%s is told at the field', async (_, change, link) => {
  const response = await (await as('volunteer')).post(address, { ...right, ...change })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain(`href="${link}"`)
  expect(html).not.toContain(next)
})

test('guessing the present password is held up as at the sign-in', async () => {
  await owner.query('delete from platform.sign_in_failures')
  const browser = await as('volunteer')
  for (let tries = 0; tries < throttleLimits.perAccount; tries++)
    await browser.post(address, { ...right, current: `gok ${tries}` })
  expect(await (await browser.post(address, right)).text()).toContain('te vaak een verkeerd wachtwoord')
  clock.moveTo('2026-11-24T09:16:00Z')
  expect((await browser.post(address, right)).status).toBe(303)
  clock.moveTo('2026-11-24T09:00:00Z')
})

test('the chosen language goes along to every browser, and before what this one was told', async () => {
  const browser = await as('official')
  await browser.post('/taal', { taal: 'nl', terug: '/' })
  expect((await browser.post('/mijn-account/taal', { language: 'en' })).status).toBe(303)
  expect(await (await browser.get('/mijn-account')).text()).toContain('<html lang="en"')
  expect((await browser.post('/mijn-account/taal', { language: 'fr' })).status).toBe(422)
})

test('nobody has an account without signing in', async () => {
  expect((await anonymous().get('/mijn-account')).headers.get('location')).toContain('/inloggen')
  expect((await anonymous().post(address, right)).status).toBe(401)
})
