import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { publicScope } from '../../src/platform/auth/scope.ts'
import { listMailStates } from '../../src/platform/mail/list-mail-states.query.ts'
import { linkInMail, type MailServer } from '../../src/platform/mail/mail.ts'
import { connectMailServer } from '../../src/platform/mail/mail-server.ts'
import { markBounced } from '../../src/platform/mail/mark-bounced.command.ts'
import { queueMail } from '../../src/platform/mail/queue-mail.command.ts'
import { readBounce } from '../../src/platform/mail/read-bounce.ts'
import { type FindAddress, sendMails } from '../../src/platform/mail/send-mails.command.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { testKeys } from '../support/keys.ts'
import { smtpAnswer, startMailServer } from '../support/mail-server.ts'
import { cloneDatabase } from '../support/test-database.ts'

const { owner, database, workerDatabase } = await cloneDatabase()
const clock = fixedClock('2026-11-24T09:00:00Z')
const address = 'zaynab@verzonnen.test'
let told = ''
const log = pino(
  new Writable({
    write: (chunk, _encoding, done) => {
      told += chunk
      done()
    },
  }),
)
const toClose: { close(): void }[] = []
const toStop: { stop(): Promise<void> }[] = []
afterEach(async () => {
  // Whatever went wrong, nobody's address stands in the log.
  expect(told).not.toContain('zaynab')
  told = ''
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query('delete from platform.mails')
})
afterAll(async () => {
  for (const each of toClose) each.close()
  for (const each of toStop) await each.stop()
})

async function serverThat(...behaviour: Parameters<typeof startMailServer>) {
  const smtp = await startMailServer(...behaviour)
  toStop.push(smtp)
  return smtp
}
function connect(url: string, options: Parameters<typeof connectMailServer>[2] = {}): MailServer {
  const server = connectMailServer(url, 'Balie <balie@voorbeeld.test>', { patience: 400, ...options })
  toClose.push(server)
  return server
}
async function queue(
  subject = 'Uw afspraak',
  body = 'Tot dinsdag.\n',
  language = 'nl',
  calendar?: string,
): Promise<string> {
  const subjectId = randomUUID()
  await database.keep(publicScope, (tx) =>
    queueMail(
      tx,
      publicScope,
      {
        accountId: undefined,
        subject,
        body,
        language,
        calendar,
        attachment: undefined,
        purpose: 'referrals.test',
        subjectId,
      },
      clock.now(),
    ),
  )
  return subjectId
}
const send = (server: MailServer, findAddress: FindAddress = async () => address): Promise<number> =>
  sendMails(workerDatabase, {
    server,
    clock,
    log,
    findAddress,
    origin: 'https://balie.test',
    keys: testKeys,
  })
const statesOf = (...subjects: string[]) =>
  database.read(publicScope, (db) => listMailStates(db, publicScope, subjects))
const messageId = (text: string): string | undefined => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim()

describe('the server of the receiver', () => {
  test('refuses the address for good: marked with its code, emptied, not tried again, and the next one goes', async () => {
    const smtp = await serverThat({
      onRcptTo: ({ address: to }, _session, done) =>
        done(to === address ? smtpAnswer(550, `5.1.1 <${to}> bestaat niet`) : null),
    })
    const subject = await queue()
    const other = await queue()
    const server = connect(smtp.url)
    const find: FindAddress = async ({ subjectId }) =>
      subjectId === subject ? address : 'ander@voorbeeld.test'
    expect(await send(server, find)).toBe(1)
    expect(await statesOf(subject, other)).toMatchObject([
      { state: 'refused', refusal: '5.1.1', purpose: 'referrals.test' },
      { state: 'sent', refusal: null },
    ])
    clock.moveTo('2026-11-25T09:00:00Z')
    expect(await send(server, find)).toBe(0)
    expect(smtp.got).toHaveLength(1)
    const { rows } = await owner.query(
      'select subject is null and body is null as empty from platform.mails where subject_id = $1',
      [subject],
    )
    expect(rows).toEqual([{ empty: true }])
    expect(told).toContain('5.1.1')
  })

  test('refuses the mail itself for good', async () => {
    const smtp = await serverThat({ onWhole: () => smtpAnswer(554, '5.7.1 geweigerd') })
    const subject = await queue()
    await send(connect(smtp.url))
    expect(await statesOf(subject)).toMatchObject([{ state: 'refused', refusal: '5.7.1' }])
  })

  test('does not take it now (greylisting): tried again later, and it does not hold up the others', async () => {
    let first = true
    const smtp = await serverThat({
      onRcptTo: (_address, _session, done) => {
        done(first ? smtpAnswer(451, '4.7.1 probeer het later') : null)
        first = false
      },
    })
    const [greyed, other] = [await queue('een'), await queue('twee')]
    const server = connect(smtp.url)
    expect(await send(server)).toBe(1)
    expect((await statesOf(greyed, other)).map(({ state }) => state)).toEqual(['delayed', 'sent'])
    clock.moveTo('2026-11-24T09:01:00Z')
    expect(await send(server)).toBe(1)
    expect((await statesOf(greyed)).map(({ state }) => state)).toEqual(['sent'])
    expect(smtp.got).toHaveLength(2)
  })

  test('takes nothing from this sender: a setting of ours, so everything waits and nothing is lost', async () => {
    const smtp = await serverThat({
      onMailFrom: (_address, _session, done) => done(smtpAnswer(553, '5.7.1 afzender onbekend')),
    })
    const subjects = [await queue(), await queue()]
    expect(await send(connect(smtp.url))).toBe(0)
    expect((await statesOf(...subjects)).map(({ state }) => state)).toEqual(['delayed', 'waiting'])
  })

  test('is slow: given up after the patience, and tried again', async () => {
    let slow = true
    const smtp = await serverThat({
      onRcptTo: (_address, _session, done) => {
        if (slow) setTimeout(() => done(null), 3_000)
        else done(null)
      },
    })
    const subject = await queue()
    const started = performance.now()
    expect(await send(connect(smtp.url))).toBe(0)
    expect(performance.now() - started).toBeLessThan(2_500)
    expect(await statesOf(subject)).toMatchObject([{ state: 'delayed' }])
    slow = false
    clock.moveTo('2026-11-24T09:01:00Z')
    expect(await send(connect(smtp.url))).toBe(1)
  })

  test('takes it and hangs up before it says so: it goes once more, and by its number it is the same mail', async () => {
    let hangUp = true
    const smtp = await serverThat({ onWhole: () => (hangUp ? 'hang-up' : undefined) })
    const subject = await queue()
    expect(await send(connect(smtp.url))).toBe(0)
    expect(await statesOf(subject)).toMatchObject([{ state: 'delayed' }])
    hangUp = false
    clock.moveTo('2026-11-24T09:01:00Z')
    expect(await send(connect(smtp.url))).toBe(1)
    clock.moveTo('2026-11-24T10:00:00Z')
    expect(await send(connect(smtp.url))).toBe(0)
    expect(smtp.got).toHaveLength(2)
    expect(messageId(smtp.got[0]?.text ?? '')).toBe(messageId(smtp.got[1]?.text ?? 'x'))
  })

  test('gets a mail that has to be tried again once, also from two workers', async () => {
    let first = true
    const smtp = await serverThat({
      onWhole: () => {
        const answer = first ? smtpAnswer(452, '4.3.1 vol') : undefined
        first = false
        return answer
      },
    })
    await queue()
    await send(connect(smtp.url))
    clock.moveTo('2026-11-24T09:02:00Z')
    const sent = await Promise.all([send(connect(smtp.url)), send(connect(smtp.url))])
    expect(sent.toSorted()).toEqual([0, 1])
    // The one that was answered with 452 and the one that was taken.
    expect(smtp.got).toHaveLength(2)
  })
})

test('a mail of which the address cannot be read waits alone; what cannot be an address is refused', async () => {
  const smtp = await serverThat()
  const [unreadable, wrong, good] = [await queue(), await queue(), await queue()]
  const find: FindAddress = async ({ subjectId }) => {
    if (subjectId === unreadable) throw new Error('A byte has changed')
    return subjectId === wrong ? 'geen adres' : address
  }
  expect(await send(connect(smtp.url), find)).toBe(1)
  expect((await statesOf(unreadable, wrong, good)).map(({ state }) => state)).toEqual([
    'delayed',
    'refused',
    'sent',
  ])
})

test('a mail is plain text and the same in HTML, in its own language, with its links filled in', async () => {
  const smtp = await serverThat()
  await queue(
    'موعدك',
    `مرحبا،\n\nموعدك يوم الثلاثاء.\n\nعرض الموعد: ${linkInMail('/ar/afspraak', randomUUID())}\n`,
    'ar',
  )
  await send(connect(smtp.url))
  const { text } = smtp.got[0] ?? { text: '' }
  expect(text).toMatch(/^Content-Type: multipart\/alternative/m)
  expect(text).toMatch(/^Content-Language: ar$/im)
  expect(text).toMatch(/^Auto-Submitted: auto-generated$/im)
  const parts = text
    .split(/^--.*$/m)
    .filter((part) => /^Content-Type: text\/(plain|html)/im.test(part))
    .map((part) => {
      const [head = '', ...rest] = part.replaceAll('\r\n', '\n').trim().split('\n\n')
      const content = rest.join('\n\n')
      return /base64/i.test(head)
        ? Buffer.from(content, 'base64').toString()
        : Buffer.from(
            content
              .replace(/=\n/g, '')
              .replace(/=([\dA-F]{2})/g, (_sign, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString()
    })
  expect(parts).toHaveLength(2)
  expect(parts[1]).toContain('<html lang="ar" dir="rtl">')
  for (const part of parts) expect(part).toMatch(/https:\/\/balie\.test\/ar\/afspraak\/[\w-]{43}/)
})

test('a calendar file says to who reads the mail whether it is an appointment or the end of one', async () => {
  const smtp = await serverThat()
  const file = (method: string) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'END:VCALENDAR', ''].join('\r\n')
  for (const method of ['PUBLISH', 'CANCEL']) await queue('Uw afspraak', 'Tot dinsdag.', 'nl', file(method))
  await send(connect(smtp.url))
  const methods = smtp.got.map(({ text }) => /^Content-Type: text\/calendar;.*method=(\w+)/im.exec(text)?.[1])
  expect(methods.sort()).toEqual(['CANCEL', 'PUBLISH'])
})

describe('a mail that comes back later', () => {
  test('is found by the envelope that it went with, and whoever had it sent sees that it did not arrive', async () => {
    const smtp = await serverThat()
    const subject = await queue()
    await send(connect(smtp.url, { bounces: 'terug@voorbeeld.test' }))
    const [{ mailId } = { mailId: '' }] = await statesOf(subject)
    expect(smtp.got[0]?.from).toBe(`terug+${mailId}@voorbeeld.test`)
    expect(smtp.got[0]?.text).toMatch(/^From: Balie <balie@voorbeeld.test>$/m)
    const bounce = readBounce(
      [
        'From: MAILER-DAEMON@elders.test',
        `To: ${smtp.got[0]?.from}`,
        'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
        '',
        '--x',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; elders.test',
        '',
        'Final-Recipient: rfc822; zaynab@verzonnen.test',
        'Action: failed',
        'Status: 5.1.1',
        '--x--',
      ].join('\r\n'),
    )
    expect(bounce).toEqual({ mailId, code: '5.1.1' })
    if (!bounce) return
    expect(await markBounced(workerDatabase, bounce, clock.now())).toBe(true)
    expect(await statesOf(subject)).toMatchObject([{ state: 'refused', refusal: '5.1.1' }])
    // Said twice it is no other news; of a mail that is not ours nothing happens.
    expect(await markBounced(workerDatabase, bounce, clock.now())).toBe(false)
    expect(await markBounced(workerDatabase, { mailId: randomUUID(), code: '5.1.1' }, clock.now())).toBe(
      false,
    )
  })

  test('goes from the sender itself where there is no address for what comes back', async () => {
    const smtp = await serverThat()
    await queue()
    await send(connect(smtp.url))
    expect(smtp.got[0]?.from).toBe('balie@voorbeeld.test')
  })
})
