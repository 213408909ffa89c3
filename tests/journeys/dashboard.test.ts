import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { foldFigures } from '../../src/capabilities/reports/public.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addHistory } from '../support/history.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'
import type { Person } from '../support/world.ts'

const server = await startTestServer({ clock: fixedClock('2026-11-24T09:00:00Z') })
await addHistory(server.owner, server.world)
await foldFigures(server.workerDatabase)
const browser = await launchBrowser()
afterAll(() => browser.close())

async function open(
  person: Person,
  path: string,
  options: Parameters<typeof browser.newContext>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options })
  await server.signIn(context, person)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${server.origin}${path}`)
  return { page, context, complaints }
}
const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
const heading = (page: Page) => page.locator('h1').textContent()

describe('the pages have no barrier', () => {
  test.each([
    ['figures with filters', 'manager', '/sturing?periode=vorig-jaar&onderwerp=digid&kanaal=channel-phone'],
    ['figures with a wrong filter', 'manager', '/sturing?onderwerp=onzin'],
    ['what goes together', 'manager', '/sturing/samenhang?periode=vorig-jaar'],
    ['what goes together in a municipality', 'official', '/sturing/samenhang'],
    ['what is withheld', 'official', '/sturing/samenhang?kanaal=channel-phone'],
    ['busy hours', 'manager', '/sturing/drukte'],
    ['busy hours of the nation', 'analyst', '/sturing/drukte?onderwerp=digid'],
    ['nothing', 'manager', '/sturing/drukte?van=2020-01-01&tot=2020-02-01'],
  ] as const)('%s, for a %s', async (_, person, path) => {
    const { page, context, complaints } = await open(person, path, { viewport: { width: 320, height: 800 } })
    expect(await htmlProblems(await (await context.request.get(`${server.origin}${path}`)).text())).toEqual(
      [],
    )
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await isWide(page), 'at 320 px').toBe(false)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await isWide(page), 'at 1280 px').toBe(false)
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('without script: choose, look at what goes together and when, take a filter away', async () => {
  const { page, context } = await open('manager', '/sturing', { javaScriptEnabled: false })
  expect(await page.getByRole('button', { name: /Kopieer als plaatje/ }).count()).toBe(0)
  await page.getByLabel('Periode', { exact: true }).selectOption({ label: 'Vorig jaar' })
  await page.getByText('Verfijn de cijfers').click()
  await page.getByLabel('Waar of hoe', { exact: true }).selectOption({ label: 'Telefonisch' })
  await page.getByRole('button', { name: 'Toon verfijnde cijfers' }).click()
  const chosen = page.getByRole('list', { name: 'Gekozen filters' })
  expect(await chosen.textContent()).toContain('Waar of hoe: Telefonisch')
  await page.getByRole('link', { name: 'Samenhang', exact: true }).click()
  expect(await heading(page)).toBe('Samenhang in Bibliotheek Eemdal')
  expect(await chosen.count()).toBe(1)
  expect(await page.getByRole('table', { name: 'Onderwerp en organisatie' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Drukte', exact: true }).click()
  expect(await heading(page)).toBe('Drukte in Bibliotheek Eemdal')
  await page.getByRole('link', { name: 'Haal dit filter weg: Waar of hoe: Telefonisch' }).click()
  expect(await chosen.count()).toBe(0)
  expect(page.url()).toContain('/sturing/drukte?')
  expect(page.url()).toContain('periode=vorig-jaar')
  const number = page
    .getByRole('table', { name: 'Hulpcontacten per uur van de week' })
    .getByRole('link')
    .first()
  await number.click()
  expect(await heading(page)).toMatch(/^Hulpcontacten, uur van de dag: maandag \d+\.00 tot \d+\.00 uur$/)
  await context.close()
})

describe('with script', () => {
  /** Loads of whole pages since it was opened. */
  const countLoads = (page: Page): (() => number) => {
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    return () => loads
  }
  const said = (page: Page) => page.locator('body > [role=status]')

  test('what is chosen is shown without a new page, said aloud, and can be gone back from', async () => {
    const { page, context, complaints } = await open('manager', '/sturing')
    const loads = countLoads(page)
    const period = page.getByLabel('Periode', { exact: true })
    await period.focus()
    await period.selectOption({ label: 'Vorig jaar' })
    await said(page)
      .getByText('Cijfers bijgewerkt: Cijfers van Bibliotheek Eemdal, 2025')
      .waitFor({ state: 'attached' })
    expect(await page.title()).toBe('Cijfers van Bibliotheek Eemdal, 2025 - Balie')
    expect(page.url()).toContain('periode=vorig-jaar')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('periode')

    await page.getByText('Verfijn de cijfers').click()
    await page.getByLabel('Onderwerp', { exact: true }).selectOption({ label: 'DigiD' })
    const filter = page.getByRole('link', { name: 'Haal dit filter weg: Onderwerp: DigiD' })
    await filter.waitFor()
    // By the keyboard: what had the focus is gone, so it goes to the heading.
    await filter.focus()
    await page.keyboard.press('Enter')
    await filter.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(page.url()).not.toContain('onderwerp=digid')

    await page.goBack()
    await filter.waitFor()
    await page.goBack()
    await filter.waitFor({ state: 'detached' })
    expect(await page.title()).toBe('Cijfers van Bibliotheek Eemdal, 2025 - Balie')
    await page.goBack()
    await expect.poll(() => page.title()).not.toContain(', 2025')
    expect(loads()).toBe(0)
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the last choice counts, however late the answer to an earlier one', async () => {
    const { page, context } = await open('manager', '/sturing/drukte')
    server.intercept = async (request, answer) => {
      if (request.url.includes('dit-jaar')) await new Promise((done) => setTimeout(done, 800))
      return answer()
    }
    const period = page.getByLabel('Periode', { exact: true })
    await period.selectOption({ label: 'Dit jaar' })
    await period.selectOption({ label: 'Vorig jaar' })
    await said(page)
      .getByText(/Drukte in Bibliotheek Eemdal, 2025/)
      .waitFor({ state: 'attached' })
    await page.waitForTimeout(1_000)
    server.intercept = undefined
    expect(page.url()).toContain('vorig-jaar')
    expect(await page.locator('h1 + p').textContent()).toBe('2025')
    await context.close()
  })

  test('what goes wrong is left to the browser: a wrong day, and a session that ended', async () => {
    const { page, context } = await open('manager', '/sturing')
    const loads = countLoads(page)
    await page.getByText('Zelf dagen kiezen').click()
    await page.getByLabel('Dag', { exact: true }).first().fill('31')
    await page.getByLabel('Maand', { exact: true }).first().fill('2')
    await page.getByLabel('Jaar', { exact: true }).first().fill('2026')
    await page.getByRole('button', { name: 'Toon deze dagen' }).click()
    await page.getByText('Schrijf een dag die bestaat').first().waitFor()
    expect(loads()).toBe(1)
    await page.goto(`${server.origin}/sturing`)
    await context.clearCookies()
    await page.getByLabel('Periode', { exact: true }).selectOption({ label: 'Vorig jaar' })
    await page.waitForURL(/\/inloggen/)
    await context.close()
  })

  test('costs less than 3 kB', () => {
    const { folder, files, imports } = server.assets
    const sent = ['show-figures.js', ...(imports['show-figures.js'] ?? [])].map((entry) =>
      readFileSync(join(folder, `${files[entry]}.br`)),
    )
    expect(sent.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(3_000)
  })
})

describe('a chart as a picture', () => {
  /** How large the picture on the clipboard is, and how many of its dots are not white. */
  const onClipboard = (page: Page) =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const blob = await item?.getType('image/png')
      if (!blob) return { width: 0, height: 0, inked: 0 }
      const image = await createImageBitmap(blob)
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
      let inked = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 250) inked += 1
      return { width: image.width, height: image.height, inked }
    })

  test.each([
    ['/sturing?periode=vorig-jaar', 'topics'],
    ['/sturing?periode=vorig-jaar', 'months'],
    ['/sturing/samenhang?periode=vorig-jaar', 'onderwerp-organisatie'],
    ['/sturing/drukte?periode=vorig-jaar', 'uren'],
  ])('of %s: %s is put on the clipboard', async (path, id) => {
    const { page, context, complaints } = await open('manager', path, {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 900 },
    })
    const panel = page.locator(`#${id}`)
    await panel.getByRole('button', { name: /^Kopieer als plaatje/ }).click()
    await panel.getByText('Het plaatje staat op het klembord.').waitFor()
    const { width, height, inked } = await onClipboard(page)
    expect(width).toBeGreaterThan(800)
    expect(height).toBeGreaterThan(400)
    // Letters, bars and shades: more than a frame, less than a blot.
    expect(inked / (width * height)).toBeGreaterThan(0.02)
    expect(inked / (width * height)).toBeLessThan(0.6)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is saved where the clipboard may not be used', async () => {
    const { page, context } = await open('manager', '/sturing?periode=vorig-jaar')
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('not allowed'))
    })
    const panel = page.locator('#help')
    const saved = page.waitForEvent('download')
    await panel.getByRole('button', { name: /^Kopieer als plaatje/ }).click()
    expect((await saved).suggestedFilename()).toBe('help.png')
    await panel.getByText('Het plaatje staat bij je downloads.').waitFor()
    await context.close()
  })
})

test('prints on A4: the tables with their shades, without what one can press', async () => {
  const { page, context } = await open('manager', '/sturing/drukte?periode=vorig-jaar', {
    viewport: { width: 794, height: 1123 },
  })
  await page.emulateMedia({ media: 'print' })
  for (const [selector, seen] of [
    ['#uren-table', true],
    ['.balie-heat-table__legend', true],
    ['.balie-filter-row', false],
    ['.balie-figure-panel__picture', false],
    ['.balie-link-tabs', false],
  ] as const)
    expect(await page.locator(selector).first().isVisible(), selector).toBe(seen)
  expect(await isWide(page)).toBe(false)
  await page.goto(`${server.origin}/sturing/samenhang?periode=vorig-jaar`)
  expect(await isWide(page)).toBe(false)
  await context.close()
})
