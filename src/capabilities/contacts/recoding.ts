import type { Instant } from '../../platform/time/local-time.ts'

/** A change of the past in the background: answers that were 'other' get the answer that fits. */
export interface Recoding {
  readonly id: string
  readonly field: 'topic' | 'help'
  readonly fromCodes: readonly string[]
  readonly toCode: string
  /** Everything under `fromCodes`, whatever was typed, also nothing. */
  readonly whole: boolean
  readonly status: 'waiting' | 'running' | 'done' | 'undoing' | 'undone'
  /** How many answers there are to recode, as counted when it began. */
  readonly total: number
  readonly recoded: number
  readonly restored: number
  /** Answers that a library has for itself: they are not 'other', and stay. */
  readonly localLeft: number
  readonly finishedAt: Instant | null
  readonly undoneAt: Instant | null
}

/** Contacts in one transaction: little enough that nobody waits for it, enough that the way there costs nothing. */
export const recodingBatch = 500
