import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { csvOf, importPage } from '../support/import-history.ts'
import { makeImportStates } from '../support/import-states.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer({ worker: true })
const browser = await launchBrowser()
const folder = await mkdtemp(join(tmpdir(), 'balie-import-'))
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

const header = ['Datum', 'Informatiepunt', 'Vraag', 'Wijze van hulp', 'Naam']
const rows = [
  ['4-3-2022', 'Eemdal Centrum', 'DigiD', 'Samen gedaan', 'Jansen'],
  ['5-3-2022', 'Eemdal Noord', 'Hulp met een ding', 'Samen gedaan', 'Pietersen'],
  ['60-3-2022', 'Eemdal Noord', 'AOW', 'Samen gedaan', 'Bakker'],
]
const fileOf = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const history = await fileOf('geschiedenis.csv', csvOf([header, ...rows]))

let context: BrowserContext
let page: Page
let scripted = true
async function open(options: Parameters<typeof browser.newContext>[0] = {}): Promise<void> {
  scripted = options.javaScriptEnabled !== false
  context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, ...options })
  await server.signIn(context, 'manager')
  page = await context.newPage()
  await page.goto(`${server.origin}${importPage}`)
}
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
const press = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const contacts = async (): Promise<number> =>
  (await server.owner.query('select count(*)::int as number from contacts.contacts where deleted_at is null'))
    .rows[0].number

beforeEach(async () => {
  await server.owner.query(
    'truncate contacts.contacts, contacts.imports, contacts.import_memory, contacts.figure_changes cascade',
  )
})
afterEach(() => context.close())

/** No barrier, on a desk and on a phone, and nothing that makes the page scroll sideways. */
async function expectNoBarrier(where: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 4_000 })
    expect(await violations(page), `${where} at ${width}`).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${where} sideways at ${width}`,
    ).toBeLessThanOrEqual(0)
  }
  expect(await page.locator('main h1').count(), where).toBe(1)
  expect(await page.locator('[placeholder], button:disabled, [style]').count(), where).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** From the file to the preview. Each page is looked at when `check` is given. */
async function walkToPreview(check: (where: string) => Promise<void> = async () => {}): Promise<void> {
  await check('file')
  await press('Lees bestand')
  await heading('Geschiedenis inlezen').waitFor()
  await page.getByRole('heading', { name: 'Er is iets dat je moet verbeteren' }).waitFor()
  await check('file, none chosen')
  await page.locator('#file').setInputFiles(history)
  await press('Lees bestand')
  await arrive('Wat staat in elke kolom?')
  await check('columns')
  await press('Verder naar de antwoorden')
  await arrive('Wat betekenen de antwoorden?')
  await check('answers')
  await press('Verder naar het nakijken')
  await page.getByRole('link', { name: 'Kies wat "Hulp met een ding" bij ons betekent' }).click()
  await check('answers, one to choose')
  await page.getByLabel('Hulp met een ding').selectOption({ label: 'Telefoon of tablet' })
  await press('Verder naar het nakijken')
  await arrive('Klopt dit?')
}

/** Waits for a page that a job stands before: the script goes there by itself, without it one presses the link. */
async function arrive(name: string): Promise<void> {
  for (let turn = 0; !scripted && turn < 50 && (await heading(name).count()) === 0; turn++) {
    await page.waitForTimeout(200)
    await page
      .getByRole('link', { name: 'Kijk hoe ver het nu is' })
      .click({ timeout: 1_000 })
      .catch(() => undefined)
  }
  await heading(name).waitFor({ timeout: 15_000 })
}

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'the whole way, $javaScriptEnabled',
  (options) => {
    test('from a file to contacts, with a mended row, and back', async () => {
      await open(options)
      const check = options.javaScriptEnabled ? expectNoBarrier : undefined
      await walkToPreview(check)
      await press('Inlezen')
      await page.getByText('1 regel heeft nog een fout').first().waitFor()
      await check?.('preview, refused')
      expect(await contacts()).toBe(0)
      await page.getByRole('link', { name: 'Verbeter Regel 4' }).click()
      await heading('Regel 4 verbeteren').waitFor()
      expect(await page.locator('main').innerText()).not.toContain('Bakker')
      await check?.('mend')
      await page.getByLabel('Datum').fill('6-3-2022')
      await press('Verbeter regel')
      await page.getByText('Regel 4 klopt nu.').waitFor()
      await check?.('preview')
      await press('Inlezen')
      await arrive('Geschiedenis ingelezen')
      await check?.('done')
      expect(await page.locator('main').innerText()).toContain('3 hulpcontacten ingelezen')
      expect(await contacts()).toBe(3)
      await page.getByRole('link', { name: 'Maak ongedaan' }).click()
      await heading('Inlezen ongedaan maken?').waitFor()
      await check?.('undo')
      await press('Maak 3 hulpcontacten ongedaan')
      await arrive('Inlezen ongedaan gemaakt')
      await check?.('undone')
      expect(await contacts()).toBe(0)
      await page.getByRole('link', { name: 'Naar alle bestanden' }).click()
      await page.getByText('Ongedaan gemaakt').waitFor()
      await check?.('list')
    })
  },
)

test('the whole way by keyboard', async () => {
  await open()
  const reach = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press('Tab')
      const said = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const label = element.id && document.querySelector(`label[for="${element.id}"]`)
        return `${element.ariaLabel ?? ''} ${label ? label.textContent : ''} ${element.innerText ?? ''}`
      })
      if (name.test(said)) return
    }
    throw new Error(`The keyboard does not reach ${name}`)
  }
  await reach(/Bestand/)
  // The dialog to choose a file is the browser's own.
  await page.locator('#file').setInputFiles(history)
  await reach(/Lees bestand/)
  await page.keyboard.press('Enter')
  await arrive('Wat staat in elke kolom?')
  await reach(/Verder naar de antwoorden/)
  await page.keyboard.press('Enter')
  await arrive('Wat betekenen de antwoorden?')
  await reach(/Hulp met een ding/)
  await page.keyboard.type('Telefoon of')
  await reach(/Verder naar het nakijken/)
  await page.keyboard.press('Enter')
  await arrive('Klopt dit?')
  await reach(/Laat alle regels met een fout weg/)
  await page.keyboard.press('Enter')
  await page.getByText('1 regel weggelaten.').waitFor()
  await reach(/^\s*Inlezen\s*$/)
  while ((await page.evaluate(() => document.activeElement?.tagName)) !== 'BUTTON')
    await reach(/^\s*Inlezen\s*$/)
  await page.keyboard.press('Enter')
  await arrive('Geschiedenis ingelezen')
  expect(await contacts()).toBe(2)
})

test('a file of 200 MB gets our own page back, not a broken connection', async () => {
  await open()
  await page
    .locator('#file')
    .setInputFiles(await fileOf('groot.csv', new Uint8Array(200 * 1024 * 1024).fill(65)))
  await press('Lees bestand')
  await page.getByRole('link', { name: /groter dan 25 MB/ }).waitFor({ timeout: 30_000 })
  expect(await page.title()).toMatch(/^Fout: /)
  await expectNoBarrier('too large')
})

test('while a job works the page shows how far it is, and says it', async () => {
  await open()
  const many = Array.from({ length: 3_000 }, (_, number) => [
    `${(number % 28) + 1}-3-2022`,
    ...(rows[0] ?? []).slice(1),
  ])
  await page.locator('#file').setInputFiles(await fileOf('veel.csv', csvOf([header, ...many])))
  await press('Lees bestand')
  await arrive('Wat staat in elke kolom?')
  await press('Verder naar de antwoorden')
  await arrive('Wat betekenen de antwoorden?')
  await press('Verder naar het nakijken')
  await arrive('Klopt dit?')
  // Held at its last step, so that there is time to look.
  await server.owner.query('begin')
  await server.owner.query('lock table contacts.figure_changes in access exclusive mode')
  await press('Inlezen')
  const bar = page.getByRole('progressbar', { name: 'Hoe ver het is' })
  await expect.poll(() => bar.getAttribute('value'), { timeout: 20_000 }).toBe('3000')
  await expectNoBarrier('working')
  await expect
    .poll(() => page.locator('[role=status]#progress-said').textContent(), { timeout: 10_000 })
    .toBe('3.000 van 3.000 regels gedaan')
  await server.owner.query('commit')
  await arrive('Geschiedenis ingelezen')
  expect(await contacts()).toBe(3_000)
})

test('the page that follows a job asks no more when somebody is signed out, and says so', async () => {
  await open()
  const { checking } = await makeImportStates(server.owner, server.world)
  await page.goto(`${server.origin}${checking}`)
  await page.getByRole('progressbar').waitFor()
  await context.clearCookies()
  await page.waitForURL(/\/inloggen/)
})

test('two hundred values stay usable: what is known is out of the way, what is not stands first', async () => {
  await open()
  const many = Array.from({ length: 200 }, (_, number) => [
    '4-3-2022',
    'Eemdal Centrum',
    `waarde ${number}`,
    'Samen gedaan',
    '',
  ])
  await page.locator('#file').setInputFiles(await fileOf('waarden.csv', csvOf([header, ...many, ...rows])))
  await press('Lees bestand')
  await arrive('Wat staat in elke kolom?')
  await press('Verder naar de antwoorden')
  await arrive('Wat betekenen de antwoorden?')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
  expect(await page.locator('main select').count()).toBe(201)
  expect(await page.locator('main h2').first().innerText()).toBe('Vraag of onderwerp')
})
