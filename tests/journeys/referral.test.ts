import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseExpired } from '../../src/capabilities/referrals/public.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import type { Mail } from '../../src/platform/mail/mail.ts'
import { sendMails } from '../../src/platform/mail/send-mails.command.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { findMailAddress } from '../../src/work.ts'
import { violations } from '../support/axe.ts'
import { makeBookable } from '../support/bookable-desk.ts'
import { launchBrowser } from '../support/browser.ts'
import { testKeys } from '../support/keys.ts'
import { makeReferralWorld } from '../support/referral-world.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())
const log = createLog('silent')

beforeAll(async () => {
  const { agreement } = await makeReferralWorld(server)
  await server.owner.query(
    `update directory.agreements set way = 'consultation-hour', desk_id = $2, consultation_label = 'Raadslieden' where id = $1`,
    [agreement, server.world.desk],
  )
  await makeBookable(server.owner, server.world, agreement)
})

/** What the mail server gets now. */
async function mails(): Promise<Mail[]> {
  const sent: Mail[] = []
  const parts = { database: server.workerDatabase, clock: systemClock, log, keys: testKeys }
  await sendMails(server.workerDatabase, {
    ...parts,
    server: {
      send: async (mail) => {
        sent.push(mail)
      },
      close: () => {},
    },
    findAddress: findMailAddress(parts),
    origin: server.origin,
  })
  return sent
}

async function sound(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
}

const planted = { name: 'Mevrouw Zonnebloem', contact: 'zonnebloem@voorbeeld.test' }
/** As if the day has come on which people have their appointments. */
const dayOfAppointments = () =>
  server.owner.query(
    `update referrals.referrals set appointment_at = date_trunc('second', now()) - interval '5 minutes' where appointment_at is not null`,
  )
const persons = async (): Promise<number> =>
  (await server.owner.query('select from referrals.persons')).rowCount ?? 0

test('a visitor asks about debts: consent, a place in the consultation hour, an answer from the mail, closed, erased', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(context, 'employee')
  const page = await context.newPage()
  await page.goto(`${server.origin}/balie`)
  await page.goto(`${server.origin}/balie/doorverwijzen?onderwerp=allowances`)
  await sound(page)
  await page.getByRole('link', { name: 'Verwijs warm door' }).first().click()
  await page.getByLabel('spreekuur', { exact: false }).first().check()
  await page.getByLabel('Naam').fill(planted.name)
  await page.getByLabel('Telefoonnummer of e-mailadres').fill(planted.contact)
  await sound(page)
  await page.locator('button[value="next"]').click()
  await sound(page)
  expect(await page.locator('main').textContent()).toContain('Raadslieden Eemdal')
  await page
    .locator('button[name="consent"][value="screen"], input[name="consent"][value="screen"]')
    .first()
    .click()
  const send = page.locator('button[name="action"][value="send"]')
  if (await send.count()) await send.first().click()
  await sound(page)
  const slip = (await page.locator('main').textContent()) ?? ''
  const [code = ''] = slip.match(/[B-Z2-9]{4}-[B-Z2-9]{4}/) ?? []
  expect(code).not.toBe('')

  const toPartner = (await mails()).find(({ address }) => address === 'raad@voorbeeld.test')
  expect(toPartner?.body).toContain('/antwoord/')
  expect(JSON.stringify(toPartner)).not.toMatch(/Zonnebloem/i)
  const link = /https?:\S+\/antwoord\/\S+/.exec(toPartner?.body ?? '')?.[0] ?? ''

  await dayOfAppointments()
  // The partner: no account, no script.
  const outside = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  const answer = await outside.newPage()
  await answer.goto(link)
  expect(await answer.locator('main').textContent()).not.toContain(planted.name)
  for (const name of ['Gekomen', 'Geholpen']) {
    await answer.getByRole('button', { name, exact: true }).click()
    expect(answer.url()).toContain('/antwoord/')
  }
  await outside.close()

  await page.goto(`${server.origin}/balie/doorverwijzingen`)
  await sound(page)
  await page
    .getByRole('link', { name: new RegExp(code) })
    .first()
    .click()
  await sound(page)
  await page.getByLabel('Geholpen', { exact: true }).check()
  await page.getByRole('button', { name: 'Rond af' }).click()
  expect(await persons()).toBeGreaterThan(0)
  await eraseExpired(server.workerDatabase, systemClock.now().add({ hours: 24 * 31 }), log)
  expect(await persons()).toBe(0)
  const { rows } = await server.owner.query(
    `select state, outcome from referrals.referrals where direction = 'out'`,
  )
  expect(rows).toEqual([{ state: 'closed', outcome: 'helped' }])
  await context.close()
})

test('the reverse: a counter of the municipality books somebody at a desk, without script, and hears how it ended', async () => {
  const counter = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  await server.signIn(counter, 'referrer')
  const page = await counter.newPage()
  await page.goto(`${server.origin}/samenwerking/aanmelden`)
  await page.getByLabel('Postcode of woonplaats van de bezoeker').fill('3811')
  await page.getByRole('button', { name: 'Zoek' }).click()
  expect(await page.locator('main').textContent()).toMatch(/\d+ vrije plekken in de komende twee weken/)
  await page.getByRole('link', { name: 'Kies Eemdal Centrum' }).click()
  await page.locator('input[name="when"]').nth(1).check()
  await page.getByLabel('Naam').fill(planted.name)
  await page.getByLabel('Telefoonnummer of e-mailadres').fill(planted.contact)
  await page.getByLabel('De bezoeker vindt dit goed').check()
  await page.getByRole('button', { name: 'Meld aan' }).click()
  const [code = ''] =
    ((await page.locator('main').textContent()) ?? '').match(/[B-Z2-9]{4}-[B-Z2-9]{4}/) ?? []
  // The visitor hears when to come, at the address that he gave.
  expect((await mails()).map(({ address }) => address)).toContain(planted.contact)

  await dayOfAppointments()
  const desk = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(desk, 'volunteer')
  const incoming = await desk.newPage()
  await incoming.goto(`${server.origin}/balie/aanmeldingen`)
  await sound(incoming)
  expect(await incoming.locator('main').textContent()).toContain(code)
  await incoming.getByRole('button', { name: 'Gekomen', exact: true }).click()
  await incoming.getByRole('button', { name: 'Geholpen', exact: true }).click()
  expect(await incoming.locator('main').textContent()).toContain('geholpen')
  await desk.close()

  const told = (await mails()).filter(({ address }) => address === 'referrer@voorbeeld.test')
  expect(told.map(({ subject }) => subject)).toContain(`Antwoord op aanmelding ${code}`)
  expect(JSON.stringify(told)).not.toMatch(/Zonnebloem/i)
  await page.goto(`${server.origin}/samenwerking/aangemeld`)
  expect(await page.locator('main').textContent()).toContain('geholpen')
  await eraseExpired(server.workerDatabase, systemClock.now().add({ hours: 24 * 31 }), log)
  expect(await persons()).toBe(0)
  await counter.close()
})
