import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '../../src/platform/auth/password.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { choose, expectStatus, keptPages, openDesk, register, shiftClock } from '../support/desk-page.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
const { world, owner } = server
const browser = await launchBrowser()
afterAll(() => browser.close())

let context: BrowserContext
let mistakes: string[] = []

beforeEach(async () => {
  await owner.query('truncate contacts.contacts cascade')
  context = await watched(await browser.newContext({ locale: 'nl-NL' }))
  await server.signIn(context, 'employee')
})
afterEach(async () => {
  server.intercept = undefined
  await context.close()
  expect(mistakes).toEqual([])
})

async function watched(opened: BrowserContext): Promise<BrowserContext> {
  mistakes = []
  opened.on('weberror', (error) => mistakes.push(error.error().message))
  return opened
}

/** What stands in the database, oldest first. */
async function stored(): Promise<Record<string, unknown>[]> {
  const { rows } = await owner.query(
    `select id, desk_id, place_id, author_account_id as author, sender_account_id as sender, clock_ahead_seconds as ahead,
       extract(epoch from now() - occurred_at)::float8 as "secondsAgo",
       (select array_agg(topic_code) from contacts.questions where contact_id = contacts.id) as topics
     from contacts.contacts where deleted_at is null order by occurred_at`,
  )
  return rows
}

const isBatch = (request: Request): boolean => new URL(request.url).pathname === '/balie/ontvangen'

/** The database is away: every batch is sent back, until `intercept` is taken off. Gives the bodies that came. */
function refuseBatches(): string[] {
  const bodies: string[] = []
  server.intercept = async (request, answer) => {
    if (!isBatch(request) || request.headers.has('x-by-hand')) return answer()
    bodies.push(await request.text())
    return Response.json({ error: 'unavailable' }, { status: 503 })
  }
  return bodies
}

/** Opens the list of what waits, which sends it. */
async function openList(page: Page): Promise<void> {
  await page.goto(`${server.origin}/balie/wachtrij`)
}

/** Two registrations that the server did not take. Gives what was sent; only what a test sends by hand is taken. */
async function twoSentBack(page: Page): Promise<string> {
  const bodies = refuseBatches()
  await register(page)
  await register(page, 'Rijbewijs')
  await openList(page)
  await page.getByRole('button', { name: 'Nu versturen' }).click()
  await expect.poll(() => bodies.at(-1)?.match(/"kind"/g)?.length).toBe(2)
  return bodies.at(-1) ?? ''
}

test('what is saved without a network outlives a reload and the end of the browser, and arrives once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balie-profile-'))
  const first = await watched(await openProfile(folder))
  await server.signIn(first, 'employee')
  // A session cookie of the browser goes when it closes; that is another test.
  const cookies = await first.cookies()
  const page = await openDesk(first, server.origin)
  await first.setOffline(true)
  await page.reload()
  await register(page)
  await expectStatus(page, 'Geen verbinding · 1 wacht')
  await page.reload()
  await register(page, 'Rijbewijs')
  await expectStatus(page, 'Geen verbinding · 2 wachten')
  await first.close()

  const again = await watched(await openProfile(folder))
  await again.addCookies(cookies)
  await again.setOffline(true)
  const reopened = await openDesk(again, server.origin, { keepPages: false })
  await expectStatus(reopened, 'Geen verbinding · 2 wachten')
  expect(await stored()).toHaveLength(0)
  await again.setOffline(false)
  await expectStatus(reopened, 'Verbonden · 0 wachten')
  expect(await stored()).toMatchObject([{ topics: ['digid-app-install'] }, { topics: ['driving-licence'] }])
  await again.close()
  await rm(folder, { recursive: true })
})

test('two tabs share one queue, and send nothing twice', async () => {
  const sent: string[] = []
  const tabs = [await openDesk(context, server.origin), await openDesk(context, server.origin)] as const
  server.intercept = async (request, answer) => {
    if (!isBatch(request)) return answer()
    const copy = request.clone()
    sent.push(...(await copy.json()).items.map(({ id }: { id: string }) => id))
    return answer()
  }
  await context.setOffline(true)
  await register(tabs[0])
  await register(tabs[1], 'Toeslagen')
  for (const tab of tabs) await expectStatus(tab, 'Geen verbinding · 2 wachten')
  await context.setOffline(false)
  for (const tab of tabs) await expectStatus(tab, 'Verbonden · 0 wachten')
  expect(await stored()).toHaveLength(2)
  expect(sent).toHaveLength(2)
})

test('a server killed half-way in a batch, and answers lost after the commit: each is stored once', async () => {
  await owner.query(`
    create function pg_temp_half_way() returns trigger language plpgsql security definer as
      $$ begin if (select count(*) from contacts.contacts) = 2 then perform pg_sleep(20); end if; return new; end $$;
    create trigger half_way before insert on contacts.contacts for each row execute function pg_temp_half_way()`)
  const page = await openDesk(context, server.origin)
  await context.setOffline(true)
  for (const topic of ['DigiD-app', 'Rijbewijs', 'Toeslagen', 'Online bankieren']) await register(page, topic)
  await context.setOffline(false)
  await expect.poll(async () => (await stored()).length).toBe(2)
  await server.kill()
  await owner.query('drop function pg_temp_half_way cascade')
  await expectStatus(page, 'Geen verbinding · 4 wachten')
  expect(await stored()).toHaveLength(2)

  let cut = 0
  server.intercept = async (request, answer, socket) => {
    const response = await answer()
    if (isBatch(request) && cut++ < 2) socket.destroy()
    return response
  }
  await server.start()
  await openList(page)
  await expectStatus(page, 'Verbonden · 0 wachten')
  expect(cut).toBeGreaterThan(2)
  expect(await stored()).toHaveLength(4)
})

test('the same batch sent three times at once is stored once', async () => {
  const page = await openDesk(context, server.origin)
  const batch = await twoSentBack(page)
  const answers = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-by-hand': 'yes' }
    const post = () => fetch('/balie/ontvangen', { method: 'POST', body, headers })
    return Promise.all([post(), post(), post()].map(async (answer) => (await answer).json()))
  }, batch)
  for (const { results } of answers)
    expect(results).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }])
  server.intercept = undefined
  await openList(page)
  await expectStatus(page, 'Verbonden · 0 wachten')
  expect(await stored()).toHaveLength(2)
})

test('after the session ran out nothing is sent until somebody signs in, and then it goes by itself', async () => {
  await owner.query('update people.accounts set password_hash = $1 where id = $2', [
    await hashPassword('een goed wachtwoord'),
    world.accounts.employee,
  ])
  const page = await openDesk(context, server.origin)
  await owner.query('delete from platform.sessions')
  let batches = 0
  server.intercept = (request, answer) => {
    if (isBatch(request)) batches++
    return answer()
  }
  await register(page)
  const notice = page.locator('#line-signed-out')
  await notice.waitFor()
  await page.waitForTimeout(2500)
  expect(batches).toBe(1)
  expect(await stored()).toHaveLength(0)
  await notice.getByRole('link', { name: 'Inloggen' }).click()
  await page.getByLabel('E-mailadres').fill('employee@voorbeeld.test')
  await page.getByLabel('Wachtwoord').fill('een goed wachtwoord')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await page.getByText('Er wacht niets. Alles is verstuurd.').waitFor()
  expect(new URL(page.url()).pathname).toBe('/balie/wachtrij')
  expect(await stored()).toHaveLength(1)
})

test('a colleague sends what another left on a shared tablet; who works elsewhere cannot', async () => {
  refuseBatches()
  const page = await openDesk(context, server.origin)
  await register(page)
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.getByText('Het blijft bewaard.').waitFor()
  await page.getByRole('button', { name: 'Toch uitloggen' }).click()
  await page.waitForURL('**/inloggen')
  // The pages with a name on them are gone; the registration is not.
  expect((await page.evaluate(keptPages)).filter((path) => path === '/balie')).toEqual([])
  server.intercept = undefined

  await server.signIn(context, 'otherEmployee')
  await openList(page)
  await page.getByText('Jij kunt dit niet versturen.').waitFor()
  expect(await stored()).toHaveLength(0)

  await server.signIn(context, 'volunteer')
  await page.goto(`${server.origin}/balie`)
  await expectStatus(page, 'Verbonden · 0 wachten')
  expect(await stored()).toMatchObject([
    { author: world.accounts.employee, sender: world.accounts.volunteer },
  ])
})

test('storage that the browser threw away is noticed, with how much and since when', async () => {
  const page = await openDesk(context, server.origin)
  await context.setOffline(true)
  await register(page)
  await register(page, 'Rijbewijs')
  await expectStatus(page, 'Geen verbinding · 2 wachten')
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'indexeddb' })
  await page.reload()
  const notice = page.locator('#line-lost')
  await notice.waitFor()
  expect(await notice.textContent()).toMatch(/2 registraties gewist.*gemaakt op \w+ \d+ \w+/)
  // It is said until somebody has read it, also when something new waits.
  await register(page)
  await page.reload()
  await notice.getByRole('button', { name: 'Ik heb het gelezen' }).click()
  await page.reload()
  await expectStatus(page, 'Geen verbinding · 1 wacht')
  expect(await notice.isVisible()).toBe(false)
})

test('another desk, and the place of a pop-up desk, can be chosen without a network', async () => {
  const page = await openDesk(context, server.origin)
  await context.setOffline(true)
  await page.reload()
  await page.getByLabel('Informatiepunt').selectOption({ label: 'Eemdal Noord' })
  await register(page)
  await page.reload()
  await page.getByLabel('Informatiepunt').selectOption({ label: 'Eemdal op de markt' })
  await page.locator('#place').selectOption({ label: 'Weekmarkt' })
  await register(page)
  await context.setOffline(false)
  await expectStatus(page, 'Verbonden · 0 wachten')
  expect(await stored()).toMatchObject([
    { desk_id: world.secondDesk, place_id: null },
    { desk_id: world.popUpDesk, place_id: world.places[0] },
  ])
})

test('what the server refuses waits with its reason until a person mends it', async () => {
  const page = await openDesk(context, server.origin)
  await page.getByText('Was het op een ander moment?').click()
  for (const [part, value] of [
    ['day', '1'],
    ['month', '2'],
    ['year', '2099'],
  ] as const)
    await page.locator(`[name="day.${part}"]`).fill(value)
  await register(page)
  await expectStatus(page, 'Verbonden · 0 wachten · 1 nakijken')
  await page.locator('#outbox-status').click()
  await page.getByText('Dit moment is nog niet geweest.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: /^Verbeteren/ }).click()
  await page.getByText('Verbeter wat hieronder staat').waitFor()
  for (const part of ['day', 'month', 'year']) await page.locator(`[name="day.${part}"]`).fill('')
  await page.getByRole('button', { name: 'Registratie opslaan' }).click()
  await expectStatus(page, 'Verbonden · 0 wachten')
  expect(await stored()).toMatchObject([{ topics: ['digid-app-install'] }])
})

test('other content under the same id is shown to a person, who keeps both or throws one away', async () => {
  const page = await openDesk(context, server.origin)
  const batch = await twoSentBack(page)
  const others = batch.replaceAll('help-done-together', 'help-explained-device')
  const headers = { 'content-type': 'application/json', 'x-by-hand': 'yes' }
  await page.request.post(`${server.origin}/balie/ontvangen`, {
    data: others,
    headers: { ...headers, origin: server.origin },
  })
  server.intercept = undefined
  expect(await stored()).toHaveLength(2)
  await openList(page)
  await expectStatus(page, 'Verbonden · 0 wachten · 2 nakijken')
  await page.getByRole('button', { name: 'Als nieuwe bewaren: DigiD-app' }).click()
  await expectStatus(page, 'Verbonden · 0 wachten · 1 nakijken')
  await page.getByRole('button', { name: 'Weggooien: Rijbewijs' }).click()
  await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
  expect(await page.locator('[data-item]').count()).toBe(1)
  await page.getByRole('button', { name: 'Weggooien: Rijbewijs' }).click()
  await page.getByRole('button', { name: 'Ja, weggooien' }).click()
  await page.getByText('Er wacht niets.').waitFor()
  expect((await stored()).map(({ topics }) => topics)).toEqual(
    expect.arrayContaining([['digid-app-install'], ['digid-app-install'], ['driving-licence']]),
  )
  expect(await stored()).toHaveLength(3)
})

test('a new version waits to be asked for, and takes neither the draft nor what waits', async () => {
  const page = await openDesk(context, server.origin)
  refuseBatches()
  await register(page)
  await choose(page, 'Rijbewijs')
  server.assets = { ...server.assets, version: 'a-newer-one' }
  await server.kill()
  await server.start()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText('Er is een nieuwe versie van Balie.').waitFor()
  const waits = async () => (await navigator.serviceWorker.getRegistration('/balie'))?.waiting?.state
  expect(await page.evaluate(waits)).toBe('installed')
  expect(await page.getByLabel('Rijbewijs').isChecked()).toBe(true)
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Vernieuwen' }).click()
  await reloaded
  await expect.poll(() => page.getByLabel('Rijbewijs').isChecked()).toBe(true)
  expect((await page.evaluate(() => caches.keys())).filter((name) => !name.endsWith('a-newer-one'))).toEqual(
    [],
  )
  expect(await page.evaluate(keptPages)).toEqual(expect.arrayContaining(['/balie', '/balie/druk']))
  server.intercept = undefined
  await openList(page)
  await expectStatus(page, 'Verbonden · 0 wachten')
  expect(await stored()).toHaveLength(1)
})

test('a clock that is wrong is noticed, and its moments are put right', async () => {
  await shiftClock(context, 12 * 60_000)
  const page = await openDesk(context, server.origin)
  await register(page)
  await page.getByText('De klok van dit apparaat loopt 12 minuten voor.').waitFor()
  const [contact] = await stored()
  expect(contact?.ahead).toBeGreaterThan(700)
  expect(Math.abs(Number(contact?.secondsAgo))).toBeLessThan(60)
})

test('the network can be off for a week', async () => {
  const week = 7 * 24 * 3600
  const page = await openDesk(context, server.origin)
  await context.setOffline(true)
  await shiftClock(page, -week * 1000)
  await page.reload()
  await register(page)
  await page.close()

  const later = await openDesk(context, server.origin, { keepPages: false })
  await register(later, 'Rijbewijs')
  await expectStatus(later, 'Geen verbinding · 2 wachten')
  await later.getByText('Op dit apparaat wacht iets sinds').waitFor()
  await owner.query('delete from platform.sessions')
  await context.setOffline(false)
  await later.locator('#line-signed-out').waitFor()
  await server.signIn(context, 'employee')
  await later.reload()
  await expect.poll(async () => (await stored()).length).toBe(2)
  await expectStatus(later, 'Verbonden · 0 wachten')
  const [first, second] = await stored()
  expect(Math.abs(Number(first?.secondsAgo) - week)).toBeLessThan(60)
  expect(Number(second?.secondsAgo)).toBeLessThan(60)
})

test('a network that is there but answers nothing does not keep anybody waiting', async () => {
  const page = await openDesk(context, server.origin)
  server.intercept = () => new Promise(() => {})
  const started = performance.now()
  await page.reload({ waitUntil: 'domcontentloaded' })
  expect(performance.now() - started).toBeLessThan(6_000)
  await register(page)
  await expectStatus(page, 'Geen verbinding · 1 wacht')
  // A page that was not kept says so, and leads back.
  await context.setOffline(true)
  await page.goto(`${server.origin}/balie/contacten/00000000-0000-7000-8000-000000000000`)
  await page.getByRole('heading', { name: 'Deze pagina opent alleen met verbinding' }).waitFor()
  expect(await page.content()).not.toContain('Test employee')
})

test('the desk can be installed as an app', async () => {
  const page = await openDesk(context, server.origin)
  const devtools = await context.newCDPSession(page)
  const { errors, data } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { icons, start_url } = JSON.parse(data ?? '')
  expect(start_url).toBe('/balie')
  for (const { src, type } of icons) {
    const icon = await page.request.get(server.origin + src)
    expect(icon.headers()['content-type']).toContain(type)
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A context of the tests keeps nothing, as a private window; that is all there is against it.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
})
