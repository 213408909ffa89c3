import { jobScope } from '../auth/scope.ts'
import type { ApplicationDatabase } from '../database/application-database.ts'
import type { WriteHandle } from '../database/handle.ts'
import type { Log } from '../logging/log.ts'
import type { MasterKeys } from '../personal-data/master-keys.ts'
import type { Clock } from '../time/clock.ts'
import type { Instant } from '../time/local-time.ts'
import { type Mail, type MailServer, mailDays, nextAttempt, withAddresses } from './mail.ts'
import { mailFailureOf } from './mail-failure.ts'

const scope = jobScope('send-mails')

/** Where a mail of a purpose goes, asked right before it does; undefined when it may not go any more. */
export type FindAddress = (
  mail: Pick<Mail, 'purpose' | 'subjectId' | 'accountId'>,
) => Promise<string | undefined>

/** What every mail is sent with. */
export interface MailParts {
  readonly log: Log
  readonly findAddress: FindAddress
  /** Where people find this installation. */
  readonly origin: string
  /** From these follow the addresses of links. */
  readonly keys: MasterKeys
}

/**
 * Sends what waits, one after another, each in a transaction that holds it: two workers never send the same one at once. A mail
 * that went stays marked as waiting only when the worker dies right then, or the server took it and was gone before it said so: it goes once
 * more, with the same id. What the receiver's server refuses for good is marked as refused and not tried again.
 * @param server undefined: mail is off, and nothing goes. What is a week old is withdrawn all the same
 * @returns how many went
 */
export async function sendMails(
  database: ApplicationDatabase,
  {
    server,
    clock,
    log,
    findAddress,
    origin,
    keys,
  }: MailParts & { server: MailServer | undefined; clock: Clock },
): Promise<number> {
  const withdrawn = await database.keep(scope, async (tx) => {
    await forgetOld(tx, clock.now())
    return withdrawOld(tx, clock.now())
  })
  if (withdrawn > 0) log.info({ mails: withdrawn }, 'Mails that could not be sent for a week were withdrawn')
  if (!server) return 0
  let sent = 0
  for (;;) {
    // No line in the audit log: what is sent to whom was logged when it was queued.
    const outcome = await database.keep(scope, (tx) =>
      sendNext(tx, { server, now: clock.now(), log, findAddress, origin, keys }),
    )
    if (outcome === 'sent') sent += 1
    if (outcome === 'nothing' || outcome === 'server-away') return sent
  }
}

async function sendNext(
  tx: WriteHandle,
  { server, now, log, findAddress, origin, keys }: MailParts & { server: MailServer; now: Instant },
): Promise<'sent' | 'withdrawn' | 'refused' | 'later' | 'server-away' | 'nothing'> {
  const row = await tx
    .selectFrom('platform.mails')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row?.subject == null || row.body === null) return 'nothing'
  const { id, purpose } = row
  const about = { purpose, subjectId: row.subject_id, accountId: row.account_id ?? undefined }
  let address: string | undefined
  try {
    address = await findAddress(about)
  } catch (error) {
    // One whose address cannot be read must not hold up the others.
    log.error({ mail: id, purpose, error: (error as Error).stack }, 'Where a mail goes could not be read')
    await putOff(tx, id, row.attempts + 1, now)
    return 'later'
  }
  if (address === undefined) {
    await end(tx, id, { withdrawn_at: now.toString() })
    log.info({ mail: id, purpose }, 'A mail was withdrawn')
    return 'withdrawn'
  }
  try {
    const attachment =
      row.attachment && row.attachment_name
        ? { name: row.attachment_name, content: row.attachment }
        : undefined
    await server.send({
      id,
      ...about,
      address,
      subject: row.subject,
      body: withAddresses(row.body, origin, keys),
      bodyHtml: row.body_html === null ? undefined : withAddresses(row.body_html, origin, keys),
      calendar: row.calendar ?? undefined,
      language: row.language,
      attachment,
    })
  } catch (error) {
    const { kind, code } = mailFailureOf(error)
    const attempts = row.attempts + 1
    if (kind === 'refused') {
      await end(tx, id, { refused_at: now.toString(), refusal: code })
      log.warn(
        { mail: id, purpose, code },
        'A mail was refused: the address of the receiver does not take it',
      )
      return 'refused'
    }
    await putOff(tx, id, attempts, now)
    log.error({ mail: id, attempts, code }, 'A mail could not be sent')
    return kind === 'later' ? 'later' : 'server-away'
  }
  await end(tx, id, { sent_at: now.toString() })
  log.info({ mail: id, purpose }, 'A mail was sent')
  return 'sent'
}

/** That a mail went, to whom and when, is of use while somebody may ask where it is. */
async function forgetOld(tx: WriteHandle, now: Instant): Promise<void> {
  const old = now.subtract({ hours: daysKept * 24 })
  await tx
    .deleteFrom('platform.mails')
    .where((eb) => eb.or([eb('sent_at', '<', old), eb('withdrawn_at', '<', old), eb('refused_at', '<', old)]))
    .execute()
}

const daysKept = 30

/** What waits for a week tells old news. */
async function withdrawOld(tx: WriteHandle, now: Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('platform.mails')
    .set({ withdrawn_at: now.toString(), ...emptied })
    .where('sent_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('queued_at', '<', now.subtract({ hours: mailDays * 24 }))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** What was in it goes: only that it went, and when, is kept. */
const emptied = {
  subject: null,
  body: null,
  body_html: null,
  calendar: null,
  attachment: null,
  attachment_name: null,
}

/** To be tried again later, each time after a longer while. */
async function putOff(tx: WriteHandle, id: string, attempts: number, now: Instant): Promise<void> {
  await tx
    .updateTable('platform.mails')
    .set({ attempts, next_attempt_at: nextAttempt(attempts, now).toString() })
    .where('id', '=', id)
    .execute()
}

async function end(
  tx: WriteHandle,
  id: string,
  how:
    | { readonly sent_at: string }
    | { readonly withdrawn_at: string }
    | { readonly refused_at: string; readonly refusal: string },
): Promise<void> {
  await tx
    .updateTable('platform.mails')
    .set({ ...how, ...emptied })
    .where('id', '=', id)
    .execute()
}
