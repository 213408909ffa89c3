import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { makeLink } from '../../src/platform/auth/links.command.ts'
import { jobScope } from '../../src/platform/auth/scope.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addEntry } from '../support/directory-entry.ts'
import { testKeys } from '../support/keys.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const server = await startTestServer({ worker: true })
const browser = await launchBrowser()
afterAll(() => browser.close())
const { partner, service } = await addEntry(server.owner, {
  libraryId: server.world.library,
  name: 'Wijkhulp Oost',
  reviewOn: '2026-01-01',
})

/** Nothing wrong for who cannot see it, nothing outside a telephone, valid HTML. */
async function holds(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  expect(await htmlProblems(await page.content()), page.url()).toEqual([])
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width, height })
}

async function linkTo(id: string): Promise<string> {
  const scope = jobScope('remind-partners')
  const now = systemClock.now()
  const { token } = await server.workerDatabase.keep(scope, (tx) =>
    makeLink(
      tx,
      scope,
      testKeys,
      { purpose: 'directory.confirm', subjectId: id, expiresAt: now.add({ hours: 1 }) },
      now,
    ),
  )
  return `${server.origin}/nog-juist/${token}`
}

test('without script: a partner says what is different, anybody says what is wrong, and who keeps the entry puts it right', async () => {
  const outside = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  const partnerPage = await outside.newPage()
  await partnerPage.goto(await linkTo(partner))
  expect(await partnerPage.locator('h1').textContent()).toBe('Klopt dit nog over Wijkhulp Oost?')
  await partnerPage.getByText('Er is iets anders').click()
  await partnerPage.getByLabel('Telefoon').fill('033 765 43 21')
  await partnerPage.getByRole('button', { name: 'Stuur de wijziging' }).click()
  expect(await partnerPage.locator('main').textContent()).toContain('Uw wijziging is aangekomen')

  await partnerPage.goto(`${server.origin}/sociale-kaart/${service}/klopt-niet`)
  await partnerPage.getByLabel('De tijden').check()
  await partnerPage.getByRole('button', { name: 'Stuur' }).click()
  expect(await partnerPage.locator('main').textContent()).toContain('Dank u wel')
  await outside.close()

  const inside = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(inside, 'coordinator')
  const page = await inside.newPage()
  await page.goto(`${server.origin}/beheer/sociale-kaart/onderhoud`)
  await page.getByRole('link', { name: 'Wijkhulp Oost' }).click()
  await page.getByRole('button', { name: 'Neem over', exact: true }).click()
  await page.getByRole('button', { name: 'Klopt toch' }).click()
  expect(await page.locator('main').textContent()).toContain('033 765 43 21')
  await page.getByRole('button', { name: 'Klopt nog' }).click()
  expect(await page.locator('main').textContent()).toContain('Niets om na te kijken')
  await inside.close()
})

test('a file is taken in by who may, with a preview first', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(context, 'manager')
  const page = await context.newPage()
  await page.goto(`${server.origin}/beheer/sociale-kaart/inlezen`)
  await holds(page)
  await page.getByRole('button', { name: 'Bekijk wat erin staat' }).click()
  await holds(page)
  const content = 'Naam;Telefoon;Plaats\nTaalhuis Oost;033 000 00 09;Amersfoort\nTaalhuis West;;Amersfoort\n'
  await page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles({ name: 'kaart.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByLabel('Naam van de bron').fill('Kaart van de wijk')
  await page.getByRole('button', { name: 'Bekijk wat erin staat' }).click()
  await page.getByRole('heading', { name: 'Wat staat in welke kolom?' }).waitFor()
  await holds(page)
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await page.getByRole('heading', { name: 'Dit gaat er gebeuren' }).waitFor()
  expect(await page.locator('main').textContent()).toContain('Nieuw (2)')
  await holds(page)
  await page.getByRole('button', { name: 'Lees in', exact: true }).click()
  await page.getByRole('heading', { name: 'Ingelezen', exact: true }).waitFor()
  await holds(page)
  await page.goto(`${server.origin}/beheer/sociale-kaart/onderhoud?welke=all`)
  expect(await page.locator('main').textContent()).toContain('Taalhuis Oost')
  await context.close()
})

test('every page of upkeep is right for who cannot see it', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(context, 'coordinator')
  const page = await context.newPage()
  const { partner: other, service: its } = await addEntry(server.owner, {
    libraryId: server.world.library,
    reviewOn: '2026-10-01',
  })
  for (const path of [
    '/beheer/sociale-kaart/onderhoud?welke=all',
    `/beheer/sociale-kaart/onderhoud/${other}`,
    `/beheer/sociale-kaart/onderhoud/${partner}`,
    `/sociale-kaart/${its}/klopt-niet`,
    `/ar/sociale-kaart/${its}/klopt-niet`,
    '/nog-juist/verzonnen',
  ]) {
    await page.goto(server.origin + path)
    await holds(page)
  }
  await page.goto(await linkTo(other))
  await holds(page)
  // With the keyboard alone: the first thing after the way past the head is what most people come for.
  await page.getByRole('button', { name: 'Alles klopt nog' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
  await holds(page)
  await context.close()
})
