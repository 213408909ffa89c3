/** What personal data can be kept for. */
export const aboutKinds = ['referral', 'appointment', 'call-back'] as const
export type AboutKind = (typeof aboutKinds)[number]

/** All that is ever known of a visitor: a name and one way of contact, both only when given. Never a number of the state, never a birthday. */
export interface Person {
  readonly name: string | undefined
  readonly contact: { readonly kind: 'phone' | 'email'; readonly value: string } | undefined
  /** In which the visitor is written to. */
  readonly language: string
}

/** For what personal data is opened; each reading is logged with one of these. */
export const readingReasons = [
  'handle',
  'call',
  'plan',
  'answer',
  'mail',
  'export',
  'access-request',
  'correct',
] as const
export type ReadingReason = (typeof readingReasons)[number]

/** What a sealed text belongs to: in another row or column it does not open. */
export const sealedFor = (personId: string, column: 'name' | 'contact'): string =>
  `person ${personId} ${column}`
