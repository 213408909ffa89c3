import { afterAll, describe, expect, test } from 'vitest'
import { makeReleases } from '../../src/capabilities/open-data/public.ts'
import { foldFigures } from '../../src/capabilities/reports/public.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addHistory } from '../support/history.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const clock = fixedClock('2026-11-24T09:00:00Z')
const server = await startTestServer({ clock })
const empty = await (await fetch(`${server.origin}/open-data`)).text()
await addHistory(server.owner, server.world)
await foldFigures(server.workerDatabase)
await makeReleases(server.workerDatabase, clock.now(), { smallest: 10, from: undefined })
const browser = await launchBrowser()
afterAll(() => browser.close())

describe('the figures for everybody', () => {
  test('before the first release say when they will come', async () => {
    expect(empty).toContain('Er zijn nog geen cijfers.')
    expect(await htmlProblems(empty)).toEqual([])
  })

  test.each(['/open-data', '/en/open-data', '/ar/open-data'])('%s has no barrier', async (path) => {
    for (const width of [320, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      const page = await context.newPage()
      const response = await page.goto(`${server.origin}${path}`)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const html = (await response?.text()) ?? ''
      expect(await htmlProblems(html)).toEqual([])
      expect(Buffer.byteLength(html)).toBeLessThan(30_000)
      expect(html).not.toContain('<script type="module"')
      await context.close()
    }
  })

  test('without script: from the front page to a file, and to what a dot means', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })
    const page = await context.newPage()
    await page.goto(server.origin)
    await page.getByRole('link', { name: 'Cijfers voor iedereen' }).click()
    expect(await page.locator('h1').textContent()).toBe('Cijfers over informatiepunten Digitale Overheid')
    expect(await page.locator('main').textContent()).toMatch(
      /De laatste cijfers zijn van juli 2026 – september 2026\. Ze zijn geteld op 24 november 2026\./,
    )
    expect(await page.locator('#provincies').textContent()).toContain('Utrecht')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Gemeenten per kwartaal' }).click(),
    ])
    expect(file.url()).toBe(`${server.origin}/open-data/gemeenten-per-kwartaal.csv`)
    await context.close()
  })
})
