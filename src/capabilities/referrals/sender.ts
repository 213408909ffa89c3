/** Who sends people to a desk, besides the visitor himself (guide § 2.3.1, § 4.4). */
export const senderKinds = ['municipality', 'service-provider', 'help-line', 'partner'] as const
export type SenderKind = (typeof senderKinds)[number]

/** Who sends: an organisation with people in Balie, or one that says its name on the page for everybody. */
export interface Sender {
  readonly kind: SenderKind
  readonly name: string
  readonly organisationId: string | null
}

/**
 * The version of the text that a sender reads to the visitor before a name goes to the desk, as it stands in the consent. Another
 * text needs another version.
 */
export const senderConsentVersion = 'aanmelding-2026-11-2'
