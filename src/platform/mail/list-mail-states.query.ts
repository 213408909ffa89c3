import { sql } from 'kysely'
import type { Scope } from '../auth/scope.ts'
import type { ReadHandle } from '../database/handle.ts'
import type { Instant } from '../time/local-time.ts'

/** What became of a mail: nothing of what is in it, nor where it went. */
export interface MailState {
  readonly mailId: string
  readonly subjectId: string
  readonly purpose: string
  readonly queuedAt: Instant
  /** delayed: the mail server did not take it yet, it is tried again. refused: the address does not exist or takes nothing. */
  readonly state: 'waiting' | 'delayed' | 'sent' | 'withdrawn' | 'refused'
  /** When it came to that; null while it waits. */
  readonly at: Instant | null
  /** The code of a mail server, as 5.1.1 (RFC 3463). */
  readonly refusal: string | null
}

/** What became of the mails about these things, oldest first. The caller shows only things that the scope sees. */
export async function listMailStates(
  db: ReadHandle,
  _scope: Scope,
  subjectIds: readonly string[],
): Promise<MailState[]> {
  if (subjectIds.length === 0) return []
  const { rows } = await sql<MailState>`
    select mail_id as "mailId", subject_id as "subjectId", purpose, queued_at as "queuedAt", state, at, refusal
    from platform.mail_states(${[...subjectIds]}::uuid[])`.execute(db)
  return rows
}
