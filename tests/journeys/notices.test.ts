import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { choose, openDesk } from '../support/desk-page.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())
const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const each of contexts.splice(0)) await each.close()
  await server.owner.query(
    'truncate notices.notices, notices.confirmations, signals.signals, signals.sightings, signals.changes, signals.readings cascade',
  )
})

async function open(
  person: Parameters<typeof server.signIn>[1],
  path: string,
  options: Parameters<typeof browser.newContext>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options })
  contexts.push(context)
  await server.signIn(context, person)
  const page = await context.newPage()
  await page.goto(`${server.origin}${path}`)
  return page
}

/** Nothing wrong for who cannot see it, nothing outside the smallest telephone, nor at 400 % on a screen. */
async function holds(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width, height })
}

const mainOf = (page: Page): Promise<string | null> => page.locator('main').textContent()

async function fillDay(page: Page, legend: string, [day, month, year]: readonly string[]): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Dag').fill(day ?? '')
  await group.getByLabel('Maand').fill(month ?? '')
  await group.getByLabel('Jaar').fill(year ?? '')
}

/** From the overview to an announced change on passports, by its form. */
async function announce(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nieuwe wijziging' }).click()
  await page.getByLabel('Titel').fill('Paspoort alleen op afspraak')
  await page.getByLabel('Onderwerp', { exact: true }).selectOption({ label: 'Paspoort of ID-kaart' })
  await page.getByLabel('Wat verandert er?').fill('Binnenlopen kan niet meer.')
  await page
    .getByLabel('Wat vertelt het informatiepunt')
    .fill('Maak een afspraak op de website of bel 14 033.')
  const later = String(new Date().getFullYear() + 1)
  await fillDay(page, 'Vanaf welke dag', ['1', '2', later])
  await fillDay(page, 'Tot en met welke dag', ['1', '5', later])
  await page.getByRole('button', { name: 'Kondig aan' }).click()
  expect(await mainOf(page)).toContain('De informatiepunten zien het nu.')
}

test('a change is announced, stands at its topic at the desk without a network, is confirmed, and the municipality sees that', {
  timeout: 180_000,
}, async () => {
  const official = await open('official', '/sturing/wijzigingen')
  await holds(official)
  await official.getByRole('link', { name: 'Nieuwe wijziging' }).click()
  await official.getByRole('button', { name: 'Kondig aan' }).click()
  // What to mend takes the focus, and leads to its field.
  await official.getByRole('link', { name: 'Schrijf in een paar woorden' }).press('Enter')
  expect(await official.evaluate(() => document.activeElement?.id)).toBe('title')
  await holds(official)
  await official.goto(`${server.origin}/sturing/wijzigingen`)
  await announce(official)
  await holds(official)

  const context = await browser.newContext({ locale: 'nl-NL' })
  contexts.push(context)
  await server.signIn(context, 'volunteer')
  const page = await openDesk(context, server.origin)
  await context.setOffline(true)
  await page.reload()
  const notice = page.locator('#notices').getByText('Paspoort alleen op afspraak')
  expect(await notice.isVisible()).toBe(false)
  await choose(page, 'Paspoort of ID-kaart')
  await notice.waitFor()
  expect(await page.locator('#notices').textContent()).toContain('bel 14 033')
  expect(await violations(page)).toEqual([])
  await choose(page, 'DigiD aanvragen')
  expect(await notice.isVisible()).toBe(false)
  await context.setOffline(false)

  await page.getByRole('link', { name: 'Wat verandert er? (1 nieuw)' }).click()
  await holds(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Gezien voor dit informatiepunt').isVisible()).toBe(false)
  expect(await page.getByText('Binnenlopen kan niet meer.').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Gezien voor dit informatiepunt' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Bewaard: dit informatiepunt heeft het gezien.').waitFor()
  await holds(page)

  await official.reload()
  expect(await mainOf(official)).toContain('Gezien door 1 van 3')
  await official.getByRole('link', { name: 'Pas aan' }).click()
  await holds(official)
  await official.goBack()
  await official.getByRole('link', { name: 'Trek in' }).click()
  await holds(official)
})

test('without script: the form of the desk lists what changes, one tap away, at the choice of the topic', async () => {
  await announce(await open('official', '/sturing/wijzigingen', { javaScriptEnabled: false }))
  const page = await open('volunteer', '/balie', { javaScriptEnabled: false })
  const notice = page.getByText('Paspoort alleen op afspraak')
  expect(await notice.isVisible()).toBe(false)
  await page.getByText('Wat verandert er bij de gemeente? (1)').click()
  expect(await notice.isVisible()).toBe(true)
})

test('a signal is seen by another desk too, joined with one like it, answered, and read', {
  timeout: 120_000,
}, async () => {
  const tell = async (page: Page, service: string): Promise<void> => {
    await page.getByRole('link', { name: 'Geef een signaal' }).click()
    await page.getByLabel('Onderwerp', { exact: true }).selectOption({ label: 'Parkeervergunning' })
    await page.getByLabel('Om welke dienst').fill(service)
    await page.getByLabel('Waar lopen mensen').fill('Zonder DigiD lukt de aanvraag van de vergunning niet.')
    await page.getByLabel('elke week').check()
    await holds(page)
    await page.getByRole('button', { name: 'Verstuur signaal' }).click()
    expect(await mainOf(page)).toContain('Verstuurd.')
  }
  const volunteer = await open('volunteer', '/balie/signalen')
  await holds(volunteer)
  await tell(volunteer, 'Parkeervergunning aanvragen')
  await holds(volunteer)
  const manager = await open('manager', `/balie/signalen?informatiepunt=${server.world.secondDesk}`)
  await manager.getByRole('button', { name: 'Dit zien wij ook: Parkeervergunning aanvragen' }).click()
  expect(await mainOf(manager)).toContain('Jullie zien dit ook.')
  await holds(manager)
  await tell(manager, 'Parkeervergunning met DigiD')

  const official = await open('official', '/sturing/signalen')
  await holds(official)
  await official.getByRole('link', { name: 'Parkeervergunning aanvragen' }).click()
  await holds(official)
  await official.getByRole('checkbox', { name: 'Parkeervergunning met DigiD' }).check()
  await official.getByRole('button', { name: 'Voeg gekozen signalen samen' }).click()
  await holds(official)
  await official.getByLabel('Opgelost').check()
  await official.getByRole('button', { name: 'Verstuur antwoord' }).click()
  await official.getByRole('link', { name: 'Schrijf een antwoord.' }).press('Enter')
  await official.keyboard.type('Er ligt weer een formulier op papier.')
  await official.getByRole('button', { name: 'Verstuur antwoord' }).click()
  expect(await mainOf(official)).toContain('De informatiepunten lezen je antwoord.')

  for (const page of [volunteer, manager]) {
    await page.reload()
    expect(await mainOf(page)).toContain('Er ligt weer een formulier op papier.')
    await page.getByRole('button', { name: 'Gelezen: ' }).click()
    expect(await mainOf(page)).not.toContain('nieuw antwoord')
  }
  await official.getByRole('link', { name: 'Kondig aan wat verandert' }).click()
  expect(await official.getByLabel('Titel').inputValue()).toBe('Parkeervergunning aanvragen')
})
