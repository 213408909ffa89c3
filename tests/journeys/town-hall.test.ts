import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { award, book } from '../support/account-world.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const server = await startTestServer()
const { owner, world } = server
const browser = await launchBrowser()
afterAll(() => browser.close())
const lastYear = new Date().getFullYear() - 1

/** Nothing wrong for who cannot see it, and nothing outside a small telephone. */
async function holds(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  expect(await htmlProblems(await page.content()), page.url()).toEqual([])
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
}

async function open(person: Parameters<typeof server.signIn>[1], javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled })
  await server.signIn(context, person)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

test('an official begins at his municipality, says how far a tip is, and sends the alderman his page, without script', {
  timeout: 120_000,
}, async () => {
  await owner.query('update funding.schemes set last_year = null where first_year = 2023')
  await award(owner, 'GM0307', 2_000_000)
  await book(owner, world.accounts.official, { year: lastYear, cents: 1_234_567 })
  const page = await open('official', false)
  // Whether it holds is asked by a script, so in a browser that has it.
  const scripted = await open('official', true)
  const holdsHere = async (): Promise<void> => {
    await scripted.goto(page.url())
    await holds(scripted)
  }
  await page.goto(`${server.origin}/start`)
  expect(new URL(page.url()).pathname).toBe('/sturing/gemeente')
  await holdsHere()

  await page.getByRole('link', { name: 'Zeg hoe het staat met tip 4' }).click()
  await holdsHere()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('.balie-error-summary').innerText()).toContain('Kies hoe het ermee staat')
  await page.getByRole('radio', { name: 'gedaan', exact: true }).check()
  await page.getByLabel('Toelichting').fill('Het rapport is besproken.')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.getByRole('main').innerText()).toContain('Het rapport is besproken.')

  await page.getByRole('link', { name: 'Eén pagina voor de wethouder' }).click()
  expect(await page.getByRole('main').innerText()).toContain('12.345,67')
  await holdsHere()
  const pdf = await page
    .context()
    .request.get(
      new URL(
        (await page.getByRole('link', { name: 'Haal op als PDF' }).getAttribute('href')) ?? '',
        server.origin,
      ).href,
    )
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  await page.goBack()
  await page.getByRole('link', { name: 'Jaaroverzicht voor de raad' }).click()
  await holdsHere()
  await page.context().close()
  await scripted.context().close()
})

test('a coordinator writes down what a visitor said with the keyboard, and the alderman reads it', async () => {
  const page = await open('coordinator', true)
  await page.goto(`${server.origin}/balie/uitspraken`)
  await holds(page)
  await page.getByLabel('Wat de bezoeker zei').focus()
  await page.keyboard.type('Mijn nummer is 06 12345678')
  await page.getByRole('button', { name: 'Bewaar en deel met de gemeente' }).press('Enter')
  const summary = page.locator('.balie-error-summary')
  await summary.waitFor()
  expect(await summary.innerText()).toContain('Haal gegevens van de bezoeker weg')
  expect(await page.getByLabel('Wat de bezoeker zei').inputValue()).toBe('Mijn nummer is 06 12345678')
  await holds(page)
  await page.getByLabel('Wat de bezoeker zei').fill('Nu durf ik het zelf.')
  await page.getByRole('checkbox').press('Space')
  await page.getByRole('button', { name: 'Bewaar en deel met de gemeente' }).press('Enter')
  await page.getByText('Gedeeld met de gemeente').waitFor()
  await holds(page)
  await page.context().close()

  const official = await open('official', true)
  await official.goto(`${server.origin}/sturing/gemeente/wethouder?jaar=${new Date().getFullYear()}`)
  expect(await official.getByRole('main').innerText()).toContain('Nu durf ik het zelf.')
  await official.context().close()
})
