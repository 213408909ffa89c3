import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { foldFigures } from '../../src/capabilities/reports/public.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addHistory } from '../support/history.ts'
import { startTestServer } from '../support/test-server.ts'
import type { Person } from '../support/world.ts'

const server = await startTestServer({ clock: fixedClock('2026-11-24T09:00:00Z') })
await addHistory(server.owner, server.world)
await foldFigures(server.workerDatabase)
const browser = await launchBrowser()
afterAll(() => browser.close())

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const each of contexts.splice(0)) await each.close()
})

async function open(
  path: string,
  person: Person = 'official',
  options: Parameters<typeof browser.newContext>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options })
  contexts.push(context)
  await server.signIn(context, person)
  const page = await context.newPage()
  await page.goto(`${server.origin}${path}`)
  return page
}

/** No hindrance for anybody, and nothing that sticks out of a small screen. */
async function looksRight(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 800 })
}

const main = (page: Page) => page.locator('main').textContent()

test('without script: from the example of Rotterdam to a goal that says how it stands', async () => {
  const page = await open('/sturing/doelen', 'official', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Stel een doel' }).click()
  await page.getByRole('link', { name: 'Meer mensen bereiken: 30 % meer dan vorig jaar' }).click()
  await page.getByLabel('Afgesproken met bibliotheek').selectOption({ label: 'Bibliotheek Eemdal' })
  await page.getByRole('button', { name: 'Bewaar het doel' }).click()
  expect(await page.locator('h1').textContent()).toBe('30 % meer bereik')
  const text = await main(page)
  expect(text).toMatch(/Verwacht op 31 december 2026/)
  expect(text).toMatch(/hulpcontacten per 1.000 inwoners/)
  expect(await page.locator('#verloop tbody tr').count()).toBe(11)

  const manager = await open('/sturing/doelen/bibliotheek', 'manager', { javaScriptEnabled: false })
  expect(await main(manager)).toContain('30 % meer bereik')
  expect(await manager.getByRole('button', { name: /Wijzig|Bewaar/ }).count()).toBe(0)
})

test('with the keyboard alone a score is measured; a mistake takes one to its field', async () => {
  const page = await open('/sturing/doelen/nieuw?gemeente=GM0307&voorbeeld=score')
  await page.getByRole('button', { name: 'Bewaar het doel' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Klanttevredenheid van 7 of hoger' }).waitFor()
  await page.getByLabel('Cijfer van 0 tot 10').focus()
  await page.keyboard.type('11')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'error-summary-title')
  expect(await page.title()).toMatch(/^Fout: /)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'value')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('7,4')
  await page.getByLabel('Waar komt het getal vandaan?').focus()
  await page.keyboard.type('Enquête, 60 antwoorden')
  await page.keyboard.press('Enter')
  await page.getByText('De meting is bewaard.').waitFor()
  expect(await main(page)).toContain('een 7,4')
})

test('goals hinder nobody, and fit a small screen', async () => {
  const page = await open('/sturing/doelen/nieuw?gemeente=GM0307')
  await looksRight(page)
  for (const measure of ['contacts', 'coverage', 'age', 'own']) {
    await page.goto(`${server.origin}/sturing/doelen/nieuw?gemeente=GM0307&meten=${measure}`)
    await looksRight(page)
  }
  await page.getByRole('button', { name: 'Bewaar het doel' }).click()
  await page.locator('.balie-error-summary').waitFor()
  await looksRight(page)
  await page.goto(`${server.origin}/sturing/doelen`)
  await looksRight(page)
  await page.getByRole('link', { name: '30 % meer bereik' }).click()
  await page.getByText('Hoe is dit geteld?').click()
  await looksRight(page)
  await page.getByRole('link', { name: 'Wijzig dit doel' }).click()
  await looksRight(page)
  await looksRight(await open('/sturing/doelen/bibliotheek', 'manager'))
})

test('without script: what was done to make desks known, with the weeks before and after', async () => {
  const page = await open('/sturing/promotie', 'official', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Begin met dit voorbeeld' }).click()
  await page.locator('#startsOn').fill('2')
  await page.locator('[name="startsOn.month"]').fill('3')
  await page.getByLabel('Hoeveel mensen bereikt').fill('1.200')
  await page.getByLabel('Kosten').fill('1.234,56')
  await page.getByLabel('Materiaal').fill('1200 brieven')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  const text = (await main(page))?.replaceAll('\u00a0', ' ')
  expect(text).toContain('€ 1.234,56')
  expect(text).toContain('Dit is geen bewijs')
  await page.getByLabel('Voeg een bestand toe').setInputFiles({
    name: 'brief.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Beste mantelzorger'),
  })
  await page.getByRole('button', { name: 'Voeg het bestand toe' }).click()
  expect(await main(page)).toContain('brief.txt')
})

test('promotion hinders nobody, and fits a small screen', async () => {
  const page = await open('/sturing/promotie')
  await looksRight(page)
  await page.getByRole('link', { name: 'Informatiepunt in de dankbrief' }).click()
  await page.getByText('Per week').first().click()
  await looksRight(page)
  await page.getByRole('link', { name: 'Wijzig deze promotie' }).click()
  await looksRight(page)
  await page.goto(`${server.origin}/sturing/promotie/nieuw?gemeente=GM0307`)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.locator('.balie-error-summary').waitFor()
  await looksRight(page)
})
