import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

const list = () => `${server.origin}/sturing/overeenkomsten`
const fillDay = async (page: Page, legend: string | RegExp, [day, month, year]: [string, string, string]) => {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Dag').fill(day)
  await group.getByLabel('Maand').fill(month)
  await group.getByLabel('Jaar').fill(year)
}
const goOn = (page: Page) => page.getByRole('button', { name: 'Bewaar en ga verder' }).click()
/** Nothing wrong by axe, valid, and no wider than the screen. */
async function isRight(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  expect(await htmlProblems(await page.content()), page.url()).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(
    await page.evaluate(() => window.innerWidth),
  )
}

test('without script: from nothing to a document, that is agreed and read by the library', async () => {
  const context = await browser.newContext({
    locale: 'nl-NL',
    javaScriptEnabled: false,
    acceptDownloads: true,
  })
  await server.signIn(context, 'official')
  const page = await context.newPage()
  await page.goto(list())
  await page.getByRole('link', { name: 'Maak een overeenkomst' }).click()
  await page.getByLabel('Naam').fill('Subsidie 2027')
  await goOn(page)
  expect(await page.locator('main').textContent()).toContain('Stap 2 van')
  // The library that works here is chosen already.
  expect(await page.getByLabel('Bibliotheek').locator('option:checked').textContent()).toBe(
    'Bibliotheek Eemdal',
  )
  await goOn(page)
  await fillDay(page, /Eerste dag/, ['1', '1', '2027'])
  await fillDay(page, /Laatste dag/, ['31', '12', '2027'])
  await goOn(page)
  for (const block of [
    'Onderwerp en grondslag',
    'Bedrag, voorschot en vaststelling',
    'Resultaten en verantwoording',
    'Contactpersonen en overleg',
    'Bezwaar',
    'Doelen',
  ])
    await page.getByRole('checkbox', { name: new RegExp(`^${block}`) }).uncheck()
  await goOn(page)
  let steps = 0
  while (page.url().includes('/invullen/') && steps < 20) {
    steps += 1
    await goOn(page)
  }
  expect(steps).toBeGreaterThan(4)
  expect(await page.locator('h1').textContent()).toBe('Lees de tekst')
  expect(await page.locator('main').textContent()).toContain('Eemdal Centrum')
  const open = page.getByRole('link', { name: 'Samenwerking met partners' })
  if ((await open.count()) > 0) {
    await open.click()
    await page.getByLabel('Partners').fill('Raadslieden Eemdal')
    await goOn(page)
    await page.goto(
      `${page.url().split('/overeenkomsten/')[0]}/overeenkomsten/${/overeenkomsten\/([\da-f-]+)/.exec(page.url())?.[1]}/tekst`,
    )
  }
  await page.getByRole('button', { name: 'Maak een versie' }).click()
  expect(await page.locator('main').textContent()).toContain('Versie 1 is gemaakt.')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Haal het Word-document op' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('subsidie-2027-versie-1.docx')
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')

  await page.getByRole('link', { name: 'Terug naar de overeenkomst' }).click()
  await page.getByRole('link', { name: 'Verander de status' }).click()
  await page.getByRole('radio', { name: /^Vastgesteld/ }).check()
  await page.getByRole('button', { name: 'Bewaar de status' }).click()
  expect(await page.locator('main').textContent()).toContain('Vastgesteld op')
  await page.getByRole('link', { name: 'Voeg iets toe dat geleverd moet worden' }).click()
  await page.getByLabel('Wat', { exact: true }).fill('Cijfers van het kwartaal')
  await fillDay(page, /de eerste keer/, ['31', '1', '2020'])
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('link', { name: 'Zeg of het er is' }).first().click()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('main').textContent()).toContain('gekomen op')
  await context.close()

  const library = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(library, 'manager')
  const reading = await library.newPage()
  await reading.goto(`${list()}/bibliotheek`)
  await reading.getByRole('link', { name: 'Subsidie 2027' }).click()
  expect(await reading.locator('main').textContent()).toContain('Cijfers van het kwartaal')
  expect(await reading.getByRole('link', { name: 'Zeg of het er is' }).count()).toBe(0)
  await library.close()
})

test('by keyboard, on a screen of 320 pixels, with what is wrong said at the field', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 320, height: 640 } })
  await server.signIn(context, 'official')
  const page = await context.newPage()
  await page.goto(`${list()}/nieuw`)
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
  }
  await page.getByRole('radio', { name: /Besluit over subsidie/ }).focus()
  await press('ArrowDown')
  await press('Tab')
  await press('Enter')
  await page.locator('.balie-error-summary').waitFor()
  // The summary has the focus, and leads to the field.
  expect(await page.evaluate(() => document.activeElement?.closest('.balie-error-summary') != null)).toBe(
    true,
  )
  await isRight(page)
  await press('Tab')
  await press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('title')
  await page.keyboard.type('Samen met Leusden')
  await press('Enter')
  await page.waitForURL(/partijen/)
  await page.getByLabel('Andere gemeenten').focus()
  await page.keyboard.type('Leusden')
  await isRight(page)
  await goOn(page)
  await page.waitForURL(/looptijd/)
  await fillDay(page, /Eerste dag/, ['1', '1', '2027'])
  await isRight(page)
  await goOn(page)
  await page.waitForURL(/bouwstenen/)
  await isRight(page)
  await goOn(page)
  while (page.url().includes('/invullen/')) {
    // The kinds of fields there are: rows of amounts and shares, fixed rows, lists and texts.
    if (/who-finances|costs-by-key|six-roles|locations/.test(page.url())) await isRight(page)
    const was = page.url()
    await goOn(page)
    await page.waitForURL((url) => url.href !== was)
  }
  await isRight(page)
  await page.getByRole('button', { name: 'Maak een versie' }).click()
  await page.waitForURL(/versie\/1/)
  await isRight(page)
  await page.getByRole('link', { name: 'Terug naar de overeenkomst' }).click()
  await isRight(page)
  const base = page.url().split('?')[0]
  for (const part of ['/status', '/levering', '/versie/1/papier', '/vergelijken', '/naam']) {
    await page.goto(`${base}${part}`)
    await isRight(page)
  }
  await page.goto(list())
  await isRight(page)
  await context.close()
}, 180_000)

test('what a library reads, and what is late, is right too', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 720 } })
  await server.signIn(context, 'manager')
  const page = await context.newPage()
  await page.goto(`${list()}/bibliotheek`)
  await isRight(page)
  await page.getByRole('link', { name: 'Subsidie 2027' }).click()
  await isRight(page)
  await page.getByRole('link', { name: 'Versie 1', exact: true }).click()
  await isRight(page)
  await context.close()
})
