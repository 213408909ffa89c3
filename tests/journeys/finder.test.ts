import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addressOfDesk, giveHours, putOnMap } from '../support/finder-world.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'

const clock = fixedClock('2026-11-24T09:00:00Z')
const server = await startTestServer({ clock, demo: true })
const { owner, world, origin } = server
await putOnMap(owner, world)
await giveHours(owner, world.desk, [], {
  kind: 'exception',
  name: 'Sinterklaas',
  from: '2026-12-03',
  until: '2026-12-04',
})
await owner.query(
  `update desks.desks set active = false, closed_on = '2026-11-01', successor_desk_id = $2 where id = $1`,
  [world.secondDesk, world.desk],
)
const deskPath = await addressOfDesk(owner, world.desk)
const popUpPath = await addressOfDesk(owner, world.popUpDesk)
const closedPath = await addressOfDesk(owner, world.secondDesk)
const browser = await launchBrowser()
afterAll(() => browser.close())

async function open(path: string, options: Parameters<typeof browser.newContext>[0] = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (404|422)/.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  await page.goto(`${origin}${path}`)
  return { page, context, complaints, elsewhere }
}
const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
/** What WCAG 1.4.12 lets a reader set; by the object model, which the content security policy leaves alone. */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, textSpacing)
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`

describe('the pages for everybody have no barrier', () => {
  const paths = [
    '/',
    '/?waar=3811',
    '/?waar=amersfort&dag=do&deel=avond',
    '/?waar=3811&alleen=thema',
    '/?waar=Bergen',
    '/?waar=1999',
    deskPath,
    popUpPath,
    closedPath,
    `${deskPath}/folder`,
    '/gemeente/amersfoort',
    '/gemeente/zeist',
    '/doorverwijzen',
    '/doorverwijzen?waar=3811',
    '/voor-websites',
    '/gemeente/nergens',
  ]
  const inLanguage = (language: string, path: string): string =>
    language === 'nl' ? path : `/${language}${path === '/' ? '' : path.replace(/^\/\?/, '?')}`

  test.each(['nl', 'ar'].flatMap((language) => paths.map((path) => inLanguage(language, path))))(
    '%s',
    async (path) => {
      const { page, context, complaints, elsewhere } = await open(path, {
        viewport: { width: 1280, height: 800 },
      })
      await openAll(page)
      expect(await violations(page)).toEqual([])
      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect([width, await isWide(page)]).toEqual([width, false])
      }
      expect(await violations(page)).toEqual([])
      await spaceText(page)
      expect(await isWide(page)).toBe(false)
      expect(complaints).toEqual([])
      expect(elsewhere).toEqual([])
      // As it was sent: a script may have added to what stands there now.
      const sent = await (await fetch(`${origin}${path}`)).text()
      expect(await htmlProblems(sent)).toEqual([])
      expect(await context.cookies()).toEqual([])
      await context.close()
    },
  )

  test.each(['en', 'tr', 'uk', 'pl'])('in %s', async (language) => {
    const { page, context } = await open(`/${language}?waar=3811`, { viewport: { width: 320, height: 700 } })
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    expect(await violations(page)).toEqual([])
    expect(await isWide(page)).toBe(false)
    await context.close()
  })
})

describe('a visitor', () => {
  test('finds who is open on Thursday evening with the keyboard only', async () => {
    const { page, context } = await open('/')
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.id === 'waar')) break
    }
    await page.keyboard.type('3811 lp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/waar=3811/)
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.tagName === 'SUMMARY')) break
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('dag')
    await page.keyboard.type('Donderdag')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Avond')
    for (let presses = 0; presses < 10; presses += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.textContent === 'Toon wat past')) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/dag=do/)
    expect(await page.locator('.balie-result__name').allTextContents()).toEqual(['Eemdal Centrum'])
    await page.locator('.balie-result__name a').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/informatiepunt/)
    expect(await page.textContent('h1')).toBe('Eemdal Centrum')
    await context.close()
  })

  test('finds it without JavaScript as well, and stays in the language', async () => {
    const { page, context } = await open('/tr', { javaScriptEnabled: false })
    expect(await page.locator('text=Konumumu kullan').isVisible()).toBe(false)
    await page.fill('#waar', 'amersfort')
    await page.click('main button[type=submit]')
    expect(page.url()).toContain('/tr?waar=amersfort')
    await page.click('.balie-result__name a')
    expect(page.url()).toContain('/tr/informatiepunt/')
    await page.click('text=العربية')
    expect(page.url()).toContain('/ar/informatiepunt/')
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    await context.close()
  })

  test('is told what to do after a mistake, and keeps what was typed', async () => {
    const { page, context } = await open('/')
    await page.fill('#waar', '0000')
    await page.click('main button[type=submit]')
    await page.locator('.balie-error-summary').waitFor()
    expect(await page.inputValue('#waar')).toBe('0000')
    expect(await page.evaluate(() => Boolean(document.activeElement?.closest('.balie-error-summary')))).toBe(
      true,
    )
    await page.click('.balie-error-summary a')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('waar')
    await context.close()
  })

  test('uses the position of the device: it goes in a form, and stands in no address', async () => {
    const { page, context } = await open('/', {
      geolocation: { latitude: 52.0931234, longitude: 5.1181234 },
      permissions: ['geolocation'],
    })
    const sent: string[] = []
    page.on('request', (request) => {
      sent.push(request.url())
      if (request.method() === 'POST') sent.push(`body ${request.postData()}`)
    })
    await page.click('text=Gebruik mijn plek')
    await page.locator('h1:has-text("Dicht bij u")').waitFor()
    expect(await page.locator('.balie-result__name').first().textContent()).toBe('Domstad')
    expect(page.url()).toBe(`${origin}/`)
    // No more precise than is needed.
    expect(sent.filter((each) => each.startsWith('body'))).toEqual(['body plek=52.093%2C5.118'])
    expect(sent.filter((each) => each.startsWith('http') && /52\.09/.test(each))).toEqual([])
    await page.click('summary')
    await page.selectOption('#dag', 'vandaag')
    await page.click('text=Toon wat past')
    await page.locator('.balie-result__name:has-text("Eemdal Centrum")').waitFor()
    expect(page.url()).toBe(`${origin}/`)
    // Back from a desk is no error page.
    await page.click('.balie-result__name a')
    await page.waitForURL(/informatiepunt/)
    await page.goBack()
    await page.locator('#waar').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('who refuses the position can go on', async () => {
    const { page, context } = await open('/')
    await page.click('text=Gebruik mijn plek')
    await page.locator('text=Wij konden uw plek niet vinden').waitFor()
    await context.close()
  })
})

test('a leaflet is one sheet of A4, in Dutch and in Arabic', async () => {
  for (const path of [`${deskPath}/folder`, `/ar${deskPath}/folder`, `${popUpPath}/folder`]) {
    const { page, context } = await open(path)
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect([path, pdf.match(/\/Type\s*\/Page[^s]/g)?.length]).toEqual([path, 1])
    await context.close()
  }
})

test('the leaflet is printed with its button; without JavaScript its text says how', async () => {
  const { page, context } = await open(`${deskPath}/folder`)
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: 'Druk af' }).click()
  expect(await page.locator('body[data-printed]').count()).toBe(1)
  expect(await page.getByText('Gebruik de knop van uw browser').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Druk af').isVisible()).toBe(false)
  expect(await page.getByText('Stand van 24 november 2026').isVisible()).toBe(true)
  await context.close()

  const plain = await open(`${deskPath}/folder`, { javaScriptEnabled: false })
  expect(await plain.page.getByText('Gebruik de knop van uw browser').isVisible()).toBe(true)
  expect(await plain.page.getByText('Druk af').isVisible()).toBe(false)
  await plain.context.close()
})

test('what other sites fetch is one file of 15 kB at most', async () => {
  const script = await (await fetch(`${origin}/zoeker.js`)).text()
  expect(script.length).toBeLessThanOrEqual(15_000)
  expect(script).not.toMatch(/\bimport\b/)
})

test('the finder in another site answers in that page', async () => {
  const other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="nl"><title>Andere site</title><main><h1>Andere site</h1>
      <balie-zoeker taal="nl"><form action="${origin}/" method="get">
        <label>Waar bent u? <input name="waar"></label><button>Zoek</button>
      </form></balie-zoeker></main><script type="module" src="${origin}/zoeker.js"></script></html>`)
  })
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => Boolean(document.querySelector('balie-zoeker')?.shadowRoot))
  await page.fill('input', '3811')
  await page.click('button')
  await page.locator('balie-zoeker li').first().waitFor()
  expect(page.url()).toBe(address)
  expect(await page.locator('balie-zoeker li a').first().getAttribute('href')).toBe(`${origin}${deskPath}`)
  expect(await page.frames()).toHaveLength(1)
  expect(await context.cookies()).toEqual([])
  expect(await violations(page)).toEqual([])
  await context.close()
  other.close()
})
