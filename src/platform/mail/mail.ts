import type { MasterKeys } from '../personal-data/master-keys.ts'
import type { Instant } from '../time/local-time.ts'

/** One mail to one person. */
export interface Mail {
  readonly id: string
  /** Of the staff; undefined for a partner or a visitor, whose address is read right before it goes. */
  readonly accountId: string | undefined
  readonly address: string
  readonly subject: string
  /** Plain text. An address of a link stands in it as `linkInMail` writes it. */
  readonly body: string
  /** The same with headings and links; without it that is made of `body` (mail-layout.ts). */
  readonly bodyHtml?: string | undefined
  /** A calendar file (iCalendar) that goes with it. */
  readonly calendar?: string | undefined
  /** In which it is written. */
  readonly language?: string
  readonly attachment: { readonly name: string; readonly content: Uint8Array } | undefined
  /** What it is about: by this the worker asks, right before it goes, whether it may and where to. */
  readonly purpose: string
  readonly subjectId: string
}

/**
 * For whom a mail is that goes to who has no account, as one may say it: an organisation by its name, a visitor by the desk that helps
 * him. Never who it is.
 */
export interface MailReceiver {
  readonly kind: 'organisation' | 'visitor'
  readonly name: string
}

/** Hands a mail to a mail server. Throws when that does not take it; mail-failure.ts says what that means. */
export interface MailServer {
  send(mail: Mail): Promise<void>
  close(): void
}

/**
 * An address in a mail: of a link, by its id, or of a page of Balie. It is filled in when the mail goes, so that a mail that waits in
 * the database opens nothing.
 * @param path as `/antwoord`; the token of the link comes behind it
 */
export const linkInMail = (path: string, linkId?: string): string =>
  `[[${path}${linkId ? ` ${linkId}` : ''}]]`

/** A text of a mail with its addresses. @param origin as https://voorbeeld.nl */
export function withAddresses(text: string, origin: string, keys: MasterKeys): string {
  return text.replace(/\[\[(\/[^\s[\]]*)(?: ([\da-f-]{36}))?\]\]/g, (_mark, path: string, linkId?: string) =>
    linkId ? `${origin}${path}/${keys.tokenOf(linkId)}` : `${origin}${path}`,
  )
}

/** After so many days a mail tells old news: it is withdrawn. */
export const mailDays = 7

/** When to try once more after so many failures: in a minute, then twice as long each time, an hour at most. */
export function nextAttempt(attempts: number, now: Instant): Instant {
  return now.add({ minutes: Math.min(60, 2 ** Math.max(0, attempts - 1)) })
}
