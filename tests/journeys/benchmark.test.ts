import { afterAll, describe, expect, test } from 'vitest'
import { watchBenchmarks } from '../../src/capabilities/reports/public.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { addBenchmarkNetwork } from '../support/benchmark-network.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const clock = fixedClock('2026-11-24T09:00:00Z')
const server = await startTestServer({ clock })
await addBenchmarkNetwork(server.owner, server.world)
// Four times as many as usual about the rent allowance in the last month, in the library and its desk.
await server.owner.query(
  `update reports.figures set cells = cells || case when starts_on = '2026-10-01' then '{"questions/topic:rent-allowance": 24}'::jsonb
     else '{"questions/topic:rent-allowance": 6}' end
   where grain = 'month' and key in ($1, $2)`,
  [server.world.desk, server.world.library],
)
await watchBenchmarks()(server.workerDatabase, clock.now())
const browser = await launchBrowser()
afterAll(() => browser.close())

test('without script: a manager sees what changed, goes on to the comparison, and to that of one desk', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(context, 'manager')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing`)
  const main = page.locator('main')
  expect(await main.innerText()).toContain('Opvallend in oktober 2026')
  expect(await main.innerText()).toMatch(
    /Huurtoeslag: 24 hulpvragen, 4(,\d)? keer zo veel als gewoonlijk \(ongeveer [56]\)/,
  )
  expect(
    await page.getByRole('link', { name: 'Huurtoeslag', exact: true }).first().getAttribute('href'),
  ).toContain('onderwerp=rent-allowance')

  await page.getByRole('link', { name: 'Bekijk de hele vergelijking' }).click()
  expect(await page.locator('h1').textContent()).toBe('Bibliotheek Eemdal vergeleken')
  await page.getByLabel('Van wie').selectOption({ label: 'Eemdal Centrum' })
  await page.getByRole('button', { name: 'Toon vergelijking' }).click()
  expect(await page.locator('h1').textContent()).toBe('Eemdal Centrum vergeleken')
  expect(await page.locator('#vergelijk-contacts-a-month').innerText()).toContain(
    'Gemiddelde van 31 informatiepunten: 70,9',
  )
  await page.locator('#vergelijk-contacts-a-month summary').click()
  expect(await page.locator('#vergelijk-contacts-a-month').innerText()).toContain(
    'Alle hulpcontacten, gedeeld door het aantal maanden.',
  )
  await page.locator('#tabel > summary').click()
  expect(await page.locator('#vergelijking tbody tr').first().innerText()).toMatch(
    /Hulpcontacten per maand\s+40\s+70,9/,
  )
  await context.close()
})

describe.each([
  ['manager', '/sturing'],
  ['manager', '/sturing/vergelijken'],
  ['official', '/sturing/vergelijken'],
  ['adviser', '/sturing/vergelijken'],
  ['analyst', '/sturing/vergelijken?gebied=nederland'],
] as const)('%s at %s', (person, path) => {
  test.each([360, 768, 1280])(
    'has no barrier at %i px, does not scroll sideways, and is valid HTML',
    async (width) => {
      const context = await browser.newContext({ locale: 'nl-NL', viewport: { width, height: 900 } })
      await server.signIn(context, person)
      const page = await context.newPage()
      const response = await page.goto(`${server.origin}${path}`)
      for (const details of await page.locator('main details').all())
        await details.evaluate((each) => each.setAttribute('open', ''))
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await htmlProblems((await response?.text()) ?? '')).toEqual([])
      await context.close()
    },
  )
})
