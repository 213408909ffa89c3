import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk } from '../../../platform/auth/scope.ts'
import { publicLanguages, publicVoice } from '../../../platform/i18n/public-language.ts'
import { senderConsentVersion } from '../sender.ts'
import { settleAppointment } from '../settle-appointment/settle-appointment.command.ts'

const { as, anonymous, owner, world, clock, database } = await testApp()
const offer = randomUUID()
const deskPart = `eemdal-centrum-${world.desk.slice(-8)}`

beforeAll(async () => {
  const week = randomUUID()
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, created_at) values ($1, $2, 'ordinary', '2026-01-01', now())`,
    [week, world.desk],
  )
  // Wednesdays from 10 to 11.
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at)
     values ($1, $2, $3, 3, 600, 660, 'desk', 'walk-in', now())`,
    [randomUUID(), world.desk, week],
  )
  await owner.query(
    `insert into referrals.offers (id, library_id, desk_id, name, hours_kind, minutes, places, notice_minutes, horizon_days, created_at)
     values ($1, $2, $3, 'Hulp', 'desk', 30, 1, 60, 9, now())`,
    [offer, world.library, world.desk],
  )
})

const keyIn = (html: string): string => /name="key" value="([\w-]{22})"/.exec(html)?.[1] ?? ''
const timesIn = (html: string): string[] =>
  [...html.matchAll(/value="([\da-f-]{36}_[^"]+)"/g)].map(([, value = '']) => value)
const codesIn = (html: string): string[] => html.match(/[B-Z2-9]{4}-[B-Z2-9]{4}/g) ?? []
const person = { name: 'Mevrouw Zonnebloem', contact: '06 12345678', language: 'tr' }

test('a counter books somebody at a desk with what he likes to tell, and hears how it ended', async () => {
  const counter = await as('referrer')
  const address = `/samenwerking/aanmelden/${deskPart}`
  const form = await (await counter.get(address)).text()
  expect(form).toContain('Vrije plekken in de komende twee weken: 4.')
  const [time = ''] = timesIn(form)
  const fields = { key: keyIn(form), when: time, topic: 'digid', ...person }

  // Nothing goes without consent, and nothing that was typed is lost.
  const without = await counter.post(address, fields)
  expect(without.status).toBe(422)
  const again = await without.text()
  expect(again).toContain('href="#consent"')
  expect(again).toContain('value="Mevrouw Zonnebloem"')
  expect(again).toContain(`value="${time}" checked`)

  const sent = await counter.post(address, { ...fields, consent: 'ja' })
  expect(sent.status).toBe(200)
  const [code = '', visitorCode] = codesIn(await sent.text())
  expect(visitorCode).not.toBe(code)
  const { rows } = await owner.query(`select * from referrals.referrals where code = $1`, [code])
  expect(rows[0]).toMatchObject({
    direction: 'in',
    warmth: 'warm',
    sender_kind: 'municipality',
    sender_name: 'Gemeente Amersfoort',
    state: 'sent',
    topic_code: 'digid',
    desk_id: world.desk,
  })
  // Who comes stands with the appointment, sealed; the referral knows nobody.
  const kept = await owner.query(
    'select about_kind, name::text, contact::text, language from referrals.persons',
  )
  expect(kept.rows).toMatchObject([{ about_kind: 'appointment', language: 'tr' }])
  expect(JSON.stringify(kept.rows)).not.toMatch(/Zonnebloem|12345678/)
  const consents = await owner.query('select passed, passed_to, text_version from referrals.consents')
  expect(consents.rows).toEqual([
    { passed: ['name', 'phone'], passed_to: 'Eemdal Centrum', text_version: 'aanmelding-2026-11-2' },
  ])

  // Pressed twice: one referral, one appointment, the same codes.
  const twice = await counter.post(address, { ...fields, consent: 'ja' })
  expect(codesIn(await twice.text())).toEqual([code, visitorCode])
  expect((await owner.query('select from referrals.appointments')).rowCount).toBe(1)
  expect((await owner.query('select from referrals.transitions')).rowCount).toBe(1)

  // The day itself: before it nobody can say how it went.
  clock.moveTo('2026-11-25T09:30:00Z')
  const desk = await as('volunteer')
  const list = await (await desk.get('/balie/aanmeldingen')).text()
  expect(list).toContain(code)
  expect(list).toContain('Gemeente Amersfoort (gemeente)')
  expect(list).not.toContain('Zonnebloem')
  const id = rows[0].id
  const answered = await desk.post(`/balie/aanmeldingen/${id}`, { answer: 'come' })
  expect(answered.headers.get('location')).toBe(`/balie/aanmeldingen?bericht=${code}#${id}`)

  const follows = await (await (await as('referrer')).get('/samenwerking/aangemeld')).text()
  expect(follows).toContain('gekomen')
  const mails = await owner.query('select account_id, subject, body from platform.mails where purpose = $1', [
    'referrals.sender-told',
  ])
  expect(mails.rows).toMatchObject([
    { account_id: world.accounts.referrer, subject: `Antwoord op aanmelding ${code}` },
  ])
  expect(mails.rows[0].body).toContain('gekomen')
  clock.moveTo('2026-11-24T09:00:00Z')
})

test('who is marked as come on today’s screen is so for who sent him', async () => {
  const { rows } = await owner.query(
    `select r.id, a.id as appointment from referrals.referrals r join referrals.appointments a on a.referral_id = r.id`,
  )
  const [{ id, appointment }] = rows
  await owner.query(`update referrals.referrals set state = 'sent' where id = $1`, [id])
  // The day itself.
  clock.moveTo('2026-11-25T09:30:00Z')
  const desk = await as('volunteer')
  const today = await (await desk.get('/balie/vandaag')).text()
  expect(today).toContain(appointment)
  const scope = proveDesk(world.accounts.volunteer, world.library, world.desk)
  await database.write(scope, (tx) =>
    settleAppointment(tx, scope, { id: appointment, state: 'not-came' }, clock.now()),
  )
  const after = await owner.query('select state from referrals.referrals where id = $1', [id])
  expect(after.rows).toEqual([{ state: 'not-came' }])
  clock.moveTo('2026-11-24T09:00:00Z')
})

test('who was just too late is offered other times, and nothing of it stays', async () => {
  const counter = await as('referrer')
  const address = `/samenwerking/aanmelden/${deskPart}`
  const form = await (await counter.get(address)).text()
  const [time = ''] = timesIn(form)
  const other = await (await counter.get(address)).text()
  const fields = { when: time, topic: '', name: '', contact: '', language: 'nl' }
  expect((await counter.post(address, { ...fields, key: keyIn(form) })).status).toBe(200)
  const before = (await owner.query('select from referrals.referrals')).rowCount
  const late = await counter.post(address, { ...fields, key: keyIn(other) })
  expect(late.status).toBe(422)
  const html = await late.text()
  expect(html).toContain('Iemand anders was net eerder')
  expect(timesIn(html)).not.toContain(time)
  expect((await owner.query('select from referrals.referrals')).rowCount).toBe(before)
})

test('without an account: who sends says from where, and the code tells how far it is and takes it back', async () => {
  const helpLine = anonymous()
  const address = `/doorverwijzen/aanmelden/${deskPart}`
  const form = await (await helpLine.get(address)).text()
  const fields = { key: keyIn(form), topic: '', name: '', contact: '', language: 'nl' }
  const wrong = await helpLine.post(address, { ...fields, when: 'morgen', organisation: 'bel 06 12345678' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['kind', 'organisation', 'when']) expect(page).toContain(`href="#${id}"`)

  const [time = ''] = timesIn(form)
  const sent = await helpLine.post(address, {
    ...fields,
    when: time,
    kind: 'help-line',
    organisation: 'DigiHulplijn',
  })
  const [reference = '', code = ''] = codesIn(await sent.text())
  // The number that the desk and the visitor use opens nothing.
  const byNumber = await helpLine.post('/doorverwijzen/aanmelding', { code: reference })
  expect(byNumber.status).toBe(422)
  const state = await helpLine.post('/doorverwijzen/aanmelding', {
    code: code.toLowerCase().replace('-', ' '),
  })
  expect(await state.text()).toContain('aangemeld')
  const withdrawn = await helpLine.post('/doorverwijzen/aanmelding', { code, act: 'withdraw' })
  expect(await withdrawn.text()).toContain('ingetrokken')
  const { rows } = await owner.query(
    `select a.state from referrals.appointments a join referrals.referrals r on r.id = a.referral_id where r.code = $1`,
    [reference],
  )
  expect(rows).toEqual([{ state: 'cancelled' }])
  // A code that never was, and one that ran out, look alike.
  await owner.query(`update platform.links set expires_at = '2026-01-01' where purpose = 'referrals.sender'`)
  const over = await (await helpLine.post('/doorverwijzen/aanmelding', { code })).text()
  const never = await (await helpLine.post('/doorverwijzen/aanmelding', { code: 'BBBB-BBBB' })).text()
  const bare = (html: string): string =>
    html
      .replaceAll(/nonce="[^"]+"/g, '')
      .replaceAll(code, '')
      .replaceAll('BBBB-BBBB', '')
  expect(bare(over)).toBe(bare(never))
})

test('who walks in leaves nothing behind, whatever was typed', async () => {
  const counter = await as('referrer')
  const address = `/samenwerking/aanmelden/${deskPart}`
  const form = await (await counter.get(address)).text()
  await owner.query('delete from referrals.persons')
  const sent = await counter.post(address, { key: keyIn(form), when: 'inloop', topic: '', ...person })
  expect(sent.status).toBe(200)
  expect((await owner.query('select from referrals.persons')).rowCount).toBe(0)
})

test('who is taken back is erased at once, with the consent', async () => {
  const counter = await as('referrer')
  const address = `/samenwerking/aanmelden/${deskPart}`
  const form = await (await counter.get(address)).text()
  await owner.query(`update referrals.appointments set state = 'cancelled'`)
  const [time = ''] = timesIn(await (await counter.get(address)).text())
  const sent = await counter.post(address, {
    key: keyIn(form),
    when: time,
    topic: '',
    ...person,
    consent: 'ja',
  })
  expect(sent.status).toBe(200)
  expect((await owner.query('select from referrals.persons')).rowCount).toBe(1)
  const { rows } = await owner.query(
    `select r.id from referrals.referrals r join referrals.appointments a on a.referral_id = r.id where a.state = 'booked'`,
  )
  await counter.post(`/samenwerking/aangemeld/${rows[0].id}/intrekken`, {})
  for (const table of ['persons', 'consents'])
    expect(
      (
        await owner.query(
          `select from referrals.${table} where about_kind = 'appointment' and about_id in
      (select id from referrals.appointments where referral_id = $1)`,
          [rows[0].id],
        )
      ).rowCount,
      table,
    ).toBe(0)
  expect((await owner.query(`select cause from referrals.erasures`)).rows).toContainEqual({
    cause: 'withdrawn',
  })
})

test('a time in another millennium, and an offer that has no form of one, cost nothing', async () => {
  const stranger = anonymous()
  const address = `/doorverwijzen/aanmelden/${deskPart}`
  const form = await (await stranger.get(address)).text()
  const fields = {
    key: keyIn(form),
    topic: '',
    kind: 'partner',
    organisation: 'Buurthuis',
    name: '',
    contact: '',
    language: 'nl',
  }
  for (const when of [
    `${offer}_3500-01-01T10:00:00Z`,
    `${offer}_9999-12-31T10:00:00Z`,
    `${'-'.repeat(36)}_2026-11-25T10:00:00Z`,
  ])
    expect((await stranger.post(address, { ...fields, when })).status).toBe(422)
})

test('only the desk that somebody was sent to answers, and a word of why is asked only for elsewhere', async () => {
  const { rows } = await owner.query(
    `select id, code from referrals.referrals where way = 'walk-in' and direction = 'in' limit 1`,
  )
  const [{ id }] = rows
  expect(
    (await (await as('otherEmployee')).post(`/balie/aanmeldingen/${id}`, { answer: 'come' })).status,
  ).toBe(404)
  const desk = await as('employee')
  const bare = await desk.post(`/balie/aanmeldingen/${id}`, { answer: 'decline', better: 'Taalhuis' })
  expect(bare.status).toBe(422)
  const html = await bare.text()
  expect(html).toContain(`href="#reason-${id}"`)
  expect(html).toContain('value="Taalhuis"')
  await desk.post(`/balie/aanmeldingen/${id}`, {
    answer: 'decline',
    reason: 'Gaat over taal',
    better: 'Taalhuis',
  })
  const follows = await (await (await as('referrer')).get('/samenwerking/aangemeld')).text()
  expect(follows).toContain('Gaat over taal')
  expect(follows).toContain('Taalhuis')
})

test('another text that is read to the visitor has another version', () => {
  // The text changed? Give it a new version in sender.ts, and write down here what belongs to it.
  const text = publicLanguages.map((language) => publicVoice(language).t('visit.consent.sender')).join('\n')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  expect({ [senderConsentVersion]: hash }).toEqual({ 'aanmelding-2026-11-2': '1fc6e9451e358021' })
})
