import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addHistory } from '../support/history.ts'
import { startTestServer } from '../support/test-server.ts'
import type { Person } from '../support/world.ts'

const server = await startTestServer({ clock: fixedClock('2026-11-24T09:00:00Z') })
await addHistory(server.owner, server.world)
await server.owner.query(
  `insert into organisations.support_institution_provinces values ($1, 'PV26') on conflict do nothing`,
  [server.world.support],
)
const browser = await launchBrowser()
afterAll(() => browser.close())

async function open(
  person: Person,
  path: string,
  options: Parameters<typeof browser.newContext>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext(options)
  await server.signIn(context, person)
  const page = await context.newPage()
  const complaints: string[] = []
  // A page that came back with what is wrong in it is meant to have that status.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${server.origin}${path}`)
  return { page, context, complaints }
}

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('the figures have no barrier', () => {
  const states: readonly { name: string; person: Person; path: string }[] = [
    { name: 'of a desk', person: 'coordinator', path: '/sturing' },
    { name: 'of a library', person: 'manager', path: '/sturing?periode=vorig-jaar' },
    { name: 'of a municipality, some hidden', person: 'official', path: '/sturing?periode=vorig-jaar' },
    { name: 'of a municipality, no whole quarter', person: 'official', path: '/sturing?periode=deze-maand' },
    { name: 'of a province', person: 'adviser', path: '/sturing' },
    { name: 'of the nation', person: 'analyst', path: '/sturing' },
    { name: 'of all years', person: 'analyst', path: '/sturing?van=2019-01-01&tot=2026-11-24' },
    { name: 'of nothing', person: 'manager', path: '/sturing?van=2020-01-01&tot=2020-02-01' },
    { name: 'asked wrongly', person: 'manager', path: '/sturing?van=2020-13-01&tot=2020-02-01' },
    {
      name: 'down to the contacts',
      person: 'manager',
      path: '/sturing/hulpcontacten?van=2026-03-01&tot=2026-03-31&deel=age-65-plus',
    },
  ]

  test.each(states)('$name', async ({ person, path }) => {
    const { page, context, complaints } = await open(person, path, { viewport: { width: 1280, height: 800 } })
    expect(await violations(page)).toEqual([])
    await openAll(page)
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect([width, await isWide(page)]).toEqual([width, false])
    }
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('every chart shows what its table says', async () => {
  const { page, context } = await open('manager', '/sturing')
  await openAll(page)
  const panels = await page.evaluate(() => {
    const number = (text: string | null | undefined): number => Number((text ?? '').replace(/[^\d]/g, ''))
    return [...document.querySelectorAll('.balie-figure-panel')].map((panel) => ({
      id: panel.id,
      bars: [...panel.querySelectorAll('.balie-bar-chart__row:has(rect)')].map((row) => ({
        name: row.querySelector('.balie-bar-chart__label')?.textContent ?? '',
        number: number(
          row.querySelector('a')?.firstChild?.textContent ??
            row.querySelector('.balie-bar-chart__value')?.firstChild?.textContent,
        ),
        width: Number(row.querySelector('rect')?.getAttribute('width')),
      })),
      columns: [...panel.querySelectorAll('.balie-column-chart')].map((chart) =>
        [...chart.querySelectorAll('rect')].map((rect) => Number(rect.getAttribute('height'))),
      ),
      rows: [...panel.querySelectorAll('tbody tr')].map((row) => ({
        name: row.querySelector('th')?.textContent ?? '',
        numbers: [...row.querySelectorAll('td')].map((cell) =>
          number(cell.querySelector('a')?.firstChild?.textContent ?? cell.textContent),
        ),
      })),
    }))
  })
  expect(panels.length).toBeGreaterThan(11)
  for (const { id, bars, rows } of panels.filter(({ bars }) => bars.length > 0)) {
    const apart = bars.filter(({ name }) => rows.some((row) => row.name === name))
    expect([id, apart.length]).toEqual([
      id,
      Math.min(rows.length, apart.length < rows.length ? 10 : rows.length),
    ])
    const most = Math.max(...bars.map(({ number }) => number))
    const widest = Math.max(...bars.map(({ width }) => width))
    for (const { name, number, width } of apart) {
      expect([id, name, rows.find((row) => row.name === name)?.numbers[0]]).toEqual([id, name, number])
      if (number > most / 50) expect(Math.abs(width / widest - number / most)).toBeLessThan(0.01)
    }
  }
  const months = panels.find(({ id }) => id === 'months')
  expect(months?.rows).toHaveLength(12)
  // Contacts, the same a year earlier, questions, the same a year earlier.
  for (const [chart, column] of [
    [0, 0],
    [1, 2],
  ] as const) {
    const heights = months?.columns[chart] ?? []
    const numbers = months?.rows.map(({ numbers }) => numbers[column] ?? 0) ?? []
    const scale = (heights[0] ?? 0) / (numbers[0] ?? 1)
    for (const [at, height] of heights.entries())
      expect(Math.abs(height - (numbers[at] ?? 0) * scale)).toBeLessThan(0.5)
  }
  await context.close()
})

test('with the keyboard alone: from the figures of the library down to the contacts of one topic', async () => {
  const { page, context } = await open('manager', '/balie/registraties', {
    viewport: { width: 1280, height: 800 },
  })
  const tabTo = async (what: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab')
      if (await what()) return
    }
    throw new Error('Not reached by Tab')
  }
  const focused = (test: string) => () =>
    page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, test)
  const says = (text: string) => () =>
    page.evaluate((words) => document.activeElement?.textContent?.includes(words) ?? false, text)
  await tabTo(focused('a[href="/sturing"]'))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sturing')
  await tabTo(focused('#gebied'))
  await page.keyboard.press('ArrowDown')
  await tabTo(says('Toon cijfers'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Cijfers van Eemdal Centrum' }).waitFor()
  await tabTo(says('Bekijk als tabel'))
  await page.keyboard.press('Enter')
  expect(await page.locator('#months-table').isVisible()).toBe(true)
  await tabTo(says('hulpvragen: DigiD'))
  const number = await page.evaluate(() => document.activeElement?.firstChild?.textContent)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hulpcontacten, onderwerp: DigiD' }).waitFor()
  expect(await page.locator('main').textContent()).toContain(`${number} hulpvragen`)
  await context.close()
})

test('without script: another period, days of one’s own, what is wrong with them, and the files', async () => {
  const { page, context } = await open('official', '/sturing', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await page.getByLabel('Periode', { exact: true }).selectOption('vorig-jaar')
  await page.getByRole('button', { name: 'Toon cijfers' }).click()
  await page.getByText('2025', { exact: true }).first().waitFor()
  await page.getByText('Zelf dagen kiezen').click()
  for (const [id, value] of [
    ['van', '1'],
    ['van-month', '3'],
    ['van-year', '2026'],
    ['tot', '1'],
    ['tot-month', '2'],
    ['tot-year', '2026'],
  ])
    await page.locator(`#${id}`).fill(value ?? '')
  await page.getByRole('button', { name: 'Toon deze dagen' }).click()
  await page.getByRole('link', { name: 'Kies een laatste dag die niet voor de eerste dag ligt' }).waitFor()
  expect(await page.locator('#van-month').inputValue()).toBe('3')
  await page.locator('#tot-month').fill('4')
  await page.getByRole('button', { name: 'Toon deze dagen' }).click()
  await page.getByText('1 maart 2026 tot en met 1 april 2026', { exact: true }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download deze cijfers voor Excel' }).click()
  expect((await download).suggestedFilename()).toBe('cijfers-gemeente-amersfoort-2026-03-01-2026-04-01.xlsx')
  await context.close()
})

test('what is wrong takes the focus', async () => {
  const { page, context } = await open('manager', '/sturing?van=2026-02-30&tot=2026-03-01')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('error-summary-title')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('van')
  await context.close()
})

test('it prints on A4: charts, and nothing to click on', async () => {
  // The width of A4 within its margins, at 96 dots an inch.
  const { page, context } = await open('manager', '/sturing', { viewport: { width: 718, height: 1000 } })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('form, nav, summary').filter({ visible: true }).count()).toBe(0)
  expect(await page.locator('.balie-bar-chart').filter({ visible: true }).count()).toBeGreaterThan(8)
  expect(await page.locator('.balie-column-chart__drawing').filter({ visible: true }).count()).toBe(2)
  expect(await isWide(page)).toBe(false)
  await context.close()
})
