import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'

const browser = await launchBrowser()
afterAll(() => browser.close())

/** A square of one grey, as a PNG of 1 × 1. */
function greyTile(): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 0xc8]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
function crc32(bytes: Buffer): number {
  let check = ~0
  for (const byte of bytes) {
    check ^= byte
    for (let bit = 0; bit < 8; bit += 1) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0)
  }
  return ~check >>> 0
}

// Somebody else's tiles, on this machine.
const asked: { path: string; referrer: string | undefined; cookie: string | undefined }[] = []
const tiles = createServer((request, response) => {
  asked.push({
    path: request.url ?? '',
    referrer: request.headers.referer,
    cookie: request.headers.cookie,
  })
  response.writeHead(200, { 'content-type': 'image/png' }).end(greyTile())
})
await new Promise<void>((listening) => tiles.listen(0, '127.0.0.1', listening))
afterAll(() => new Promise((closed) => tiles.close(closed)))
const tilesAt = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`

const plain = await startTestServer()
const withTiles = await startTestServer({
  mapTiles: { url: `${tilesAt}/kaart/{z}/{x}/{y}.png`, credit: 'Kaart: <b>voorbeeld</b> & co' },
})
for (const { owner, world } of [plain, withTiles])
  for (const [id, postcode] of [
    [world.desk, '3811'],
    [world.secondDesk, '3817'],
    [world.otherDesk, '3512'],
  ])
    await owner.query(
      `update desks.desks set latitude = area.latitude, longitude = area.longitude from organisations.postcode_areas as area
       where desks.id = $1 and area.code = $2`,
      [id, postcode],
    )

async function open(
  server: typeof plain,
  options: Parameters<typeof browser.newContext>[0] = {},
): Promise<{ page: Page; elsewhere: string[]; complaints: string[] }> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const [elsewhere, complaints]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== server.origin) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${server.origin}/?waar=3811`)
  return { page, elsewhere, complaints }
}
const image = 'img[src^="/kaart.svg"]'
const isDrawn = (page: Page): Promise<boolean> =>
  page.locator(image).evaluate(async (element) => {
    await (element as HTMLImageElement).decode()
    return (element as HTMLImageElement).naturalWidth > 0
  })

describe('without tiles', () => {
  test.each([true, false])('the map is an image of our own, with script: %s', async (javaScriptEnabled) => {
    const { page, elsewhere, complaints } = await open(plain, { javaScriptEnabled })
    await page.locator(image).scrollIntoViewIfNeeded()
    if (javaScriptEnabled) expect(await isDrawn(page)).toBe(true)
    expect(await page.locator('balie-tile-map').count()).toBe(0)
    expect(elsewhere).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('other pages allow no images from elsewhere, with or without', async () => {
    for (const { origin } of [plain, withTiles]) {
      const { headers } = await fetch(`${origin}/inloggen`)
      expect(headers.get('content-security-policy')).toContain("img-src 'self' data:;")
    }
    const answer = await fetch(`${withTiles.origin}/?waar=3811`)
    expect(answer.headers.get('content-security-policy')).toContain(`img-src 'self' data: ${tilesAt};`)
  })
})

describe('with tiles', () => {
  test('nothing is fetched from elsewhere before somebody asks for the map', async () => {
    const { page, elsewhere, complaints } = await open(withTiles)
    await page.locator(image).scrollIntoViewIfNeeded()
    expect(await isDrawn(page)).toBe(true)
    await page.waitForTimeout(500)
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    expect(fetched.filter((name) => /leaflet/.test(name))).toEqual([])
    expect([elsewhere, asked, complaints]).toEqual([[], [], []])
    await page.context().close()
  })

  test('by the button it becomes a map to move, with the same numbers, within the policy', async () => {
    const { page, elsewhere, complaints } = await open(withTiles)
    await page.getByRole('button', { name: 'Toon een kaart die u kunt verschuiven' }).press('Enter')
    await page.locator('.leaflet-tile-loaded').first().waitFor()
    expect(await page.locator(image).count()).toBe(0)
    expect(await page.locator('.balie-tile-map__marker').allTextContents()).toEqual(
      expect.arrayContaining(['1', '2', '3']),
    )
    // A credit is text, whatever stands in it.
    expect(await page.locator('.leaflet-control-attribution').textContent()).toBe(
      'Kaart: <b>voorbeeld</b> & co',
    )
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('balie-tile-map__ground')
    const [centre, marker] = await page.evaluate(() => {
      const [one, other] = ['.balie-tile-map__ground', '.balie-tile-map__marker'].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      )
      return [one, other].map((box) => ({ x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0 }))
    })
    // Leaflet's stylesheet is there: markers stand on the map, and not below it.
    expect(marker?.x).toBeGreaterThan(centre?.x ?? 0)
    expect(marker?.width).toBe(30)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Dichterbij' }).click()
    await page.waitForTimeout(300)
    expect(complaints).toEqual([])
    expect(new Set(elsewhere.map((url) => new URL(url).origin))).toEqual(new Set([tilesAt]))
    expect(asked.every(({ path }) => /^\/kaart\/\d+\/\d+\/\d+\.png$/.test(path))).toBe(true)
    // Whose tiles they are does not hear where the visitor came from.
    expect(asked.filter(({ referrer, cookie }) => referrer || cookie)).toEqual([])
    await page.context().close()
  })

  test('where no script runs the image stays', async () => {
    const { page } = await open(withTiles, { javaScriptEnabled: false })
    expect(await page.locator(image).count()).toBe(1)
    expect(await page.getByRole('button', { name: /kaart/ }).count()).toBe(0)
    await page.context().close()
  })
})
