import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { keepSomeone } from '../support/kept-people.ts'
import { startTestServer } from '../support/test-server.ts'
import type { Person } from '../support/world.ts'

const server = await startTestServer()
const { owner, workerDatabase, world } = server
const browser = await launchBrowser()
afterAll(() => browser.close())

beforeAll(async () => {
  for (const kind of ['referral', 'call-back'] as const)
    await keepSomeone(owner, workerDatabase, world, { kind, now: systemClock.now() })
  await owner.query(
    `insert into people.confidentiality_statements (account_id, library_id, signed_on, seen_by, recorded_at) values ($1, $2, '2026-01-05', $3, now())`,
    [world.accounts.privacyOfficer, world.library, world.accounts.manager],
  )
  await owner.query(
    `insert into platform.mails (id, purpose, subject_id, queued_at, next_attempt_at, subject, body)
     values ($1, 'referrals.sent', $2, now(), now(), 'Doorverwijzing BCDF-GHJK', $3)`,
    [randomUUID(), randomUUID(), `Beste collega,\n\nGeef antwoord: [[/antwoord ${randomUUID()}]]\n`],
  )
})

async function openAs(person: Person, script = false, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    javaScriptEnabled: script,
    viewport: { width, height: 900 },
  })
  await server.signIn(context, person)
  return context.newPage()
}

describe('without script', () => {
  test('a coordinator records that a colleague signed, and is told what was forgotten', async () => {
    const page = await openAs('coordinator')
    await page.goto(`${server.origin}/beheer/geheimhouding`)
    await page.getByRole('link', { name: 'Wijzig Test employee' }).click()
    await page.getByRole('button', { name: 'Verklaring vastleggen' }).click()
    expect(await page.locator('main').textContent()).toContain('Kruis aan dat je de handtekening hebt gezien')
    await page.getByLabel('Ja, ik heb de handtekening zelf gezien').check()
    await page.getByRole('button', { name: 'Verklaring vastleggen' }).click()
    expect(await page.locator('main').textContent()).toContain('Opgeslagen')
    await page.context().close()
  })

  test('a privacy officer finds what is kept of somebody, gives it, sees that in the log, and erases it', async () => {
    const page = await openAs('privacyOfficer')
    await page.goto(`${server.origin}/beheer/privacy`)
    await page.getByRole('link', { name: 'Inzage en wissen' }).click()
    await page.getByLabel('Code, telefoonnummer of e-mailadres').fill('zaynab@verzonnen.test')
    await page.getByRole('button', { name: 'Zoek' }).click()
    expect(await page.locator('h1').textContent()).toBe('2 keer gevonden')
    await page.getByRole('button', { name: 'Toon alles' }).click()
    expect(await page.locator('main').textContent()).toContain('Zaynab Verzonnen')
    await page.getByRole('button', { name: 'Terug' }).click()
    // More people may share a number, so each is chosen.
    for (const item of await page.locator('input[name="item"]').all()) await item.check()
    await page.getByLabel('Ja, wis dit').check()
    await page.getByRole('button', { name: 'Wis', exact: true }).click()
    expect(await page.locator('main').textContent()).toContain('Gewist op 2 plekken')
    await page.getByRole('link', { name: 'Wie las wat' }).click()
    const log = await page.locator('main').textContent()
    expect(log).toContain('Test privacyOfficer (privacy officer)')
    expect(log).toContain('Van 2 bezoekers op verzoek')
    await page.context().close()
  })
})

describe('axe and a narrow screen', () => {
  test.each<[Person, string]>([
    ['coordinator', '/beheer/geheimhouding'],
    ['coordinator', `/beheer/geheimhouding/${world.accounts.volunteer}/${world.library}`],
    ['manager', '/beheer/bewaartermijnen'],
    ['privacyOfficer', '/beheer/privacy'],
    ['privacyOfficer', '/beheer/privacy?van.day=31&van.month=2&van.year=2026'],
    ['privacyOfficer', '/beheer/privacy/inzage'],
    ['privacyOfficer', '/beheer/privacy/register'],
    ['administrator', '/beheer/post'],
  ])('%s at %s', async (person, path) => {
    const page = await openAs(person, true, 320)
    await page.goto(`${server.origin}${path}`)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.context().close()
  })

  test('pages that a button opens, with the focus on what is wrong', async () => {
    await keepSomeone(owner, workerDatabase, world, { kind: 'appointment', now: systemClock.now() })
    const page = await openAs('privacyOfficer', true, 320)
    await page.goto(`${server.origin}/beheer/privacy/inzage`)
    await page.getByRole('button', { name: 'Zoek' }).press('Enter')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('verbeteren')
    await page.getByLabel('Code, telefoonnummer of e-mailadres').fill('zaynab@verzonnen.test')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Toon alles' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Toon alles' }).press('Enter')
    await page.getByRole('heading', { name: 'Overzicht van wat is bewaard' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()

    const post = await openAs('administrator', true, 320)
    await post.goto(`${server.origin}/beheer/post`)
    await post.getByRole('button', { name: /Openen/ }).press('Enter')
    await post.getByRole('heading', { name: 'Mail die wacht' }).waitFor()
    expect(await violations(post)).toEqual([])
    expect(await post.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await post.context().close()
  })
})
