import type { OtherCodes } from '../contacts/public.ts'
import type { AllLists, TopicGroup } from '../lists/public.ts'
import type { TextGroup } from './group-texts.ts'

/** The words by which a text belongs to a proposal. */
export interface ProposedGroup extends Pick<TextGroup, 'code' | 'words' | 'forms'> {
  /** Texts that have these words and are about something else. */
  readonly without?: readonly string[]
}

/** A new answer for what is typed beside 'other'. */
export interface Proposal {
  readonly id: string
  readonly field: 'topic' | 'help'
  /** The answers 'other' that it takes from. */
  readonly fromCodes: readonly string[]
  readonly groups: readonly ProposedGroup[]
  /** Everything under `fromCodes`, whatever was typed. */
  readonly whole: boolean
  readonly labelNl: string
  readonly labelEn: string
  readonly topicGroup: TopicGroup | null
  /** An answer that is there already and takes them; null: a new one is added. */
  readonly intoCode: string | null
  readonly examples: readonly string[]
  /** How many contacts the analyst saw it in. */
  readonly contacts: number
  readonly status: 'open' | 'adopted' | 'rejected'
  /** Why it was rejected. */
  readonly reason: string | null
  /** The answer it became. */
  readonly code: string | null
  readonly validFrom: string | null
  readonly recodingId: string | null
  readonly proposedOn: string
  /** How many answers of all time adopting it would recode, when that was counted; null: not counted yet. */
  readonly toRecode: number | null
  readonly measuredOn: string | null
}

export const textsAddress = '/sturing/anders'
export const proposalsAddress = '/sturing/anders/voorstellen'
export const deskProposalsAddress = '/balie/voorstellen'

/** Longest reason, in characters: two sentences. */
export const longestReason = 300

/** The answers 'other' beside which something can be typed, also those that ended. */
export function otherCodesOf(lists: AllLists): OtherCodes {
  return {
    topics: lists.topics.filter(({ isOther }) => isOther).map(({ code }) => code),
    help: lists.answerOptions
      .filter(({ field, takesText }) => field === 'help' && takesText)
      .map(({ code }) => code),
  }
}

/** Which kind of answer a code is of. */
export const fieldOf = (code: string): Proposal['field'] => (code.startsWith('help-') ? 'help' : 'topic')

/** How a group is named in a form: its answer and its words. */
export const groupName = ({ code, words }: Pick<TextGroup, 'code' | 'words'>): string =>
  `${code}:${words.join(' ')}`

/** How a text that a group does not take is named in a form. */
export const leftOutName = ({ code }: Pick<TextGroup, 'code'>, text: string): string => `${code}:${text}`
