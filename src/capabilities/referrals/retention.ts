import type { AboutKind } from './person.ts'

/** The ways in which something ends, by kind: each has a term of its own. */
export const retentionOutcomes = {
  referral: ['helped', 'partly-helped', 'not-helped', 'not-reached', 'no-longer-needed', 'unknown'],
  appointment: ['came', 'not-came', 'cancelled'],
  'call-back': ['reached', 'not-reached', 'withdrawn'],
} as const satisfies Record<AboutKind, readonly string[]>

/** Between these days a term can be chosen: nothing needs a name for more than a year after it ended. */
export const shortestTerm = 0
export const longestTerm = 365

/** What holds where nobody set anything: consent forms are kept a month (guide § 2.2.5 asks for as short as possible). */
export const usualTerm = 30

/** Who opened personal data is known for so many days: long enough for who asks after a year what happened. */
export const readingDays = 365

/** One term. `own` is what the library chose, `national` what holds otherwise; days after the day on which it ended. */
export interface RetentionTerm {
  readonly aboutKind: AboutKind
  readonly outcome: string
  readonly own: number | undefined
  readonly national: number
}

/** Every kind with every way in which it can end. */
export const retentionFields: readonly { readonly aboutKind: AboutKind; readonly outcome: string }[] =
  Object.entries(retentionOutcomes).flatMap(([aboutKind, outcomes]) =>
    outcomes.map((outcome) => ({ aboutKind: aboutKind as AboutKind, outcome })),
  )

/** The field of a term in a form. */
export const retentionField = ({ aboutKind, outcome }: { aboutKind: string; outcome: string }): string =>
  `${aboutKind}.${outcome}`
