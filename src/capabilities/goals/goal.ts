/** What a goal can be about (guide § 5.2.5), and the shape in which it is counted. */
interface KindOfMeasure {
  /** A count adds up over the period; a level is how it stands. */
  readonly kind: 'count' | 'level'
  /** From where it comes: added up by Balie, by whole quarters, how it stands now, or typed in. */
  readonly source: 'months' | 'quarters' | 'now' | 'typed'
  readonly unit: 'number' | 'percent' | 'score' | 'hours' | 'per-thousand'
  /** Of which desks it can be told to a municipality. */
  readonly scopes: readonly ScopeKind[]
}

export const scopeKinds = ['municipality', 'financed', 'library', 'desk'] as const
export type ScopeKind = (typeof scopeKinds)[number]

/**
 * Each measure. What people say of how they were helped is told of many desks together only; who they were, of the whole municipality
 * and by quarters that are over; referrals likewise (decision 0016).
 */
export const measures = {
  contacts: { kind: 'count', source: 'months', unit: 'number', scopes: scopeKinds },
  questions: { kind: 'count', source: 'months', unit: 'number', scopes: scopeKinds },
  reach: { kind: 'count', source: 'months', unit: 'per-thousand', scopes: scopeKinds },
  satisfied: { kind: 'level', source: 'months', unit: 'percent', scopes: ['municipality', 'financed'] },
  score: { kind: 'level', source: 'typed', unit: 'score', scopes: scopeKinds },
  referrals: { kind: 'count', source: 'quarters', unit: 'number', scopes: ['municipality'] },
  warm: { kind: 'level', source: 'quarters', unit: 'percent', scopes: ['municipality'] },
  hours: { kind: 'level', source: 'now', unit: 'hours', scopes: scopeKinds },
  coverage: { kind: 'level', source: 'now', unit: 'percent', scopes: ['municipality'] },
  courses: { kind: 'count', source: 'typed', unit: 'number', scopes: scopeKinds },
  age: { kind: 'count', source: 'quarters', unit: 'number', scopes: ['municipality'] },
  language: { kind: 'count', source: 'quarters', unit: 'number', scopes: ['municipality'] },
  own: { kind: 'level', source: 'typed', unit: 'number', scopes: scopeKinds },
} as const satisfies Record<string, KindOfMeasure>

export type Measure = keyof typeof measures
export const measureNames = Object.keys(measures) as Measure[]

export const kindOf = (measure: Measure): KindOfMeasure => measures[measure]

/** A score is given on a scale from nought to ten. */
export const highestScore = 10

/** Days, both included. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** What a municipality wants to reach. */
export interface Goal {
  readonly id: string
  readonly municipalityCode: string
  readonly title: string
  readonly measure: Measure
  /** Kilometres of a coverage, the code of an age or language, what is counted of an own measure; else empty. */
  readonly detail: string
  readonly scopeKind: ScopeKind
  readonly libraryId: string | null
  readonly deskId: string | null
  /** A part of the municipality in words; it changes nothing in what is counted. */
  readonly area: string
  readonly target: Target
  readonly period: Period
  readonly agreedLibraryId: string | null
  readonly agreedWith: string
  readonly agreedOn: string | null
  readonly note: string
  /** The day from which it holds no more, with the reason. */
  readonly stoppedOn: string | null
  readonly stoppedReason: string
  readonly version: number
}

/** A number to come to; or so much more, or less, than in an earlier period. */
export type Target =
  | { readonly kind: 'absolute'; readonly value: number }
  | {
      readonly kind: 'relative'
      /** Below nothing: so much less. */
      readonly percent: number
      readonly base: Period
      /** What it was then, typed; null: counted by Balie. */
      readonly baseValue: number | null
    }

/** What was measured by hand for a goal. */
export interface Measurement {
  readonly id: string
  readonly goalId: string
  readonly day: string
  readonly value: number
  readonly source: string
  readonly note: string
  readonly isStruckOut: boolean
}

/** A goal with the names that it is told with, and what was measured for it by hand, the oldest first. */
export interface NamedGoal extends Goal {
  readonly municipalityName: string
  readonly libraryName: string | undefined
  readonly deskName: string | undefined
  readonly agreedLibraryName: string | undefined
  readonly measurements: readonly Measurement[]
}

/** Whether lower is better. */
export const wantsLess = ({ target }: Pick<Goal, 'target'>): boolean =>
  target.kind === 'relative' && target.percent < 0

export type Phase = 'running' | 'coming' | 'over' | 'stopped'

/** Where a goal is in its time. */
export function phaseOf({ period, stoppedOn }: Pick<Goal, 'period' | 'stoppedOn'>, today: string): Phase {
  if (stoppedOn !== null && stoppedOn <= today) return 'stopped'
  if (today < period.from) return 'coming'
  return today > period.until ? 'over' : 'running'
}
