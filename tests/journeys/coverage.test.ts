import { afterAll, expect, test } from 'vitest'
import { watchCoverage } from '../../src/capabilities/reports/public.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { launchBrowser } from '../support/browser.ts'
import { addCoverage } from '../support/coverage-world.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
await addCoverage(server.owner, server.world)
await watchCoverage()(server.workerDatabase, systemClock.now())
const browser = await launchBrowser()
afterAll(() => browser.close())

test('without script: from the nation down to a municipality without a desk, and what one would bring there', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(context, 'analyst')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing`)
  await page.getByRole('link', { name: 'Bereik', exact: true }).click()
  await page.getByLabel('Gebied', { exact: true }).selectOption({ label: 'Provincie Utrecht' })
  await page.getByLabel('Afstand op de kaart').selectOption({ label: '2 km' })
  await page.getByRole('button', { name: 'Toon bereik' }).click()
  expect(await page.locator('h1').textContent()).toBe('Bereik van informatiepunten in de provincie Utrecht')
  expect(await page.getByRole('img', { name: /Kaart van Utrecht: .* binnen 2 km/ }).count()).toBe(1)

  // The order and the distance stay chosen on the way.
  await page.locator('#gemeenten').getByRole('link', { name: 'Inwoners', exact: true }).click()
  expect(await page.locator('#gemeenten tbody th').first().textContent()).toBe('Utrecht')
  expect(page.url()).toMatch(/gebied=provincie:PV26&afstand=2&volgorde=inwoners#gemeenten$/)
  await page.locator('#zonder').getByRole('link', { name: 'Houten' }).click()
  expect(page.url()).toContain('afstand=2')
  expect(await page.locator('main').textContent()).toContain('In Houten staat geen informatiepunt.')

  await page.getByRole('link', { name: /Reken uit wat een nieuw informatiepunt/ }).click()
  await page
    .getByLabel('Vestiging zonder informatiepunt')
    .selectOption({ label: 'Vestiging Houten (Houten)' })
  await page.getByRole('button', { name: 'Reken uit' }).click()
  expect(await page.locator('main').textContent()).toMatch(
    /Dan wonen [\d.]+ inwoners meer binnen 5 km van een informatiepunt: [\d.]+ in Houten/,
  )
  await context.close()
})

test('prints on A4: the map and the tables, without what one can press', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 794, height: 1123 } })
  await server.signIn(context, 'adviser')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing/bereik?gebied=provincie:PV26`)
  await page.emulateMedia({ media: 'print' })
  for (const [selector, seen] of [
    ['.balie-area-map__drawing', true],
    ['#gemeenten', true],
    ['.balie-filter-row', false],
    ['.balie-navigation', false],
    ['.balie-link-tabs', false],
  ] as const)
    expect(await page.locator(selector).first().isVisible(), selector).toBe(seen)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794)
  await context.close()
})
