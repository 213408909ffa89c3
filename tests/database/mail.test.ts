import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { jobScope } from '../../src/platform/auth/scope.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import type { Mail, MailServer } from '../../src/platform/mail/mail.ts'
import { connectMailServer } from '../../src/platform/mail/mail-server.ts'
import { queueMail } from '../../src/platform/mail/queue-mail.command.ts'
import { type FindAddress, sendMails } from '../../src/platform/mail/send-mails.command.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { testKeys } from '../support/keys.ts'
import { cloneDatabase } from '../support/test-database.ts'

const { owner, workerDatabase } = await cloneDatabase()
const scope = jobScope('test')
const log = createLog('silent')
const clock = fixedClock('2026-11-24T09:00:00Z')
const from = 'Balie <balie@voorbeeld.test>'
const servers: { close(): void }[] = []
afterAll(() => {
  for (const server of servers) server.close()
})
afterEach(async () => {
  await owner.query('delete from platform.mails')
})

/** A mail server on this machine that keeps what it gets; `port` 0 takes a free one. */
async function mailServer(
  port = 0,
): Promise<{ port: number; got: string[]; to: string[]; stop(): Promise<void> }> {
  const got: string[] = []
  const to: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        got.push(text)
        to.push(...session.envelope.rcptTo.map(({ address }) => address))
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    port: (server.server.address() as AddressInfo).port,
    got,
    to,
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
}

const connect = (port: number): MailServer => {
  const server = connectMailServer(`smtp://127.0.0.1:${port}`, from)
  servers.push(server)
  return server
}

const address = 'iemand@voorbeeld.test'

async function queue(changes: Partial<Omit<Mail, 'address'>> = {}): Promise<void> {
  const mail = {
    accountId: randomUUID(),
    subject: 'Maandrapport',
    body: 'Het rapport staat klaar.\n',
    attachment: undefined,
    purpose: 'test',
    subjectId: randomUUID(),
    ...changes,
  }
  await workerDatabase.keep(scope, (tx) => queueMail(tx, scope, mail, clock.now()))
}

const send = (
  server: MailServer | undefined,
  findAddress: FindAddress = async () => address,
): Promise<number> =>
  sendMails(workerDatabase, {
    server,
    clock,
    log,
    findAddress,
    origin: 'https://balie.test',
    keys: testKeys,
  })

const state = async () =>
  (
    await owner.query<{ sent: boolean; withdrawn: boolean; attempts: number; empty: boolean }>(
      `select sent_at is not null as sent, withdrawn_at is not null as withdrawn, attempts,
         subject is null and body is null and attachment is null as empty from platform.mails order by id`,
    )
  ).rows

describe('mail', () => {
  test('goes once, with its attachment, and nothing of it is kept', async () => {
    const smtp = await mailServer()
    const server = connect(smtp.port)
    await queue({ attachment: { name: 'rapport.pdf', content: new TextEncoder().encode('%PDF-1.7 test') } })
    expect(await send(server)).toBe(1)
    expect(await send(server)).toBe(0)
    expect(smtp.to).toEqual(['iemand@voorbeeld.test'])
    expect(smtp.got[0]).toMatch(/^From: Balie <balie@voorbeeld.test>$/m)
    expect(smtp.got[0]).toMatch(/^Message-ID: <[\da-f-]{36}@voorbeeld.test>$/m)
    expect(smtp.got[0]).toContain('filename=rapport.pdf')
    expect(await state()).toEqual([{ sent: true, withdrawn: false, attempts: 0, empty: true }])
    await smtp.stop()
  })

  test('waits while the server is away, and then goes once', async () => {
    const away = await mailServer()
    await away.stop()
    const server = connect(away.port)
    await queue()
    expect(await send(server)).toBe(0)
    expect(await state()).toEqual([{ sent: false, withdrawn: false, attempts: 1, empty: false }])
    const back = await mailServer(away.port)
    // Not before its minute is over.
    expect(await send(server)).toBe(0)
    clock.moveTo('2026-11-24T09:01:00Z')
    expect(await send(server)).toBe(1)
    clock.moveTo('2026-11-24T12:00:00Z')
    expect(await send(server)).toBe(0)
    expect(back.got).toHaveLength(1)
    await back.stop()
  })

  test('is sent once by two workers together', async () => {
    const smtp = await mailServer()
    for (let number = 0; number < 4; number += 1) await queue({ subject: `nr${number}` })
    const sent = await Promise.all([send(connect(smtp.port)), send(connect(smtp.port))])
    expect(sent[0] + sent[1]).toBe(4)
    const subjects = smtp.got.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]?.trim())
    expect(subjects.toSorted()).toEqual(['nr0', 'nr1', 'nr2', 'nr3'])
    await smtp.stop()
  })

  test('of which the transaction was undone does not go', async () => {
    const mail = {
      accountId: randomUUID(),
      subject: '',
      body: '',
      attachment: undefined,
      purpose: 'test',
      subjectId: randomUUID(),
    }
    await expect(
      workerDatabase.keep(scope, async (tx) => {
        await queueMail(tx, scope, mail, clock.now())
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await state()).toEqual([])
  })

  test('that may not go any more, or is a week old, is withdrawn and emptied', async () => {
    const smtp = await mailServer()
    const server = connect(smtp.port)
    await queue()
    expect(await send(server, async () => undefined)).toBe(0)
    clock.moveTo('2026-11-25T09:00:00Z')
    await queue()
    clock.moveTo('2026-12-03T09:00:00Z')
    expect(await send(server)).toBe(0)
    expect(await state()).toEqual(Array(2).fill({ sent: false, withdrawn: true, attempts: 0, empty: true }))
    expect(smtp.got).toEqual([])
    // That there was one is forgotten after a month.
    clock.moveTo('2027-01-03T09:00:00Z')
    await send(server)
    expect(await state()).toEqual([])
    await smtp.stop()
  })

  test('goes nowhere while mail is off, and is not kept for ever either', async () => {
    clock.moveTo('2027-01-10T09:00:00Z')
    await queue()
    expect(await send(undefined)).toBe(0)
    expect(await state()).toEqual([{ sent: false, withdrawn: false, attempts: 0, empty: false }])
    clock.moveTo('2027-01-17T09:01:00Z')
    expect(await send(undefined)).toBe(0)
    expect(await state()).toEqual([{ sent: false, withdrawn: true, attempts: 0, empty: true }])
  })

  test('keeps to one address, whatever stands in it', async () => {
    const smtp = await mailServer()
    await queue()
    await send(connect(smtp.port), async () => 'een@voorbeeld.test, twee@voorbeeld.test')
    expect(smtp.to).not.toContain('twee@voorbeeld.test')
    await smtp.stop()
  })
})
