import { addDays } from '../../platform/time/local-time.ts'

/** What changes in a municipality's services, told ahead to the desks (guide § 4.5). */
export interface Notice {
  readonly id: string
  readonly municipalityCode: string
  readonly title: string
  /** Codes of national topics. */
  readonly topics: readonly string[]
  /** The first day on which the change counts. */
  readonly countsFrom: string
  /** The last day on which desks see it. */
  readonly shownUntil: string
  readonly whatChanges: string
  /** What to tell people, in short. */
  readonly tell: string
  readonly link: string
  /** Null: all desks in the municipality and those that it pays for. */
  readonly chosenDesks: readonly string[] | null
  /** The local day on which it was announced; null for a draft. */
  readonly announcedOn: string | null
  /** What a desk confirms; higher after a change that it has to see again. */
  readonly edition: number
  /** The local day of this edition. */
  readonly editionOn: string | null
  readonly withdrawnOn: string | null
  readonly withdrawnReason: string
  readonly version: number
}

/** The longest texts, in characters: title and tell stand in the form of the desk, where there is little room. */
export const longest = { title: 80, tell: 300, what: 1000, link: 300, reason: 300 } as const

export const noticeStates = ['draft', 'coming', 'counting', 'over', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]

type Dated = Pick<Notice, 'countsFrom' | 'shownUntil' | 'announcedOn' | 'withdrawnOn'>

/** How a notice stands on a day. */
export function stateOf(notice: Dated, today: string): NoticeState {
  if (notice.withdrawnOn) return 'withdrawn'
  if (!notice.announcedOn) return 'draft'
  if (today > notice.shownUntil) return 'over'
  return today < notice.countsFrom ? 'coming' : 'counting'
}

/** From so many days before a change a desk that has not seen it is reminded. */
const remindedDaysAhead = 7

/** Whether a desk that has not seen it must do so soon: within a week of the day, and from then on. */
export const isUrgent = (notice: Dated, today: string): boolean =>
  ['coming', 'counting'].includes(stateOf(notice, today)) &&
  today >= addDays(notice.countsFrom, -remindedDaysAhead)
