import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchCoverage } from '../../src/capabilities/reports/public.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addCoverage } from '../support/coverage-world.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

beforeAll(async () => {
  await addCoverage(server.owner, server.world)
  await watchCoverage()(server.workerDatabase, systemClock.now())
  const partner = randomUUID()
  await server.owner.query(
    `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
     values ($1, $2, 'welfare', 'Welzijn Eemdal', '2027-01-01', 'hand', now())`,
    [partner, server.world.library],
  )
  await server.owner.query(
    `insert into directory.locations (id, partner_id, town, municipality_code, created_at) values ($1, $2, 'Amersfoort', 'GM0307', now())`,
    [randomUUID(), partner],
  )
})

/** Fills in a day in the three boxes of its question. */
async function fillDay(page: Page, name: string, [day, month, year]: [string, string, string]) {
  for (const [part, text] of [
    ['day', day],
    ['month', month],
    ['year', year],
  ])
    await page.locator(`[name="${name}.${part}"]`).fill(text ?? '')
}

/** A page that axe and the validator find nothing wrong on, and that fits a narrow screen. */
async function sound(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  expect(await htmlProblems(await page.content()), page.url()).toEqual([])
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width, height })
}

test('without script: an official says who he is, what comes first and who is missing; the desk reads it and answers', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(context, 'official')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing/contactpersonen`)
  expect(await page.locator('main').textContent()).toContain('Er is nu geen contactpersoon.')
  await page.getByRole('link', { name: 'Voeg een contactpersoon of vervanger toe' }).click()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('.balie-error-summary').textContent()).toContain('Schrijf de naam')
  await page.getByLabel('Naam', { exact: true }).fill('Test Contact')
  await page.getByLabel('E-mailadres').fill('contact@voorbeeld.test')
  await page.getByLabel('sociaal domein').check()
  await fillDay(page, 'fromDay', ['1', '1', '2026'])
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('main').textContent()).toContain('De rol ligt bij: sociaal domein.')

  await page.goto(`${server.origin}/sturing/regie`)
  expect(await page.getByRole('link', { name: 'Nodig Welzijn Eemdal uit' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Schrijf waarom dit hier niet is (Vakbond)' }).click()
  await page.getByLabel('Waarom niet?').fill('Zit in Utrecht')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('#soorten-not-here').textContent()).toContain('Zit in Utrecht')
  await page.getByRole('link', { name: 'Voeg een dienst toe' }).click()
  expect(
    await page.getByLabel('Een digitale dienst waarbij het informatiepunt extra helpt').isChecked(),
  ).toBe(true)
  await page.getByLabel('Wie of wat').fill('De parkeerapp')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('main').textContent()).toContain('De parkeerapp')
  await context.close()

  const desk = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(desk, 'coordinator')
  const there = await desk.newPage()
  await there.goto(`${server.origin}/balie/gemeente`)
  const read = await there.locator('main').textContent()
  for (const text of ['Test Contact', 'De parkeerapp']) expect(read).toContain(text)
  await there.getByRole('link', { name: 'Voeg een contactpersoon van jullie kant toe' }).click()
  await there.getByLabel('Naam', { exact: true }).fill('Test Coördinator')
  await there.getByLabel('Telefoonnummer').fill('033 123 45 67')
  await there.getByRole('button', { name: 'Bewaar' }).click()
  expect(await there.locator('main').textContent()).toContain('Test Coördinator')
  await desk.close()
})

test('with the keyboard alone: a three-party talk is planned, and an error takes the focus to what to mend', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(context, 'official')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing/beleid`)
  await page.getByRole('link', { name: 'Gezondheid' }).press('Enter')
  await page.getByRole('link', { name: 'Plan een driegesprek' }).press('Enter')
  await page.getByLabel('Hoe laat').focus()
  await page.keyboard.type('kwart over')
  await page.keyboard.press('Enter')
  await page.locator('.balie-error-summary').waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('.balie-error-summary') !== null)).toBe(
    true,
  )
  await sound(page)
  await page.getByRole('link', { name: /Schrijf de tijd/ }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('starts')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('10u15')
  await fillDay(page, 'day', ['8', '12', '2026'])
  await page.getByLabel('Wie doen mee?').fill('Beleid gezondheid')
  await page.getByRole('button', { name: 'Bewaar' }).press('Enter')
  await page.getByRole('link', { name: 'dinsdag 8 december 2026, 10:15' }).waitFor()
  await context.close()
})

test('every page is sound for a screen reader, is valid, and fits 320 pixels', async () => {
  const { rows } = await server.owner.query(
    "select id from municipal_roles.contact_persons where municipality_code = 'GM0307'",
  )
  const pages = {
    official: [
      '/sturing/regie',
      '/sturing/regie/voorrang',
      '/sturing/regie/aanwezig',
      '/sturing/regie/niet-hier/union',
      '/sturing/doorverwijzers',
      '/sturing/doorverwijzers/training',
      '/sturing/beleid',
      '/sturing/beleid/health',
      '/sturing/beleid/health/contact',
      '/sturing/beleid/health/gesprek',
      '/sturing/contactpersonen',
      '/sturing/contactpersonen/persoon',
      `/sturing/contactpersonen/persoon/${rows[0]?.id}/overdragen`,
      '/sturing/buurgemeenten',
    ],
    manager: ['/balie/gemeente', '/balie/gemeente/contactpersoon'],
  } as const
  for (const person of ['official', 'manager'] as const) {
    const context = await browser.newContext({ locale: 'nl-NL' })
    await server.signIn(context, person)
    const page = await context.newPage()
    for (const path of pages[person]) {
      const response = await page.goto(`${server.origin}${path}`)
      expect(response?.status(), path).toBe(200)
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      await sound(page)
    }
    await context.close()
  }
})
