import { Writable } from 'node:stream'
import pino from 'pino'
import { expect, test } from 'vitest'
import { findReferralAddress } from '../../src/capabilities/referrals/public.ts'
import { sendMails } from '../../src/platform/mail/send-mails.command.ts'
import { giveHours, giveOffer, hiddenIn, pathOfDesk } from '../support/booking-world.ts'
import { testKeys } from '../support/keys.ts'
import { makeReferralWorld, referVisitor } from '../support/referral-world.ts'
import { testApp } from '../support/test-app.ts'

let told = ''
const log = pino(
  { level: 'debug' },
  new Writable({
    write: (chunk, _encoding, done) => {
      told += chunk
      done()
    },
  }),
)
const app = await testApp({ sendsMail: true, log })
const { as, anonymous, clock, owner, workerDatabase, world } = app

/** What visitors give here, and nowhere else; also as it may be written by a program. */
const planted = [
  'Plantnaam',
  'Bloesemnaam',
  'Tulpennaam',
  'plantadres',
  'tulpenadres',
  '0618765432',
  '18 76 54 32',
  '0612987654',
  '12 98 76 54',
]
const forms = planted.flatMap((text) => [
  text,
  Buffer.from(text).toString('hex'),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
])
const found = (where: string): string[] =>
  forms.filter((form) => where.toLowerCase().includes(form.toLowerCase()))

/** Every row of every table as a dump has it: the same text that pg_dump writes. */
async function dump(): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       and c.relname not in ('municipality_borders', 'postcode_areas')`,
  )
  let all = ''
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    all += rows.map(({ row }) => `${name} ${row}\n`).join('')
  }
  return all
}

test('nothing of who a visitor is stands in a dump, in mail that waits, or in the log', async () => {
  const made = await makeReferralWorld(app)
  await giveHours(owner, world.desk, [
    { weekday: 2, opens: 600, closes: 1020 },
    { weekday: 2, opens: 600, closes: 1020, kind: 'telephone' },
  ])
  const offer = await giveOffer(app, world.desk)
  await owner.query('insert into desks.online_requests values ($1, true, true)', [world.desk])
  const path = await pathOfDesk(owner, world.desk)
  const visitor = anonymous()

  // A warm referral at the desk, with a name and a number; opened by the desk.
  const volunteer = await as('volunteer')
  const referral = await referVisitor(volunteer, made, world.desk, {
    name: 'Plantnaam',
    contact: '06 18 76 54 32',
  })
  expect(referral.id).not.toBe('')
  const withMail = await referVisitor(volunteer, made, world.desk, {
    name: 'Plantnaam',
    contact: 'plantadres@voorbeeld.test',
  })
  expect(withMail.id).not.toBe('')

  // An appointment that a visitor makes alone, with an e-mail address.
  const form = await (await visitor.get(`${path}/afspraak/maken?tijd=${offer}_2026-11-24T10:00:00Z`)).text()
  const booked = await visitor.post(`${path}/afspraak/maken`, {
    key: hiddenIn(form, 'key'),
    time: hiddenIn(form, 'time'),
    name: 'Tulpennaam',
    contact: 'tulpenadres@voorbeeld.test',
  })
  expect(booked.status).toBe(200)

  // A call-back with a number.
  const callForm = await (await visitor.get(`${path}/bel-mij-terug`)).text()
  const called = await visitor.post(`${path}/bel-mij-terug`, {
    key: hiddenIn(callForm, 'key'),
    name: 'Bloesemnaam',
    contact: '06-12987654',
    suits: 'any',
  })
  expect(called.status).toBe(200)

  // A mistake: what was typed comes back on the page, and nowhere else.
  await visitor.post(`${path}/bel-mij-terug`, { key: 'x', name: 'Plantnaam', contact: 'plantadres' })

  const kept = await owner.query('select count(*)::int as people from referrals.persons')
  expect(kept.rows).toEqual([{ people: 4 }])
  const waiting = await owner.query('select count(*)::int as mails from platform.mails')
  expect(waiting.rows[0].mails).toBeGreaterThan(2)
  const all = await dump()
  // That the search finds what is there: the desk and the partner are no secret.
  expect(all).toContain('Raadslieden Eemdal')
  expect(all).toContain('referrals.persons')
  expect(found(all)).toEqual([])

  // The mail goes to the address that was given, and still nothing is left of it.
  const to: string[] = []
  const parts = { database: workerDatabase, clock, log, keys: testKeys }
  await sendMails(workerDatabase, {
    ...parts,
    server: {
      send: async ({ address }) => {
        to.push(address)
        if (address.startsWith('tulpen')) throw new Error(`550 <${address}> kent niemand`)
      },
      close: () => {},
    },
    origin: 'https://balie.test',
    findAddress: findReferralAddress(parts),
  })
  expect(to).toContain('tulpenadres@voorbeeld.test')
  await app.runJobs()
  expect(found(await dump())).toEqual([])
  expect(told.length).toBeGreaterThan(1000)
  expect(found(told)).toEqual([])
})
