import { uuidv7 } from 'uuidv7'
import type { Scope } from '../auth/scope.ts'
import type { WriteHandle } from '../database/handle.ts'
import type { Instant } from '../time/local-time.ts'
import type { Mail, MailReceiver } from './mail.ts'

/** Puts a mail in the queue, in the transaction of the command: it goes when that is committed, and not at all when it is undone. */
export async function queueMail(
  tx: WriteHandle,
  _scope: Scope,
  {
    accountId,
    subject,
    body,
    bodyHtml,
    calendar,
    language,
    attachment,
    purpose,
    subjectId,
    receiver,
  }: Omit<Mail, 'id' | 'address'> & { readonly receiver?: MailReceiver | undefined },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('platform.mails')
    .values({
      id: uuidv7(),
      account_id: accountId ?? null,
      purpose,
      subject_id: subjectId,
      queued_at: now.toString(),
      next_attempt_at: now.toString(),
      subject,
      body,
      body_html: bodyHtml ?? null,
      calendar: calendar ?? null,
      receiver_kind: receiver?.kind ?? null,
      receiver_name: receiver?.name ?? null,
      language: language ?? 'nl',
      attachment_name: attachment?.name ?? null,
      attachment: attachment ? Buffer.from(attachment.content) : null,
    })
    .execute()
}
