import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  hidden,
  makeReferralWorld,
  type ReferralWorld,
  referVisitor,
} from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { eraseExpired } from '../erase-expired/erase-expired.command.ts'

const app = await testApp({ sendsMail: true })
const { as, owner, world, clock, workerDatabase } = app
let made: ReferralWorld
beforeAll(async () => {
  made = await makeReferralWorld(app)
})

const address = () => `/balie/doorverwijzen/${made.service}`

describe('proposals', () => {
  test('are told by topic, with the agreement, the room and both ways to refer', async () => {
    const page = await (
      await (await as('volunteer')).get(`/balie/doorverwijzen?onderwerp=${made.topic}&waar=3811`)
    ).text()
    expect(page).toContain('Spreekuur geldzaken')
    expect(page).toContain('Bij schulden')
    expect(page).toContain('Of er plek is, weten wij niet')
    expect(page).toContain(`${address()}?informatiepunt=${world.desk}&amp;onderwerp=${made.topic}`)
    expect(page).toContain('Geef een folder')
  })

  test('say what to do about a place that we do not know', async () => {
    const response = await (await as('volunteer')).get(
      `/balie/doorverwijzen?onderwerp=${made.topic}&waar=Nergenshuizen99`,
    )
    expect(response.status).toBe(422)
  })
})

describe('a leaflet', () => {
  test('is counted once however often the button is pressed, about nobody, and shows what one needs', async () => {
    const browser = await as('volunteer')
    const page = await (await browser.get(`/balie/doorverwijzen?onderwerp=${made.topic}`)).text()
    const fields = { key: hidden(page, 'key'), desk: world.desk, topic: made.topic }
    for (const _ of [1, 2]) {
      const leaflet = await (await browser.post(`${address()}/folder`, fields)).text()
      for (const shown of ['Langestraat 1', 'Bankafschrift', 'dinsdag: 09.00 tot 12.00 uur', '033'])
        expect(leaflet).toContain(shown)
    }
    const arabic = await (
      await browser.post(`${address()}/folder/mailen`, { ...fields, language: 'ar', action: 'show' })
    ).text()
    expect(arabic).toContain('dir="rtl"')
    const { rows } = await owner.query(
      `select state, warmth, closed_at is not null as closed from referrals.referrals where state = 'given'`,
    )
    expect(rows).toEqual([{ state: 'given', warmth: 'plain', closed: true }])
  })

  test('goes by mail to an address that nobody can read, and that is kept until the mail has gone', async () => {
    const browser = await as('volunteer')
    const page = await (await browser.get(`/balie/doorverwijzen?onderwerp=${made.topic}`)).text()
    const fields = {
      key: hidden(page, 'key'),
      desk: world.desk,
      topic: made.topic,
      action: 'mail',
      language: 'nl',
    }
    const wrong = await browser.post(`${address()}/folder/mailen`, { ...fields, email: 'geen adres' })
    expect(wrong.status).toBe(422)
    const sent = await browser.post(`${address()}/folder/mailen`, {
      ...fields,
      email: 'planted@voorbeeld.test',
    })
    expect(await sent.text()).toContain('De folder gaat zo per mail weg')
    const { rows } = await owner.query<{ all: string; erase_on: string }>(
      `select (select string_agg(mails::text, '') from platform.mails) as all, erase_on from referrals.persons`,
    )
    expect(rows[0]?.all).not.toContain('planted')
    expect(rows[0]?.erase_on).toBe('2026-11-27')
    const kept = async () => {
      await eraseExpired(workerDatabase, clock.now(), createLog('silent'))
      return (await owner.query('select from referrals.persons')).rowCount
    }
    // The mail server is away past midnight: what the desk was told stays true.
    clock.moveTo('2026-11-25T09:00:00Z')
    expect(await kept()).toBe(1)
    await owner.query('update platform.mails set sent_at = $1, subject = null, body = null', [
      clock.now().toString(),
    ])
    expect(await kept()).toBe(0)
    const again = await (await as('volunteer')).post(`${address()}/folder/mailen`, {
      ...fields,
      email: 'planted@voorbeeld.test',
    })
    expect(await again.text()).toContain('al een keer gemaild')
    clock.moveTo('2026-11-24T09:00:00Z')
  })
})

test('a leaflet goes by mail once, however often the button is pressed at once', async () => {
  const browser = await as('volunteer')
  const page = await (await browser.get(`/balie/doorverwijzen?onderwerp=${made.topic}`)).text()
  const fields = {
    key: hidden(page, 'key'),
    desk: world.desk,
    topic: made.topic,
    action: 'mail',
    language: 'nl',
    email: 'tweemaal@voorbeeld.test',
  }
  const before = (await owner.query('select from platform.mails')).rowCount ?? 0
  // Both have to come as far as keeping the address.
  await owner.query('begin; lock table referrals.persons in share mode')
  const presses = [1, 2].map(() => browser.post(`${address()}/folder/mailen`, fields))
  await setTimeout(400)
  await owner.query('commit')
  const pages = await Promise.all(presses)
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
  expect((await owner.query('select from platform.mails')).rowCount).toBe(before + 1)
})

describe('a warm referral', () => {
  test.each(['mail', 'appointment'])('by %s needs a way to reach the visitor', async (way) => {
    const browser = await as('volunteer')
    const form = await (
      await browser.get(`${address()}?informatiepunt=${world.desk}&onderwerp=${made.topic}`)
    ).text()
    const fields = {
      key: hidden(form, 'key'),
      desk: world.desk,
      topic: made.topic,
      place: '',
      language: 'nl',
    }
    const refused = await browser.post(address(), {
      ...fields,
      way,
      name: 'Nora',
      contact: '',
      action: 'next',
    })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('href="#contact"')
    expect(page).toContain('De partner neemt zelf contact op')
    const asked = await browser.post(address(), {
      ...fields,
      way: 'phone',
      name: '',
      contact: '',
      action: 'next',
    })
    expect(asked.status).toBe(200)
  })

  test('asks consent in the language of the visitor, and keeps nothing before', async () => {
    const browser = await as('volunteer')
    const form = await (
      await browser.get(`${address()}?informatiepunt=${world.desk}&onderwerp=${made.topic}`)
    ).text()
    const fields = {
      key: hidden(form, 'key'),
      desk: world.desk,
      topic: made.topic,
      way: 'phone',
      name: 'Fatima',
      contact: '',
    }
    const turkish = await (
      await browser.post(address(), { ...fields, language: 'tr', action: 'next' })
    ).text()
    expect(turkish).toContain('Bunu iletebilir miyiz?')
    expect(turkish).toContain('22 Şubat 2027')
    expect(turkish).toContain('Devlet ödenekleri (toeslagen)')
    const paper = await (await browser.post(address(), { ...fields, language: 'pl', action: 'paper' })).text()
    expect(paper).toContain('Imię i nazwisko lub podpis')
    expect(paper).toContain('<span lang="pl" dir="ltr">Przygotowano: ')
    const refused = await browser.post(address(), { ...fields, language: 'tr', action: 'send' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#consent"')
    expect((await owner.query(`select from referrals.referrals where warmth = 'warm'`)).rowCount).toBe(0)
  })

  test.each([
    ['111222333', '', '#name'],
    ['geboren 1-2-1950', '', '#name'],
    ['Jan', '111222333', '#contact'],
    ['Jan', 'morgen bellen', '#contact'],
  ])('refuses %o with %o, whatever the visitor agreed to', async (name, contact, link) => {
    const browser = await as('volunteer')
    const form = await (await browser.get(`${address()}?informatiepunt=${world.desk}`)).text()
    const response = await browser.post(address(), {
      key: hidden(form, 'key'),
      desk: world.desk,
      topic: made.topic,
      way: 'phone',
      name,
      contact,
      language: 'nl',
      consent: 'screen',
      action: 'send',
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="${link}"`)
  })

  test('keeps consent, sealed data, one referral for two presses, and a mail without a word about who', async () => {
    const browser = await as('volunteer')
    const form = await (
      await browser.get(`${address()}?informatiepunt=${world.desk}&onderwerp=${made.topic}`)
    ).text()
    const fields = {
      key: hidden(form, 'key'),
      desk: world.desk,
      topic: made.topic,
      way: 'phone',
      name: 'Plantnaam',
      contact: '06 18 76 54 32',
      language: 'uk',
      consent: 'paper',
      action: 'send',
    }
    const slips = [await browser.post(address(), fields), await browser.post(address(), fields)]
    const codes = await Promise.all(
      slips.map(async (slip) =>
        (await slip.text()).match(/[B-DF-HJ-NP-TV-XZ2-9]{4}-[B-DF-HJ-NP-TV-XZ2-9]{4}(?=<)/g),
      ),
    )
    expect(codes[0]).toEqual(codes[1])
    const { rows } = await owner.query(
      `select referral.state, referral.way, referral.remind_on, referral.answer_days, consent.language, consent.given_on, consent.passed_to,
         consent.passed, consent.valid_until, consent.text_version
       from referrals.referrals referral join referrals.consents consent on consent.about_id = referral.id`,
    )
    expect(rows).toEqual([
      {
        state: 'sent',
        way: 'phone',
        remind_on: '2026-11-27',
        answer_days: 3,
        language: 'uk',
        given_on: 'paper',
        passed_to: 'Raadslieden Eemdal',
        passed: ['name', 'phone'],
        valid_until: '2027-02-22',
        text_version: '2026-11-1',
      },
    ])
    const everything = await owner.query<{ text: string }>(
      `select (select string_agg(r::text, '') from referrals.persons r) || (select string_agg(r::text, '') from referrals.referrals r)
         || (select string_agg(r::text, '') from platform.mails r) || (select string_agg(r::text, '') from platform.audit_lines r) as text`,
    )
    expect(everything.rows[0]?.text).not.toMatch(/Plantnaam|18 ?76/)
    const mail = await owner.query<{ subject: string; body: string }>(
      `select subject, body from platform.mails where purpose = 'referrals.sent'`,
    )
    expect(mail.rows).toHaveLength(1)
    expect(mail.rows[0]?.body).toMatch(/\[\[\/antwoord [\da-f-]{36}\]\]/)
  })

  test('is one referral for two presses at once, and each of both pages shows the codes', async () => {
    const browser = await as('volunteer')
    const form = await (
      await browser.get(`${address()}?informatiepunt=${world.desk}&onderwerp=${made.topic}`)
    ).text()
    const fields = {
      key: hidden(form, 'key'),
      desk: world.desk,
      topic: made.topic,
      way: 'phone',
      name: 'Mevrouw Testvrouw',
      contact: '',
      language: 'nl',
      consent: 'screen',
      action: 'send',
    }
    const slips = await Promise.all([1, 2, 3].map(() => browser.post(address(), fields)))
    const codes = await Promise.all(
      slips.map(async (slip) =>
        (await slip.text()).match(/[B-DF-HJ-NP-TV-XZ2-9]{4}-[B-DF-HJ-NP-TV-XZ2-9]{4}(?=<)/g),
      ),
    )
    expect(slips.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(codes[0]).toHaveLength(2)
    expect([codes[1], codes[2]]).toEqual([codes[0], codes[0]])
  })

  test('may pass nothing on: then nothing is asked and nothing kept', async () => {
    const before = (await owner.query('select from referrals.persons')).rowCount
    const { code, html } = await referVisitor(await as('employee'), made, world.secondDesk, {
      name: '',
      contact: '',
      consent: '',
      way: 'walk-in',
    })
    expect(code).toMatch(/-/)
    expect(html).toContain('U kunt er zonder afspraak naartoe')
    expect((await owner.query('select from referrals.persons')).rowCount).toBe(before)
  })

  test('is not for who works at no desk, nor for a desk of others', async () => {
    const other = await as('otherEmployee')
    const response = await other.post(address(), { key: 'x', desk: world.desk, action: 'send' })
    expect(response.status).toBe(415)
  })
})
