import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { forgetLists } from '../../src/capabilities/lists/public.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { addDays, localDay } from '../../src/platform/time/local-time.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addOtherContacts } from '../support/other-contacts.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer({ worker: true })
const browser = await launchBrowser()
afterAll(() => browser.close())
forgetLists()

const yesterday = addDays(localDay(systemClock.now()), -1)
await addOtherContacts(
  server.owner,
  server.world,
  [
    ...['OV-chipkaart', 'ov chipkaart opladen', 'ov chipkart', 'OV-chipkaart'].map((topicText) => ({
      topicText,
    })),
    ...['printen', 'printen', 'printen', 'document printen'].map((helpText) => ({ helpText })),
  ].flatMap((contact) => [
    { ...contact, day: yesterday },
    { ...contact, day: yesterday, elsewhere: true },
  ]),
)

/** Nothing wrong for who cannot see it, nothing outside a telephone. */
async function holds(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width, height })
}

/** Looks again until the page says it: somebody would press the link. */
async function becomes(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.locator('main').textContent()
      },
      { timeout: 30_000 },
    )
    .toContain(text)
}

async function open(person: Parameters<typeof server.signIn>[1], javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled })
  await server.signIn(context, person)
  return context.newPage()
}

test('from a text that many type to an answer on the form, by the keyboard; the past follows and comes back', {
  timeout: 180_000,
}, async () => {
  const analyst = await open('analyst')
  await analyst.goto(`${server.origin}/sturing`)
  await analyst.getByRole('link', { name: 'Anders', exact: true }).click()
  await holds(analyst)
  const group = analyst.getByRole('checkbox', { name: 'ov chipkaart' })
  await group.focus()
  await analyst.keyboard.press('Space')
  await analyst.getByRole('button', { name: 'Voorstel maken van de gekozen groepen' }).click()
  expect(await analyst.locator('main').textContent()).toContain('samen in 4 hulpcontacten')
  await holds(analyst)

  // Nothing filled in yet: the list of what to mend takes the focus and leads to the field.
  await analyst.getByLabel('Naam van het nieuwe antwoord').fill('')
  await analyst.getByRole('button', { name: 'Voorstel doen' }).click()
  await analyst.getByRole('link', { name: 'Vul een naam in' }).click()
  await analyst.keyboard.type('OV-chipkaart')
  await holds(analyst)
  await analyst.getByLabel('Overig', { exact: true }).check()
  await analyst.getByRole('button', { name: 'Voorstel doen' }).click()
  expect(await analyst.locator('h1').textContent()).toBe('Voorstel: OV-chipkaart')
  await holds(analyst)

  const coordinator = await open('coordinator')
  await coordinator.goto(`${server.origin}/balie/voorstellen`)
  await holds(coordinator)
  await coordinator.getByRole('link', { name: 'OV-chipkaart' }).click()
  await holds(coordinator)
  await coordinator.getByLabel('helpt ons', { exact: true }).check()
  await coordinator.getByRole('button', { name: 'Antwoord versturen' }).click()
  expect(await coordinator.locator('main').textContent()).toContain('Eemdal Centrum: helpt ons')

  await analyst.reload()
  expect(await analyst.locator('main').textContent()).toContain('Helpt: 1. Helpt niet: 0.')
  await analyst.getByRole('button', { name: 'Voorstel overnemen' }).click()
  await becomes(analyst, 'Het verleden is bijgewerkt')
  // Also those that were too rare to be seen.
  expect(await analyst.locator('main').textContent()).toContain('8 antwoorden kregen de nieuwe naam')
  await holds(analyst)
  const volunteer = await open('volunteer')
  await volunteer.goto(`${server.origin}/balie`)
  expect(await volunteer.content()).toContain('OV-chipkaart')

  await analyst.getByRole('button', { name: 'Bijwerken terugdraaien' }).click()
  await becomes(analyst, 'Het bijwerken is teruggedraaid')
  expect(await analyst.locator('main').textContent()).toContain('8 antwoorden zeggen weer wat er eerst stond')
})

test('without script: a coordinator reads what the desk typed and blanks a text', async () => {
  const page = await open('manager', false)
  await page.goto(`${server.origin}/sturing/anders`)
  await page.getByLabel('Antwoord', { exact: true }).selectOption({ label: 'Anders' })
  await page.getByRole('button', { name: 'Toon' }).click()
  await page.locator('details summary').first().click()
  await page.getByRole('button', { name: 'Wis de tekst ‘document printen’' }).click()
  await page.getByRole('button', { name: 'Ja, wis de tekst' }).click()
  expect(await page.getByLabel('Antwoord', { exact: true }).inputValue()).toBe('help-other')
  expect(await page.locator('main').textContent()).toContain('Gewist in 1 hulpcontact.')
})

test('the lists: seen, added to, changed, merged and split on a screen', { timeout: 180_000 }, async () => {
  const page = await open('administrator')
  await page.goto(`${server.origin}/beheer/lijsten`)
  await holds(page)
  for (const list of ['Organisaties', 'Hulp', 'Kanalen', 'Formulieren', 'Onderwerpen']) {
    await page.locator('.balie-link-tabs').getByRole('link', { name: list, exact: true }).click()
    expect(await page.locator('h1').textContent()).toBe(`Lijsten: ${list}`)
    await holds(page)
  }
  await page.getByRole('link', { name: 'Onderwerp toevoegen' }).click()
  await holds(page)
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  expect(await page.getByRole('link', { name: 'Kies een groep' }).count()).toBe(1)
  await holds(page)
  await page.getByLabel('Naam', { exact: true }).fill('Kunstmatige intelligentie')
  await page.getByLabel('Overig', { exact: true }).check()
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  expect(await page.locator('#geschiedenis').textContent()).toContain('toegevoegd')
  await holds(page)
  await page.getByLabel('Naam', { exact: true }).fill('AI en chatbots')
  await page.getByRole('button', { name: 'Wijziging opslaan' }).click()
  expect(await page.locator('#geschiedenis').textContent()).toContain(
    'Kunstmatige intelligentie → AI en chatbots',
  )
  for (const part of ['samenvoegen', 'splitsen']) {
    await page.goto(`${server.origin}/beheer/lijsten/onderwerpen/${part}`)
    await holds(page)
    await page.locator('main form button[type=submit]').click()
    expect(await page.locator('.balie-error-summary, [role=alert]').count()).toBeGreaterThan(0)
    await holds(page)
  }
})
