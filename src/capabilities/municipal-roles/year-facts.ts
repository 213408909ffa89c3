import type { Pair } from '../reports/public.ts'

/** What a municipality can tell of a year with the desks; each part is what another capability counted or kept. */
export interface YearFacts {
  readonly municipality: string
  readonly year: number
  /** The last day that is in it: 31 December, or the day on which it was read. */
  readonly until: string
  readonly running: boolean
  /** On average a week, of the desks that stand in the municipality now; null where no hours are known. */
  readonly minutesAWeekNow: number | null
  /** Those of the account of the year; of a municipality that was not there then, those that stand in it now. */
  readonly desks: readonly {
    readonly name: string
    /** It is open to visitors now. */
    readonly open: boolean
    /** On average a week, now; null where no hours are known. */
    readonly minutesAWeek: number | null
  }[]
  readonly contacts: Pair
  readonly questions: Pair
  /** Questions by month, as 2026-03. */
  readonly months: readonly {
    readonly month: string
    readonly questions: number
    readonly contacts: number
  }[]
  /** The largest first; small ones are left out as the figures leave them out. */
  readonly topics: readonly { readonly name: string; readonly questions: number }[]
  /** Something of the topics is hidden, or not counted yet. */
  readonly topicsIncomplete: boolean
  /** In cents; null for a year without a scheme. */
  readonly money: YearMoney | null
  /** Of the account: null while nothing is counted. */
  readonly indicators: {
    readonly desks: number
    readonly questions: number
    readonly materials: number
    readonly signed: boolean
  } | null
  readonly goals: readonly { readonly name: string; readonly progress: string }[]
  readonly activities: readonly { readonly name: string; readonly when: string }[]
  readonly signals: readonly { readonly name: string; readonly answer: string }[]
  /** How often, this year. */
  readonly did: {
    readonly activities: number
    readonly trainings: number
    readonly talks: number
    readonly notices: number
    readonly signalsAnswered: number
  }
  readonly due: readonly { readonly name: string; readonly when: string }[]
  readonly quotes: readonly string[]
}

export interface YearMoney {
  readonly received: number
  readonly library: number
  readonly promotion: number
  readonly network: number
  readonly spent: number
  /** Not spent yet, of a year that still runs; of a year that is over that is what follows here. */
  readonly left: number
  readonly carriedOver: number
  readonly toRepay: number
  /** Paid by the municipality itself, beyond what it received. */
  readonly own: number
  /** The part for less educated inhabitants is not known yet. */
  readonly incomplete: boolean
}
