/** What went wrong when a mail was handed over, and so what comes next. */
export type MailFailure =
  /** The receiver's address is wrong, or takes nothing: trying again is of no use. `code` as 5.1.1, or 550. */
  | { readonly kind: 'refused'; readonly code: string }
  /** This one mail not now; others may go. */
  | { readonly kind: 'later'; readonly code: string }
  /** The mail server itself: no use trying the next one now. */
  | { readonly kind: 'server'; readonly code: string }

interface SmtpError {
  readonly message?: string
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
  readonly rejectedErrors?: readonly SmtpError[]
}

/**
 * Reads the error of a mail server. A 5xx to the receiver's address or to the mail itself is for good (RFC 5321 § 4.2.1), a 4xx is not.
 * A 5xx before that (signing in, the sender) is a setting of ours that somebody mends: that mail waits. The words of the server
 * are left out: they may hold the address.
 */
export function mailFailureOf(error: unknown): MailFailure {
  const whole = error as SmtpError
  const { command, responseCode, response } = whole.rejectedErrors?.[0] ?? whole
  const code =
    /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? String(responseCode ?? whole.code ?? '')
  // What is no address at all is not even offered to the server. 5.1.3: bad destination address (RFC 3463).
  if (/^Invalid recipient\b/.test(whole.message ?? '')) return { kind: 'refused', code: '5.1.3' }
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA'
  if (!aboutThisMail || responseCode === undefined) return { kind: 'server', code }
  return { kind: responseCode >= 500 ? 'refused' : 'later', code }
}
