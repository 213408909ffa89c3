import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'
import type { Person } from '../support/world.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

const base = `/balie/openingstijden/${server.world.desk}`
const contexts: BrowserContext[] = []

async function open(
  path: string,
  person: Person = 'coordinator',
  options: Parameters<typeof browser.newContext>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  contexts.push(context)
  await server.signIn(context, person)
  const page = await context.newPage()
  await page.goto(`${server.origin}${path}`)
  return page
}

async function weeks(): Promise<string[]> {
  const { rows } = await server.owner.query<{ week: string }>(
    `select string_agg(weekday || ' ' || opens || '-' || closes, ', ' order by weekday, opens) as week
     from desks.hours where timetable_id is not null group by timetable_id order by timetable_id`,
  )
  return rows.map(({ week }) => week)
}
const typed = '2 660-780, 3 660-780, 4 660-780, 5 660-780'
const saved = (page: Page) => page.getByText('Opgeslagen.', { exact: true }).waitFor()

beforeEach(async () => {
  await server.owner.query('truncate desks.timetables, desks.hours')
})
afterEach(async () => {
  for (const each of contexts.splice(0)) await each.close()
})

describe('with the keyboard alone', () => {
  test('a week is typed and saved within a minute of keys', async () => {
    const page = await open(base)
    let keys = 0
    const press = async (key: string): Promise<void> => {
      keys += 1
      await page.keyboard.press(key)
    }
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    // From the top of the page to the first thing that one can do with these hours.
    await page.evaluate(() => document.querySelector<HTMLElement>('#main')?.focus())
    while ((await focused()) !== 'Week wijzigen') await press('Tab')
    await press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'times-0')
    const started = performance.now()
    for (const key of 'di-vr 11-13') await press(key)
    await press('Tab')
    expect(await focused()).toBe('Openingstijden opslaan')
    await press('Enter')
    await saved(page)
    expect(await weeks()).toEqual([typed])
    // By two keys a second that is less than ten seconds.
    expect(keys).toBeLessThanOrEqual(20)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('Enter in the times saves as well, and a mistake takes one back to its field', async () => {
    const page = await open(`${base}/week/nieuw`)
    await page.keyboard.type('di-vr 13-11')
    await page.keyboard.press('Enter')
    await page.locator('.balie-error-summary').waitFor()
    expect(await page.title()).toMatch(/^Fout: /)
    await page.waitForFunction(() => document.activeElement?.id === 'error-summary-title')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'times-0')
    await page.keyboard.press('End')
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Backspace')
    await page.keyboard.type('11-13')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await weeks()).toEqual([typed])
  })

  test('the days can be ticked', async () => {
    const page = await open(`${base}/week/nieuw`)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('#days-0').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator('#from-0').focus()
    await page.keyboard.type('11')
    await page.keyboard.press('Tab')
    await page.keyboard.type('13')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await weeks()).toEqual(['2 660-780'])
  })
})

describe('while one types', () => {
  test('the coming weeks follow, and a screen reader hears of it', async () => {
    const page = await open(`${base}/week/nieuw`)
    await page.keyboard.type('di-vr 11-')
    await page.getByText('ontbreekt een begin of een eind').waitFor()
    await page.keyboard.type('13')
    await page.locator('#week-preview table').first().waitFor()
    expect(await page.locator('#week-preview').getByText('11:00-13:00').count()).toBeGreaterThan(11)
    expect(await page.locator('#preview-status').textContent()).toBe('Het voorbeeld is bijgewerkt.')
    // What was typed, and where the cursor was, stay.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('times-0')
    expect(await page.locator('#times-0').inputValue()).toBe('di-vr 11-13')
    expect(await weeks()).toEqual([])
  })

  test('without a network nothing breaks', async () => {
    const page = await open(`${base}/week/nieuw`)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    server.intercept = (request, answer, socket) => {
      if (request.method !== 'POST') return answer()
      socket.destroy()
      return new Response(null)
    }
    await page.keyboard.type('di-vr 11-13')
    await page.waitForTimeout(1_200)
    server.intercept = undefined
    await page.keyboard.press('Enter')
    await saved(page)
    expect(complaints).toEqual([])
  })
})

describe('without JavaScript', () => {
  test('a week of two lines is typed, looked at, mended and saved', async () => {
    const page = await open(`${base}/week/nieuw`, 'coordinator', { javaScriptEnabled: false })
    await page.fill('#times-0', 'di-vr 11-13')
    await page.getByRole('button', { name: 'Nog een regel' }).click()
    await page.fill('#times-1', 'vr 12-14')
    await page.getByRole('button', { name: 'Bekijk de komende vier weken' }).click()
    expect(await page.locator('.utrecht-form-field-error-message').count()).toBe(2)
    await page.fill('#times-1', 'za 12-14')
    await page.getByRole('button', { name: 'Bekijk de komende vier weken' }).click()
    expect(await page.locator('#week-preview').getByText('12:00-14:00').count()).toBeGreaterThan(2)
    expect(await weeks()).toEqual([])
    await page.getByRole('button', { name: 'Openingstijden opslaan' }).click()
    await saved(page)
    expect(await weeks()).toEqual([`${typed}, 6 720-840`])
  })

  test('a closure, the holidays and a stop are kept', async () => {
    const page = await open(`${base}/dicht/nieuw`, 'manager', { javaScriptEnabled: false })
    const year = String(new Date().getFullYear() + 1)
    const fillDay = async (name: string, day: string, month: string): Promise<void> => {
      for (const [part, value] of [
        ['day', day],
        ['month', month],
        ['year', year],
      ] as const)
        await page.fill(`[name="${name}.${part}"]`, value)
    }
    await fillDay('from', '1', '2')
    await page.fill('#name', 'Verbouwing')
    await page.getByRole('button', { name: 'Openingstijden opslaan' }).click()
    await saved(page)
    await page.getByText('Verbouwing').first().waitFor()

    await page.goto(`${server.origin}${base}/week/nieuw`)
    await page.fill('#times-0', 'elke dag 9-12')
    await page.getByRole('button', { name: 'Openingstijden opslaan' }).click()
    await page.goto(`${server.origin}${base}/feestdagen`)
    expect(await page.locator('[name=closed]:checked').count()).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Feestdagen opslaan' }).click()
    await saved(page)

    await page.goto(`${server.origin}/balie/openingstijden/${server.world.popUpDesk}/haltes/nieuw`)
    await fillDay('day', '1', '3')
    await page.fill('#times-0', '10-12')
    await page.getByRole('button', { name: 'Openingstijden opslaan' }).click()
    await page.getByText('een halte zonder plek vindt niemand').first().waitFor()
    await page.selectOption('#place-0', { label: 'Weekmarkt' })
    await page.getByRole('button', { name: 'Openingstijden opslaan' }).click()
    await saved(page)
    await page.getByRole('button', { name: 'Laat vervallen' }).click()
    await page.getByText('Gaat toch door').waitFor()
  })
})

test('two people in two browsers: the second sees what changed, and saves knowingly', async () => {
  const first = await open(`${base}/week/nieuw`)
  await first.fill('#times-0', 'di-vr 11-13')
  await first.keyboard.press('Enter')
  await saved(first)
  const [one, two] = [await open(`${base}/week/nieuw`), await open(`${base}/week/nieuw`, 'manager')]
  await one.fill('#times-0', 'ma 9-12')
  await one.locator('#times-0').press('Enter')
  await two.fill('#times-0', 'za 10-14')
  await Promise.all([saved(one), two.waitForTimeout(300)])
  await two.locator('#times-0').press('Enter')
  await two.getByText('Iemand anders heeft intussen iets opgeslagen').first().waitFor()
  await two.locator('.utrecht-alert--warning').getByText('ma 9-12').waitFor()
  expect(await two.locator('#times-0').inputValue()).toBe('za 10-14')
  expect(await weeks()).toEqual(['1 540-720'])
  await two.locator('#times-0').press('Enter')
  await saved(two)
  expect(await weeks()).toEqual(['6 600-840'])
})
