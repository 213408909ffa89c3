import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const pages = ['/balie', '/balie/druk', '/balie/registraties', '/balie/turflijst', '/balie/wachtrij']

/** Opens the form of the desk; with `keepPages` it waits until every page of the desk is kept on the device. */
export async function openDesk(
  context: BrowserContext,
  origin: string,
  { keepPages = true }: { keepPages?: boolean } = {},
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/balie`)
  if (keepPages)
    await expect
      .poll(() => page.evaluate(keptPages), { timeout: 10_000 })
      .toEqual(expect.arrayContaining(pages))
  return page
}

/** What this device has kept, by address. Runs in the browser. */
export async function keptPages(): Promise<string[]> {
  const kept: string[] = []
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname)
  return kept
}

/** A routine contact: topic, one way of help, save. */
export async function register(page: Page, topic = 'DigiD-app'): Promise<void> {
  await choose(page, topic)
  await choose(page, 'Samen gedaan')
  await page.getByRole('button', { name: 'Registratie opslaan' }).click()
  await page.getByText(new RegExp(`^(Opgeslagen|Bewaard op dit apparaat): ${topic}`)).waitFor()
}

export async function choose(page: Page, tile: string): Promise<void> {
  await page
    .locator('label', { hasText: new RegExp(`^${tile}`) })
    .first()
    .click()
}

/** What the status in the header must come to say. */
export async function expectStatus(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.locator('#outbox-status').textContent(), { timeout: 12_000 }).toBe(text)
}

/** The device's clock, this many milliseconds off from now on; for pages that still have to be opened. */
export async function shiftClock(target: Page | BrowserContext, milliseconds: number): Promise<void> {
  await target.addInitScript((shift) => {
    const RealDate = Date
    globalThis.Date = class extends RealDate {
      constructor(...given: []) {
        if (given.length > 0) super(...given)
        else super(RealDate.now() + shift)
      }
      static override now(): number {
        return RealDate.now() + shift
      }
    } as DateConstructor
  }, milliseconds)
}
