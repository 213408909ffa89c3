import type { NationalScope } from '../auth/scope.ts'
import type { ReadHandle } from '../database/handle.ts'
import { rowsPerPage } from '../http/paging.ts'
import type { Instant } from '../time/local-time.ts'
import type { MailReceiver } from './mail.ts'

/** A mail in the queue, or what is left of one that did not arrive: what it is about and for whom, nothing of what is in it. */
export interface MailRow {
  readonly id: string
  readonly accountId: string | null
  readonly purpose: string
  /** Null once it was refused. */
  readonly subject: string | null
  readonly language: string
  /** Of a mail to who has no account; undefined where nobody said it. */
  readonly receiver: MailReceiver | undefined
  readonly queuedAt: Instant
  readonly attempts: number
  /** When it is tried again; of no meaning when refused. */
  readonly nextAttemptAt: Instant
  readonly refusedAt: Instant | null
  readonly refusal: string | null
}

/** The mails that wait, oldest first, or those that were refused, newest first; a page of them and how many there are. */
export async function listMails(
  db: ReadHandle,
  _scope: NationalScope,
  { refused, page }: { readonly refused: boolean; readonly page: number },
): Promise<{ rows: MailRow[]; total: number }> {
  const query = refused
    ? db.selectFrom('platform.mails').where('refused_at', 'is not', null)
    : db
        .selectFrom('platform.mails')
        .where('sent_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('refused_at', 'is', null)
  const rows = await query
    .select([
      'id',
      'account_id as accountId',
      'purpose',
      'subject',
      'language',
      'receiver_kind as receiverKind',
      'receiver_name as receiverName',
      'queued_at as queuedAt',
      'attempts',
      'next_attempt_at as nextAttemptAt',
      'refused_at as refusedAt',
      'refusal',
    ])
    .orderBy(refused ? 'refused_at' : 'queued_at', refused ? 'desc' : 'asc')
    .orderBy('id')
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
    .execute()
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    rows: rows.map((row) => ({ ...row, receiver: receiverOf(row) })),
    total,
  }
}

const receiverOf = (row: {
  readonly receiverKind: string | null
  readonly receiverName: string | null
}): MailReceiver | undefined =>
  row.receiverKind !== null && row.receiverName !== null
    ? { kind: row.receiverKind as MailReceiver['kind'], name: row.receiverName }
    : undefined

/** What is in a mail that waits; its links are not filled in yet. Nothing when it went meanwhile. */
export async function findWaitingMail(
  db: ReadHandle,
  _scope: NationalScope,
  id: string,
): Promise<
  | {
      readonly accountId: string | null
      readonly purpose: string
      readonly language: string
      readonly subject: string
      readonly body: string
      readonly receiver: MailReceiver | undefined
    }
  | undefined
> {
  const row = await db
    .selectFrom('platform.mails')
    .select([
      'account_id as accountId',
      'purpose',
      'language',
      'subject',
      'body',
      'receiver_kind as receiverKind',
      'receiver_name as receiverName',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.subject != null && row.body !== null
    ? { ...row, subject: row.subject, body: row.body, receiver: receiverOf(row) }
    : undefined
}
