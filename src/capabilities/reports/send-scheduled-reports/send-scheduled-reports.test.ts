import { beforeEach, describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { pdfFonts } from '../../../../tests/support/pdf-fonts.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'
import { createLog } from '../../../platform/logging/log.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { sendMails } from '../../../platform/mail/send-mails.command.ts'
import { createPdfMaker } from '../../../platform/pdf/pdf-maker.ts'
import { findReportAddress, queueDueReports } from '../scheduled-reports.ts'

const app = await testApp({ sendsMail: true })
const { as, owner, world, clock, workerDatabase, runJobs } = app
await addHistory(owner, world)
await runJobs()
const log = createLog('silent')
const pdf = createPdfMaker(await pdfFonts())
const library = `bibliotheek:${world.library}`
const got: Mail[] = []
const server = {
  send: async (mail: Mail) => {
    got.push(mail)
  },
  close: () => {},
}

beforeEach(async () => {
  got.length = 0
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query('delete from reports.report_schedules')
  await owner.query('delete from platform.mails')
  await owner.query('update people.role_assignments set valid_until = null')
  await owner.query('update people.accounts set active = true')
  await owner.query(
    `delete from people.role_assignments where role = 'national-analyst' and account_id = $1`,
    [world.accounts.official],
  )
  await owner.query('update desks.desks set active = true')
})

const queue = () => queueDueReports({ database: workerDatabase, clock, log, pdf })
const send = () =>
  sendMails(workerDatabase, {
    server,
    clock,
    log,
    findAddress: findReportAddress(workerDatabase, clock),
    origin: 'https://balie.test',
    keys: testKeys,
  })

async function ask(person: Person, gebied: string, soort = 'month'): Promise<void> {
  const response = await (await as(person)).post('/sturing/rapporten/per-mail', { gebied, soort })
  expect(response.headers.get('location')).toBe('/sturing/rapporten?bericht=gevraagd#per-mail')
}

const schedules = async () =>
  (
    await owner.query<{ id: string; why: string | null; last: string | null }>(
      'select id, ended_why as why, last_period as last from reports.report_schedules order by created_at',
    )
  ).rows

/** The first working day of December 2026, at eight. */
const dueMorning = '2026-12-01T07:00:00Z'

describe('a report by mail', () => {
  test('comes on the first working day after its month, once, with its numbers, a link and the PDF', async () => {
    await ask('manager', library)
    expect(await queue()).toBe(0)
    // Not yet: the month still runs, and then it is night.
    clock.moveTo('2026-11-30T09:00:00Z')
    expect(await queue()).toBe(0)
    clock.moveTo('2026-12-01T03:00:00Z')
    expect(await queue()).toBe(0)
    clock.moveTo(dueMorning)
    expect(await queue()).toBe(1)
    expect(await queue()).toBe(0)
    expect(await send()).toBe(1)
    expect(await send()).toBe(0)
    const [mail] = got
    expect(mail?.address).toBe('manager@voorbeeld.test')
    expect(mail?.subject).toBe('Maandrapport Bibliotheek Eemdal, november 2026')
    expect(mail?.body).toMatch(/In deze periode zijn \d+ hulpcontacten geregistreerd, met \d+ hulpvragen\./)
    expect(mail?.body).toMatch(/^Hulpcontacten: \d+\. /m)
    expect(mail?.body).toContain(
      `http://balie.test/sturing/rapporten?gebied=bibliotheek%3A${world.library}&periode=2026-11`,
    )
    expect(mail?.body).toContain('http://balie.test/sturing/rapporten#per-mail')
    expect(mail?.attachment?.name).toBe('maandrapport-bibliotheek-eemdal-november-2026.pdf')
    const read = await readPdf(new Uint8Array(mail?.attachment?.content ?? []))
    expect(read).toMatchObject({ title: mail?.subject, pdfUa: '1', language: 'nl' })
    // The next month again.
    clock.moveTo('2027-01-04T08:00:00Z')
    expect(await queue()).toBe(1)
  })

  test('is queued once by two workers at the same time', async () => {
    await ask('manager', library)
    clock.moveTo(dueMorning)
    const counts = await Promise.all([queue(), queue(), queue()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await send()).toBe(1)
  })

  test('asked twice comes once, and stops when its person says so', async () => {
    await ask('manager', library)
    await ask('manager', library)
    expect(await schedules()).toHaveLength(1)
    const [schedule] = await schedules()
    const manager = await as('manager')
    expect(await (await manager.get('/sturing/rapporten')).text()).toContain('Elke maand: Bibliotheek Eemdal')
    // Of somebody else nothing happens.
    await (await as('official')).post(`/sturing/rapporten/per-mail/${schedule?.id}/stoppen`, {})
    expect((await schedules())[0]?.why).toBeNull()
    clock.moveTo(dueMorning)
    expect(await queue()).toBe(1)
    // Stopped while it waited to be sent.
    const stopped = await (await as('manager')).post(
      `/sturing/rapporten/per-mail/${schedule?.id}/stoppen`,
      {},
    )
    expect(stopped.headers.get('location')).toBe('/sturing/rapporten?bericht=gestopt#per-mail')
    expect(await send()).toBe(0)
    expect(got).toEqual([])
    expect((await schedules())[0]?.why).toBe('stopped')
  })

  test('is nobody’s who may not see the area', async () => {
    for (const [person, gebied] of [
      ['official', library],
      ['otherManager', library],
      ['coordinator', library],
      ['volunteer', `informatiepunt:${world.desk}`],
    ] as const)
      expect(
        (await (await as(person)).post('/sturing/rapporten/per-mail', { gebied, soort: 'month' })).status,
        person,
      ).toBe(403)
    expect(await schedules()).toEqual([])
  })
})

test('a report that cannot be made is tried again after a minute, then later each time, and holds up no other', async () => {
  await ask('manager', library)
  await ask('coordinator', `informatiepunt:${world.desk}`)
  clock.moveTo(dueMorning)
  let tried = 0
  const queueWith = (make: typeof pdf.make) =>
    queueDueReports({ database: workerDatabase, clock, log, pdf: { ...pdf, make } })
  const failing: typeof pdf.make = async (template, data) => {
    if (!JSON.stringify(data).includes('Maandrapport Bibliotheek')) return pdf.make(template, data)
    tried += 1
    throw new Error('No PDF was made')
  }
  expect(await queueWith(failing)).toBe(1)
  expect(tried).toBe(1)
  const minutes = [0.5, 1, 1.5, 3, 4, 6, 7]
  const counts = []
  for (const minute of minutes) {
    clock.moveTo(`2026-12-01T07:0${Math.floor(minute)}:${minute % 1 ? '30' : '00'}Z`)
    await queueWith(failing)
    counts.push(tried)
  }
  expect(counts).toEqual([1, 2, 2, 3, 3, 3, 4])
  clock.moveTo('2026-12-01T09:00:00Z')
  expect(await queue()).toBe(1)
  const { rows } = await owner.query('select failures, next_attempt_at from reports.report_schedules')
  expect(rows).toEqual(Array(2).fill({ failures: 0, next_attempt_at: null }))
})

describe('a report that waits to be sent', () => {
  test('goes to the address that its person has by then', async () => {
    await ask('manager', library)
    clock.moveTo(dueMorning)
    expect(await queue()).toBe(1)
    await owner.query(`update people.accounts set email = 'nieuw@voorbeeld.test' where id = $1`, [
      world.accounts.manager,
    ])
    expect(await send()).toBe(1)
    expect(got.map(({ address }) => address)).toEqual(['nieuw@voorbeeld.test'])
    await owner.query(`update people.accounts set email = 'manager@voorbeeld.test' where id = $1`, [
      world.accounts.manager,
    ])
  })

  test('does not go with visitors to who may see the area still, and its visitors no longer', async () => {
    await ask('official', 'gemeente:GM0307')
    clock.moveTo(dueMorning)
    expect(await queue()).toBe(1)
    // Who gets to see the nation sees visitors there, and not of a municipality within it.
    await owner.query(
      `insert into people.role_assignments (id, account_id, role, organisation_id, valid_from)
       select gen_random_uuid(), $1, 'national-analyst', organisation_id, '2026-01-01'
       from people.role_assignments where role = 'national-analyst' limit 1`,
      [world.accounts.official],
    )
    expect(await send()).toBe(0)
    expect(got).toEqual([])
    expect(await schedules()).toMatchObject([{ why: null }])
    const { rows } = await owner.query(
      'select withdrawn_at is not null as withdrawn, body from platform.mails',
    )
    expect(rows).toEqual([{ withdrawn: true, body: null }])
    clock.moveTo('2027-01-04T08:00:00Z')
    expect(await queue()).toBe(1)
    expect(await send()).toBe(1)
  })
})

describe('a report that may go no longer', () => {
  const endings: readonly [string, string, () => Promise<unknown>][] = [
    [
      'whose role was taken away',
      'not-allowed',
      () =>
        owner.query(`update people.role_assignments set valid_until = '2026-11-29' where account_id = $1`, [
          world.accounts.manager,
        ]),
    ],
    [
      'whose account was closed',
      'account-closed',
      () => owner.query('update people.accounts set active = false where id = $1', [world.accounts.manager]),
    ],
    [
      'whose year is over',
      'expired',
      () => owner.query(`update reports.report_schedules set expires_on = '2026-11-30'`),
    ],
  ]

  test.each(endings)('%s is not made, and ends', async (_, why, happen) => {
    await ask('manager', library)
    await happen()
    clock.moveTo(dueMorning)
    expect(await queue()).toBe(0)
    expect(await send()).toBe(0)
    expect(await schedules()).toMatchObject([{ why }])
    expect((await owner.query('select from platform.mails')).rowCount).toBe(0)
  })

  test.each(endings.slice(0, 2))(
    '%s after it was queued does not go, and nothing of it is left',
    async (_, why, happen) => {
      await ask('manager', library)
      clock.moveTo(dueMorning)
      expect(await queue()).toBe(1)
      await happen()
      expect(await send()).toBe(0)
      expect(got).toEqual([])
      expect(await schedules()).toMatchObject([{ why }])
      const { rows } = await owner.query(
        'select withdrawn_at is not null as withdrawn, body, attachment from platform.mails',
      )
      expect(rows).toEqual([{ withdrawn: true, body: null, attachment: null }])
    },
  )

  test('of a desk that was closed ends too', async () => {
    await ask('coordinator', `informatiepunt:${world.desk}`)
    await owner.query('update desks.desks set active = false where id = $1', [world.desk])
    clock.moveTo(dueMorning)
    expect(await queue()).toBe(0)
    expect(await schedules()).toMatchObject([{ why: 'not-allowed' }])
  })

  test('tells its person why on the page, and can be asked for again', async () => {
    await ask('manager', library)
    await owner.query(`update reports.report_schedules set expires_on = '2026-11-30'`)
    clock.moveTo(dueMorning)
    await queue()
    const page = await (await (await as('manager')).get('/sturing/rapporten')).text()
    expect(page).toContain(
      'Gestopt op 1 december 2026, na een jaar. Vraag het opnieuw aan als je het nog wilt.',
    )
    await ask('manager', library)
    expect((await schedules()).map(({ why }) => why)).toEqual(['expired', null])
  })
})

test('figures by mail are those of the role: an official’s have visitors, the nation’s of a municipality have none', async () => {
  await ask('official', 'gemeente:GM0307', 'quarter')
  await ask('analyst', 'gemeente:GM0307', 'quarter')
  clock.moveTo('2027-01-04T08:00:00Z')
  expect(await queue()).toBe(2)
  await send()
  const texts = new Map<string, string>()
  for (const { address, attachment } of got)
    texts.set(address, (await readPdf(new Uint8Array(attachment?.content ?? []))).text)
  const without = 'De achtergrond van bezoekers staat niet in dit rapport'
  expect(texts.get('official@voorbeeld.test')?.replaceAll('\n', ' ')).not.toContain(without)
  expect(texts.get('analyst@voorbeeld.test')?.replaceAll('\n', ' ')).toContain(without)
})
