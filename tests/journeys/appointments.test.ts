import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { giveHours, giveOffer, pathOfDesk } from '../support/booking-world.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const clock = fixedClock('2026-11-24T09:00:00Z')
const server = await startTestServer({ clock })
await giveHours(server.owner, server.world.desk, [
  { weekday: 2, opens: 600, closes: 1020 },
  { weekday: 4, opens: 600, closes: 780, kind: 'telephone' },
])
await giveOffer(server, server.world.desk, { places: 2, kept_for_walk_in: 1 })
await server.owner.query('insert into desks.online_requests values ($1, true, true)', [server.world.desk])
const desk = await pathOfDesk(server.owner, server.world.desk)
const browser = await launchBrowser()
afterAll(() => browser.close())

/** Nothing in the way of anybody on this page, on a small screen and a large one. */
async function expectOpen(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await violations(page), page.url()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(
      width,
    )
  }
  expect(await htmlProblems(await page.content()), page.url()).toEqual([])
}

/** Presses Tab until what has the focus says this. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const { activeElement: on } = document
      return on?.getAttribute('aria-label') ?? (on?.textContent || on?.getAttribute('name')) ?? ''
    })
    if (text.test(said)) return
  }
  throw new Error(`No ${text} for the keyboard on ${page.url()}`)
}

describe('a visitor without script and without a mouse', () => {
  let code = ''

  test('finds a time from the page of the desk, books it, and gets a code', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(server.origin + desk)
    await tabTo(page, /^Maak een afspraak$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/afspraak$/)
    expect(await page.locator('h2').first().textContent()).toBe('Dinsdag 24 november')
    await tabTo(page, /^11\.30 uur, Dinsdag 24 november$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/maken\?tijd=/)
    expect(await page.locator('main').textContent()).toContain('U koos: dinsdag 24 november om 11.30 uur')
    await tabTo(page, /^name$/)
    await page.keyboard.type('Planted Name')
    await tabTo(page, /^Maak de afspraak$/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.balie-short-code__code')
    code = (await page.locator('.balie-short-code__code').textContent()) ?? ''
    expect(code.trim()).toMatch(/^[B-Z2-9]{4}-[B-Z2-9]{4}$/)
    expect(page.url()).not.toContain(code.trim())
    // Loading it again books nothing more, and shows the same code.
    await page.reload()
    expect(await page.locator('.balie-short-code__code').textContent()).toBe(code)
    await context.close()
  })

  test('comes back with the code, moves the appointment and cancels it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${server.origin}/afspraak`)
    await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Verzet de afspraak' }).click()
    await page.getByLabel('Dinsdag 1 december om 10.00 uur').check()
    await page.getByRole('button', { name: 'Verzet de afspraak' }).click()
    expect(await page.locator('main').textContent()).toContain('Uw code blijft dezelfde')
    await page.getByRole('button', { name: 'Zeg de afspraak af' }).click()
    await page.getByRole('button', { name: 'Zeg de afspraak af' }).click()
    expect(await page.locator('main').textContent()).toContain('Deze afspraak is afgezegd')
    await context.close()
  })
})

describe('no page has a barrier', () => {
  test.each(['', '/en', '/ar'])('for a visitor, under %s/', async (prefix) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const submit = () => page.locator('main form button[type=submit]').first().click()
    await page.goto(`${server.origin}${prefix}${desk}/afspraak`)
    await expectOpen(page)
    await page.locator('.balie-link-tiles a').nth(4).click()
    await expectOpen(page)
    await page.locator('#contact').fill('geen idee')
    await submit()
    await expectOpen(page)
    await page.locator('#contact').fill('')
    await submit()
    const code = (await page.locator('.balie-short-code__code').textContent()) ?? ''
    await expectOpen(page)
    await page.goto(`${server.origin}${prefix}/afspraak`)
    await expectOpen(page)
    await page.locator('#code').fill(code)
    await submit()
    await expectOpen(page)
    await submit()
    await expectOpen(page)
    await page.goto(`${server.origin}${prefix}${desk}/bel-mij-terug`)
    await expectOpen(page)
    await page.locator('#contact').fill('0612345678')
    await submit()
    await expectOpen(page)
    await context.close()
  })

  test('for the desk', async () => {
    const context = await browser.newContext()
    await server.signIn(context, 'coordinator')
    const page = await context.newPage()
    for (const path of [
      '/balie/vandaag',
      '/balie/afspraken',
      '/balie/terugbellen',
      '/balie/terugbellen/nieuw',
      '/beheer/afspraken',
      '/beheer/afspraken/nieuw',
    ]) {
      await page.goto(server.origin + path)
      await expectOpen(page)
    }
    await page.goto(`${server.origin}/balie/afspraken`)
    await page.locator('.balie-link-tiles a').nth(3).click()
    await expectOpen(page)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForSelector('.balie-short-code__code')
    await expectOpen(page)
    await context.close()
  })
})

test('today’s screen stays true by itself, but not under somebody’s hands', async () => {
  const context = await browser.newContext()
  await server.signIn(context, 'volunteer')
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${server.origin}/balie/vandaag`)
  const waits = () => page.locator('#waits').textContent()
  expect(await waits()).toBe('Niemand wacht')
  const other = await context.newPage()
  await other.goto(`${server.origin}/balie/vandaag`)
  await other.getByRole('button', { name: 'Geef een nummer' }).click()
  expect(await other.locator('main').textContent()).toContain('Geef de bezoeker nummer 1.')
  await page.getByRole('button', { name: 'Roep de volgende' }).focus()
  await page.clock.runFor(25_000)
  expect(await waits()).toBe('Niemand wacht')
  await page.getByRole('button', { name: 'Roep de volgende' }).blur()
  await page.clock.runFor(25_000)
  await expect.poll(waits).toBe('Eén wachtende')
  await context.close()
})
