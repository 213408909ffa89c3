import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addContacts, award, book } from '../support/account-world.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
const { owner, world } = server
const browser = await launchBrowser()
afterAll(() => browser.close())
const year = new Date().getFullYear() - 1
const here = {
  desk: world.desk,
  library: world.library,
  municipality: 'GM0307',
  account: world.accounts.volunteer,
}

beforeAll(async () => {
  // The scheme of 2023 for whichever year is the last when this is run.
  await owner.query('update funding.schemes set last_year = null where first_year = 2023')
  await owner.query('insert into desks.financiers values ($1, $2), ($1, $3)', [
    world.desk,
    'GM0307',
    'GM0344',
  ])
  await award(owner, 'GM0307', 1_234_500)
  await book(owner, world.accounts.official, { year, cents: 1_000_050 })
  await book(owner, world.accounts.official, { year, cents: 99_900, purpose: 'promotion' })
  for (const [day, questions] of [
    ['01-08', [1, 2, 1]],
    ['05-12', [1, 1]],
    ['12-31', [3]],
  ] as const)
    await addContacts(owner, here, `${year}-${day}`, questions)
  await addContacts(owner, { ...here, desk: world.secondDesk }, `${year}-11-03`, [1, 1, 1])
})

/** Nothing wrong for who cannot see it, nothing outside a small telephone. */
async function holds(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
}

async function open(
  person: Parameters<typeof server.signIn>[1],
  javaScriptEnabled = true,
): Promise<{
  page: Page
  clicks: () => number
  click: (role: 'link' | 'button', name: string | RegExp) => Promise<void>
}> {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled })
  await server.signIn(context, person)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  let count = 0
  return {
    page,
    clicks: () => count,
    click: async (role, name) => {
      count += 1
      await page.getByRole(role, { name }).first().click()
      await page.waitForLoadState()
    },
  }
}

const five = (page: Page) => page.locator('.balie-figure-numbers__number').allTextContents()

test('a new official comes from signing in to the five indicators of last year, asks the library, and signs what it confirmed', {
  timeout: 180_000,
}, async () => {
  const { page, click, clicks } = await open('official', false)
  // Whether it holds is asked by a script, so in a browser that has it.
  const { page: scripted } = await open('official')
  const holdsHere = async (): Promise<void> => {
    await scripted.goto(page.url())
    await holds(scripted)
  }
  await page.goto(`${server.origin}/start`)
  await click('link', 'Verantwoording')
  // From signing in to the five indicators: one choice.
  expect(clicks()).toBe(1)
  expect(await page.locator('h1').textContent()).toBe(`Verantwoording over ${year}`)
  const before = (await five(page)).map((number) => number.replace(/\s/g, ' '))
  expect(before).toEqual(['€ 10.999,50', '€ 1.345,50', '2', '12', '0'])
  await holdsHere()

  // Each number tells what it is made of.
  for (const [index, number] of before.entries()) {
    await page.goto(`${server.origin}/sturing/verantwoording/indicator/${index + 1}`)
    expect((await page.locator('h1').textContent())?.replace(/\s/g, ' ')).toContain(`: ${number}`)
    await holdsHere()
  }
  await page.goto(`${server.origin}/sturing/verantwoording`)
  await click('button', 'Vraag Bibliotheek Eemdal')
  expect(await page.locator('main').textContent()).toContain('Bibliotheek Eemdal moet nog antwoorden')
  await holdsHere()

  // The library, by the keyboard.
  const { page: library, click: choose } = await open('manager')
  await library.goto(`${server.origin}/sturing`)
  await choose('link', 'Gemeente')
  await choose('link', 'Verantwoording')
  await holds(library)
  await choose('link', `Amersfoort, ${year}`)
  await holds(library)
  await library.getByRole('radio', { name: 'Ja, ze kloppen' }).focus()
  await library.keyboard.press('Space')
  await library.getByRole('button', { name: 'Verstuur antwoord' }).focus()
  await library.keyboard.press('Enter')
  await library.getByRole('link', { name: /Vul eerst de leermiddelen in/ }).waitFor()
  await library.getByRole('link', { name: 'Vul leermiddelen in' }).click()
  await library.getByLabel('Leermiddel', { exact: true }).first().fill('Klik & Tik')
  await library.getByLabel('Hoe vaak gebruikt').first().fill('veel')
  await library.getByRole('button', { name: 'Bewaar leermiddelen' }).click()
  await library.getByRole('link', { name: /Vul op regel 1 een heel getal in/ }).click()
  await holds(library)
  await library.keyboard.press('Control+A')
  await library.keyboard.type('48')
  await library.keyboard.press('Enter')
  await library.getByText('Bewaard.', { exact: true }).waitFor()
  await library.getByRole('radio', { name: 'Ja, ze kloppen' }).check()
  await library.getByRole('button', { name: 'Verstuur antwoord' }).click()
  await library.getByText('jullie gaven akkoord').waitFor()
  await holds(library)

  await page.goto(`${server.origin}/sturing/verantwoording`)
  await click('link', 'Bekijk en onderteken')
  await holdsHere()
  await page.getByLabel('Je naam en functie').fill('')
  await click('button', `Onderteken de cijfers van ${year}`)
  expect(await page.title()).toMatch(/^Fout/)
  await page.getByLabel('Je naam en functie').fill('A. Tester, beleidsmedewerker')
  await click('button', `Onderteken de cijfers van ${year}`)
  expect(await page.locator('main').textContent()).toContain('door A. Tester, beleidsmedewerker')
  const signed = ['€ 10.999,50', '€ 1.345,50', '2', '12', '48']
  expect((await five(page)).map((number) => number.replace(/\s/g, ' '))).toEqual(signed)
  await holdsHere()

  // What comes later stands beside it.
  await addContacts(owner, here, `${year}-06-30`, [4])
  await page.reload()
  expect(await page.locator('main').textContent()).toContain('Na ondertekenen: +4')
  expect((await five(page)).map((number) => number.replace(/\s/g, ' '))).toEqual(signed)
  await holdsHere()
  await page.goto(`${server.origin}/sturing/verantwoording/indicator/4`)
  await click('link', 'Verbeter dit cijfer met de hand')
  await holdsHere()
  await page.goto(`${server.origin}/sturing/verantwoording/afdrukken`)
  await holdsHere()
})

test('the sheet prints on A4 without what one can press', async () => {
  const { page } = await open('official')
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.goto(`${server.origin}/sturing/verantwoording/afdrukken`)
  await page.getByRole('button', { name: 'Druk af' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const [selector, seen] of [
    ['#bijlage', true],
    ['h1', true],
    ['balie-print', false],
    ['.balie-navigation', false],
  ] as const)
    expect(await page.locator(selector).first().isVisible(), selector).toBe(seen)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794)
})
