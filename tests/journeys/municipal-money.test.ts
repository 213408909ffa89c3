import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

/** The last year of the first scheme, which is over for good. */
const year = 2025

async function openAs(person: 'official' | 'administrator', options = {}): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options })
  await server.signIn(context, person)
  return [context, await context.newPage()]
}
async function fillDay(page: Page, day: string, month: string): Promise<void> {
  await page.getByLabel('Dag', { exact: true }).fill(day)
  await page.getByLabel('Maand', { exact: true }).fill(month)
  await page.getByLabel('Jaar', { exact: true }).fill(String(year))
}

test('without script: from the first page to the money of a year, promised, paid, with its paper, and a correction of the amount', async () => {
  const [context, page] = await openAs('official', { javaScriptEnabled: false })
  await page.goto(`${server.origin}/sturing/geld?jaar=${year}`)
  await page.getByRole('link', { name: 'Boek iets' }).click()
  await page.getByLabel('Toegezegd').check()
  await page.getByLabel('a. De bibliotheek').check()
  await page.getByLabel('Omschrijving').fill('Subsidiebeschikking')
  await page.getByLabel('Bedrag', { exact: true }).fill('€ 1.000,50')
  await fillDay(page, '15', '1')
  await page.getByRole('button', { name: 'Boek dit' }).click()
  expect(await page.locator('main').textContent()).toMatch(/Nog te betalen: €\s?1\.000,50/)

  await page.getByRole('link', { name: 'Boek een betaling' }).click()
  await page.getByLabel('Omschrijving').fill('Eerste voorschot')
  await page.getByLabel('Bedrag', { exact: true }).fill('1,200.00')
  await fillDay(page, '1', '2')
  await page.getByRole('button', { name: 'Boek dit' }).click()
  expect(await page.locator('.balie-error-summary').textContent()).toContain('meer dan er van de toezegging')
  await page.getByRole('button', { name: 'Toch boeken' }).click()

  await page.getByRole('link', { name: 'Voeg een stuk toe' }).click()
  await page.getByLabel('Bestand').setInputFiles({
    name: 'Factuur 1.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  })
  await page.getByRole('button', { name: 'Bewaar het stuk' }).click()
  expect(await page.getByRole('link', { name: 'Factuur 1.pdf', exact: true }).count()).toBe(1)

  await page.getByRole('link', { name: `Geld van Amersfoort in ${year}` }).click()
  await page.getByRole('link', { name: 'Vul het bedrag aan of wijzig het' }).click()
  await page.getByLabel('Aantal lager opgeleiden').fill('20.000')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  expect(await page.locator('main').textContent()).not.toContain('Niet compleet')
  expect(await page.locator('#boekingen-tabel').textContent()).toContain('1 stuk')
  await context.close()
})

test('with the keyboard: a mistake takes the focus and leads to its field; nothing that was typed is lost', async () => {
  const [context, page] = await openAs('official')
  await page.goto(`${server.origin}/sturing/geld/boeking?jaar=${year}`)
  await page.locator('#kind-spending').focus()
  await page.keyboard.press('Space')
  await page.locator('#description').fill('Folders')
  await page.locator('#amount').fill('-5')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.balie-error-summary')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary-title')
  await page.getByRole('link', { name: 'Vul het bedrag in zonder minteken.' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('amount')
  expect(await page.locator('#description').inputValue()).toBe('Folders')
  expect(await page.locator('#kind-spending').isChecked()).toBe(true)
  await context.close()
})

test('a key is made, Enter keeps it, and an amount is shared and taken over', async () => {
  const [context, page] = await openAs('official')
  await page.goto(`${server.origin}/sturing/geld/delen?jaar=${year}`)
  await page.getByRole('link', { name: 'Maak een verdeelsleutel' }).click()
  await page.getByLabel('Bibliotheek').selectOption({ label: 'Bibliotheek Eemdal' })
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await page.getByLabel('Nog een gemeente').fill('Leusden')
  await page.getByRole('button', { name: 'Zet erbij' }).click()
  await page.getByLabel('Inwoners', { exact: false }).first().check()
  await page.getByLabel('Naam').fill('Samen')
  await page.keyboard.press('Enter')
  await page.waitForURL(/sleutel\/[\da-f-]+/)
  expect(await page.locator('#aandelen').textContent()).toMatch(/Leusden30\.71316,22 %/)

  await page.goto(`${server.origin}/sturing/geld/delen/kosten?jaar=${year}`)
  await page.getByLabel('Omschrijving').fill('Pop-up samen')
  await page.getByLabel('Hele bedrag').fill('100')
  await fillDay(page, '3', '3')
  await page.getByRole('button', { name: 'Verdeel het bedrag' }).click()
  await page.getByRole('button', { name: /^Boek €\s?8\d,\d\d in onze boeken$/ }).click()
  expect(await page.locator('#boekingen-tabel').textContent()).toContain('gedeelde kosten')
  await context.close()
})

test('an administrator sets a scheme and reads in amounts after a preview', async () => {
  const [context, page] = await openAs('administrator', { javaScriptEnabled: false })
  await page.goto(`${server.origin}/beheer/geldregelingen`)
  await page.getByRole('link', { name: /^Specifieke uitkering/ }).click()
  await page.getByRole('link', { name: 'Bedragen per gemeente inlezen' }).click()
  await page.locator('#file').setInputFiles({
    name: 'bijlage.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('gemeente;inwoners;lager opgeleiden;bedrag\nLeusden;30713;3000;27.591,79\n'),
  })
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  expect(await page.locator('main').textContent()).toContain('Nieuw: 1.')
  await page.getByRole('button', { name: 'Zo opslaan' }).click()
  expect(await page.locator('main').textContent()).toContain('1')
  await context.close()
})

test('every page holds against axe, and none is wider than a small screen', async () => {
  const { rows: bookings } = await server.owner.query<{ id: string }>(
    'select id from funding.bookings limit 1',
  )
  const { rows: keys } = await server.owner.query<{ id: string }>('select id from funding.sharing_keys')
  const { rows: costs } = await server.owner.query<{ id: string }>('select id from funding.shared_costs')
  const { rows: documents } = await server.owner.query<{ id: string }>('select id from funding.documents')
  const scheme = '019aa000-0000-7000-8000-000000002023'
  const wrong: string[] = []
  const look = async (person: 'official' | 'administrator', paths: readonly string[]) => {
    const [context, page] = await openAs(person, { viewport: { width: 320, height: 800 } })
    for (const path of paths) {
      const response = await page.goto(`${server.origin}${path}`)
      if (response?.status() !== 200) wrong.push(`${path}: ${response?.status()}`)
      wrong.push(...(await violations(page)).map((each) => `${path}: ${each}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        wrong.push(`${path}: too wide`)
    }
    await context.close()
  }
  await look(
    'official',
    [
      '',
      '/boeking',
      `/boeking/${bookings[0]?.id}`,
      `/boeking/${bookings[0]?.id}/doorhalen`,
      '/bedrag',
      '/keuzes',
      '/stuk',
      `/stuk/${documents[0]?.id}/weghalen`,
      '/delen',
      '/delen/sleutel',
      `/delen/sleutel/${keys[0]?.id}`,
      '/delen/kosten',
      `/delen/kosten/${costs[0]?.id}`,
    ].map((path) => `/sturing/geld${path}?jaar=${year}`),
  )
  await look('administrator', [
    '/beheer/geldregelingen',
    '/beheer/geldregelingen/nieuw',
    `/beheer/geldregelingen/${scheme}`,
    `/beheer/geldregelingen/${scheme}/bedragen`,
  ])
  expect(wrong).toEqual([])
})
