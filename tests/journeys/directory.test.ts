import { afterAll, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'

// Tuesday 24 November 2026, 10:00 local time.
const server = await startTestServer({ clock: fixedClock('2026-11-24T09:00:00Z') })
const browser = await launchBrowser()
afterAll(() => browser.close())

test('without script: a coordinator puts an organisation in the directory with an agreement, a volunteer finds it', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(context, 'coordinator')
  const page = await context.newPage()
  await page.goto(`${server.origin}/beheer/sociale-kaart`)
  await page.getByRole('link', { name: 'Voeg organisatie toe' }).click()

  // What is missing is said above the form, with the way to the field.
  await page.getByRole('button', { name: 'Voeg organisatie toe' }).click()
  await page.getByRole('link', { name: 'Vul de naam van de organisatie in' }).click()
  expect(page.url()).toMatch(/#name$/)

  await page.getByLabel('Naam', { exact: true }).fill('Geldloket Eemdal')
  await page.getByLabel('Soort organisatie').selectOption({ label: 'Geldloket' })
  await page.getByLabel('Telefoonnummer').fill('033-1234567')
  await page.getByRole('button', { name: 'Voeg organisatie toe' }).click()
  expect(await page.locator('h1').textContent()).toBe('Geldloket Eemdal')

  await page.getByRole('link', { name: 'Voeg plaats toe' }).click()
  await page.getByLabel('Straat').fill('Stadsring')
  await page.getByLabel('Huisnummer').fill('1')
  await page.getByLabel('Postcode').fill('3811lp')
  await page.getByLabel('Plaats', { exact: true }).fill('Amersfoort')
  await page.getByLabel('Openingstijden', { exact: true }).fill('ma-vr 9-16')
  await page.getByRole('button', { name: 'Voeg plaats toe' }).click()

  await page.getByRole('link', { name: 'Voeg aanbod toe' }).click()
  await page.getByLabel('Naam', { exact: true }).fill('Hulp bij schulden')
  await page.locator('summary', { hasText: 'Digitale overheid' }).click()
  await page.getByLabel('Schulden', { exact: true }).check()
  await page.getByLabel('Langskomen').check()
  await page.getByRole('button', { name: 'Voeg aanbod toe' }).click()

  await page.getByRole('link', { name: 'Voeg contactpersoon toe' }).click()
  await page.getByLabel('Naam', { exact: true }).fill('Vaste Vraagbaak')
  await page.getByRole('button', { name: 'Voeg contactpersoon toe' }).click()

  await page.getByRole('link', { name: 'Leg een afspraak vast' }).click()
  await page.getByLabel('Over welk aanbod?').selectOption({ label: 'Hulp bij schulden' })
  await page.getByLabel('Wanneer verwijs je iemand door?').fill('Als de rekeningen blijven liggen')
  await page.getByLabel('Samen bellen').check()
  await page.getByLabel('Vaste contactpersoon').selectOption({ label: 'Vaste Vraagbaak' })
  await page.getByRole('button', { name: 'Leg afspraak vast' }).click()
  expect(await page.locator('main').textContent()).toContain('Geldt nu')
  await context.close()

  const desk = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(desk, 'volunteer')
  const screen = await desk.newPage()
  await screen.goto(`${server.origin}/balie/sociale-kaart`)
  // Near the own desk, without saying so.
  expect(await screen.getByLabel('In de buurt van').inputValue()).toBe('Amersfoort')
  await screen.getByLabel('Wat zoek je?').fill('shculden')
  await screen.getByLabel('Nu open').check()
  await screen.getByRole('button', { name: 'Zoek' }).click()
  expect(await screen.locator('h2').first().textContent()).toBe('1 gevonden bij Amersfoort')
  await screen.getByRole('link', { name: 'Hulp bij schulden' }).click()
  const text = await screen.locator('main').textContent()
  for (const told of [
    'Als de rekeningen blijven liggen',
    'Vaste Vraagbaak',
    'Stadsring 1, 3811 LP Amersfoort',
    'ma-vr 9-16',
  ])
    expect(text).toContain(told)
  await desk.close()
}, 60_000)

test('every page of it: no rule of accessibility broken, nothing wider than a telephone', async () => {
  const { rows } = await server.owner.query<{
    service: string
    partner: string
    location: string
    person: string
    agreement: string
  }>(
    `select s.id as service, s.partner_id as partner, l.id as location, c.id as person, a.id as agreement from directory.services s
     join directory.locations l using (partner_id) join directory.contact_persons c using (partner_id) join directory.agreements a using (partner_id)`,
  )
  const [made] = rows
  if (!made) expect.fail('The first story made nothing')
  const own = `/beheer/sociale-kaart/organisatie/${made.partner}`
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 800 } })
  await server.signIn(context, 'coordinator')
  const page = await context.newPage()
  const wrong: string[] = []
  for (const path of [
    '/balie/sociale-kaart',
    '/balie/sociale-kaart?zoek=formulliren&waar=&onderwerp=debt-help',
    '/balie/sociale-kaart?waar=Xyzzyville',
    `/balie/sociale-kaart/${made.service}`,
    '/beheer/sociale-kaart',
    '/beheer/sociale-kaart/organisatie',
    own,
    `${own}/gegevens`,
    `${own}/aanbod`,
    `${own}/aanbod/${made.service}`,
    `${own}/plaats/${made.location}`,
    `${own}/contact/${made.person}`,
    `${own}/afspraak/${made.agreement}`,
    `/sociale-kaart/${made.service}`,
    `/ar/sociale-kaart/${made.service}`,
  ]) {
    await page.goto(server.origin + path)
    wrong.push(...(await violations(page)).map((what) => `${path}: ${what}`))
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      wrong.push(`${path}: too wide`)
  }
  expect(wrong).toEqual([])
  await context.close()
}, 120_000)
