import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStyles } from '../../script/build-styles.mjs'
import { launchBrowser } from '../../tests/support/browser.ts'
import { loadExamples } from './examples.ts'

const origin = 'http://examples.test'
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const outDir = await mkdtemp(path.join(tmpdir(), 'balie-examples-'))
const { css } = await buildStyles({ outDir })
const examples = await loadExamples(css)

let browser: Browser
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route(`${origin}/**`, async (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1))
    const example = examples[Number(name)]
    if (!example) return route.fulfill({ path: path.join(outDir, name) })
    return route.fulfill({
      body: example.html,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'" },
    })
  })
})

afterAll(async () => {
  await browser.close()
  await rm(outDir, { recursive: true })
})

async function open(example: (typeof examples)[number], width: number) {
  complaints = []
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${origin}/${examples.indexOf(example)}`)
  await page.evaluate(() => document.fonts.ready)
}

async function violations(): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return await axe.run({ runOnly: tags })
  })
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** What a reader loses: a page that must be scrolled sideways, and text in a box too small for it. */
function lost(): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const wide = root.scrollWidth > root.clientWidth ? [`page is ${root.scrollWidth} wide`] : []
    const clipped = [...document.body.querySelectorAll('*')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      // A line of text in an input scrolls under the cursor; hidden text is meant to be.
      if (element.matches('input, .balie-visually-hidden')) return false
      const tall = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1
      return tall || (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
    })
    return [...wide, ...clipped.map((element) => `clipped: ${element.outerHTML.slice(0, 120)}`)]
  })
}

describe.each(examples)('$component: $name', (example) => {
  it.each([320, 1280])('has no barrier and fits at %i px', async (width) => {
    await open(example, width)
    expect(await violations()).toEqual([])
    expect(await lost()).toEqual([])
    expect(complaints).toEqual([])
  })

  it('loses nothing with more space in its text (WCAG 1.4.12)', async () => {
    await open(example, 320)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      )
      document.adoptedStyleSheets = [sheet]
    })
    expect(await page.evaluate(() => getComputedStyle(document.body).letterSpacing)).not.toBe('normal')
    expect(await lost()).toEqual([])
  })

  it('has large targets', async () => {
    await open(example, 320)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.nl-button, .utrecht-textbox, .utrecht-select, .balie-choice, summary')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 48)
        .map((element) => element.outerHTML),
    )
    expect(small).toEqual([])
  })
})

describe('keyboard and other ways of looking', () => {
  const tiles = () => {
    const example = examples.find(({ component }) => component === 'choice-tiles')
    if (!example) throw new Error('choice-tiles has no example')
    return example
  }

  it('moves through tiles with the arrow keys', async () => {
    await open(tiles(), 1280)
    await page.keyboard.press('Tab')
    const chosen = () => page.evaluate(() => document.querySelector<HTMLInputElement>('input:checked')?.value)
    const before = await chosen()
    await page.keyboard.press('ArrowRight')
    expect(Number(await chosen())).toBe(Number(before) + 1)
  })

  it('shows focus with two colours', async () => {
    await open(tiles(), 1280)
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const label = document.querySelector('input:focus-visible + label')
      return (
        label && { outline: getComputedStyle(label).outlineColor, shadow: getComputedStyle(label).boxShadow }
      )
    })
    expect(ring?.outline).toBe('rgb(20, 38, 43)')
    expect(ring?.shadow).toContain('rgb(255, 198, 41)')
  })

  it('prints without navigation', async () => {
    const frame = examples.find(({ component }) => component === 'page-frame')
    if (!frame) throw new Error('page-frame has no example')
    await open(frame, 1280)
    const shown = () => page.locator('nav, header, footer, main').filter({ visible: true }).count()
    expect(await shown()).toBe(4)
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toBe(1)
    await page.emulateMedia({ media: 'screen' })
  })
})
