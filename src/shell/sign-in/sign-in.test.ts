import { expect, test } from 'vitest'
import { assets, testApp } from '../../../tests/support/test-app.ts'
import { createApp } from '../../app.ts'
import { hashPassword } from '../../platform/auth/password.ts'
import { throttleLimits } from '../../platform/auth/throttle.command.ts'
import { createLog } from '../../platform/logging/log.ts'

const { app, as, anonymous, database, owner, world, clock } = await testApp()
await owner.query('update people.accounts set password_hash = $1 where id = $2', [
  await hashPassword('een goed wachtwoord'),
  world.accounts.employee,
])
const right = { email: 'Employee@voorbeeld.test', password: 'een goed wachtwoord', verder: '/balie' }

test('the right password opens a session and goes where one was going', async () => {
  const browser = anonymous()
  const response = await browser.post('/inloggen', right)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/balie')
  expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly/)
  expect((await browser.get('/balie')).status).toBe(200)
})

test('the database keeps a hash of the session, not the session', async () => {
  const browser = anonymous()
  await browser.post('/inloggen', right)
  const token = browser.cookies.get('balie_session') ?? ''
  const { rows } = await owner.query('select encode(token_hash, $1) as hash from platform.sessions', ['hex'])
  expect(token).toHaveLength(43)
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
})

test('a wrong password shows the page again with the address and a message', async () => {
  const response = await anonymous().post('/inloggen', { ...right, password: 'iets anders dan dat' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('value="Employee@voorbeeld.test"')
  expect(html).toContain('horen niet bij elkaar')
  expect(html).not.toContain('iets anders dan dat')
})

test('empty fields are each named', async () => {
  const html = await (await anonymous().post('/inloggen', { email: '', password: '' })).text()
  expect(html).toContain('href="#email"')
  expect(html).toContain('href="#password"')
})

test('after too many wrong passwords even the right one waits, until the window has passed', async () => {
  await owner.query('delete from platform.sign_in_failures')
  for (let failures = 0; failures < throttleLimits.perAccount; failures++) {
    expect(
      (await anonymous().post('/inloggen', { ...right, password: `fout ${failures} fout fout` })).status,
    ).toBe(422)
  }
  expect((await anonymous().post('/inloggen', right)).status).toBe(429)
  clock.moveTo('2026-11-24T09:16:00Z')
  expect((await anonymous().post('/inloggen', right)).status).toBe(303)
})

test('thirty tries at once get no further than the limit', async () => {
  await owner.query('delete from platform.sign_in_failures')
  const tries = Array.from({ length: 30 }, (_, at) =>
    anonymous().post('/inloggen', { ...right, password: `tegelijk ${at} geraden` }),
  )
  const statuses = (await Promise.all(tries)).map((response) => response.status)
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(throttleLimits.perAccount)
  await owner.query('delete from platform.sign_in_failures')
})

test('signing out ends the session for good', async () => {
  const browser = await as('employee')
  const token = browser.cookies.get('balie_session') ?? ''
  await browser.post('/uitloggen', {})
  browser.cookies.set('balie_session', token)
  expect((await browser.get('/balie')).headers.get('location')).toBe('/inloggen?verder=%2Fbalie')
})

test('a session ends after half a day unused', async () => {
  const browser = await as('employee')
  clock.moveTo('2026-11-24T21:30:00Z')
  expect((await browser.get('/balie')).status).toBe(303)
  clock.moveTo('2026-11-24T09:00:00Z')
})

test('a form sent after the session ran out waits in the sign-in page and can be saved after it', async () => {
  const browser = anonymous()
  const response = await browser.post('/balie', { topic: 'digid', 'help-text': 'een "lange" tekst' })
  expect(response.status).toBe(401)
  const kept = /name="bewaard" value="([^"]*)"/
    .exec(await response.text())?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  const resumed = await (await browser.post('/inloggen', { ...right, bewaard: kept ?? '' })).text()
  expect(resumed).toContain('action="/balie"')
  expect(resumed).toContain('een &quot;lange&quot; tekst')
})

test('nobody is sent to another site', async () => {
  for (const verder of [
    '//kwaad.example',
    'https://kwaad.example',
    '/\\kwaad.example',
    '/\t/kwaad.example',
  ]) {
    expect((await anonymous().post('/inloggen', { ...right, verder })).headers.get('location')).not.toContain(
      'kwaad',
    )
  }
})

test('without the demo nobody signs in with one click', async () => {
  expect((await anonymous().post('/inloggen/oefenen', { account: world.accounts.employee })).status).toBe(404)
  expect(await (await anonymous().get('/inloggen')).text()).not.toContain('oefenen')
})

test('a form from another site is refused', async () => {
  const browser = await as('employee')
  const response = await app.request('http://balie.test/balie', {
    method: 'POST',
    body: new URLSearchParams({ topic: 'digid' }),
    headers: {
      cookie: `balie_session=${browser.cookies.get('balie_session')}`,
      origin: 'https://kwaad.example',
      'sec-fetch-site': 'cross-site',
    },
  })
  expect(response.status).toBe(403)
})

test('behind a proxy with https a form of ours is taken, also from a browser without Sec-Fetch-Site', async () => {
  const behindProxy = createApp({
    database,
    clock,
    log: createLog('silent'),
    assets,
    demo: false,
    trustProxy: true,
  })
  const send = (origin: string) =>
    behindProxy.request('http://balie.test/inloggen', {
      method: 'POST',
      body: new URLSearchParams(right),
      headers: { origin, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' },
    })
  const response = await send('https://balie.test')
  expect(response.status).toBe(303)
  expect(response.headers.getSetCookie().join()).toMatch(/^__Host-balie_session=.*; Secure/)
  expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000')
  expect((await send('http://balie.test')).status).toBe(403)
  expect((await send('https://kwaad.example')).status).toBe(403)
})

test('over https only cookies with the prefix count: a neighbouring site can set others', async () => {
  const victim = (await as('employee')).cookies.get('balie_session')
  const attacker = (await as('manager')).cookies.get('balie_session')
  const behindProxy = createApp({
    database,
    clock,
    log: createLog('silent'),
    assets,
    demo: false,
    trustProxy: true,
  })
  const response = await behindProxy.request('http://balie.test/mijn-account', {
    headers: {
      cookie: `__Host-balie_session=${victim}; balie_session=${attacker}`,
      'x-forwarded-proto': 'https',
    },
  })
  expect(await response.text()).toContain('Test employee')
})

test('a form of another place, which may hold a password, is not kept', async () => {
  const html = await (
    await anonymous().post('/mijn-account/wachtwoord', { current: 'geheim', next: 'geheimer' })
  ).text()
  expect(html).not.toContain('geheim')
})

test.each(['/balie', '/inloggen'])('more than a form can hold is refused unread by %s', async (path) => {
  expect((await anonymous().post(path, { email: 'x'.repeat(300_000) })).status).toBe(413)
})

test('a file is not taken in from who may not send one', async () => {
  let sent = 0
  const body = new ReadableStream({
    pull(stream) {
      sent += 1
      if (sent > 400) stream.close()
      else stream.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const response = await app.request('http://balie.test/beheer/inlezen/hulpcontacten', {
    method: 'POST',
    body,
    headers: { origin: 'http://balie.test', 'content-type': 'multipart/form-data; boundary=x' },
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(401)
  expect(sent).toBeLessThan(5)
})
