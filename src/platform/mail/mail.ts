import type { Instant } from '../time/local-time.ts'

/** One mail to one person of the staff. */
export interface Mail {
  readonly id: string
  readonly accountId: string
  readonly address: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  readonly attachment: { readonly name: string; readonly content: Uint8Array } | undefined
  /** What it is about: by this the worker asks, right before it goes, whether it may and where to. */
  readonly purpose: string
  readonly subjectId: string
}

/** Hands a mail to a mail server. Throws when that does not take it. */
export interface MailServer {
  send(mail: Mail): Promise<void>
  close(): void
}

/** After so many days a mail tells old news: it is withdrawn. */
export const mailDays = 7

/** When to try once more after so many failures: in a minute, then twice as long each time, an hour at most. */
export function nextAttempt(attempts: number, now: Instant): Instant {
  return now.add({ minutes: Math.min(60, 2 ** Math.max(0, attempts - 1)) })
}
