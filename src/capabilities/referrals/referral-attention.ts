import type { Referral } from './find-referral/find-referral.query.ts'
import { asksToAct, isEnd } from './referral-state.ts'

/** Why a desk has to look at a referral now, what weighs most first. */
export const attentions = ['not-helped', 'act', 'silent', 'close'] as const
export type Attention = (typeof attentions)[number]

/**
 * What a desk has to do about a referral today: look for something else (the visitor said that it did not help; the partner cannot
 * help or the visitor did not come), ask the partner who is silent, or close what was helped. Nothing while it may wait.
 * @param today as 2026-11-24
 */
export function attentionFor(
  { state, actsAgain, remindOn }: Pick<Referral, 'state' | 'actsAgain' | 'remindOn'>,
  today: string,
): Attention | undefined {
  if (actsAgain) return 'not-helped'
  if (isEnd(state)) return undefined
  if (asksToAct(state)) return 'act'
  if (state === 'helped') return 'close'
  return remindOn !== null && remindOn <= today ? 'silent' : undefined
}

/** What weighs most first, then what waits longest. */
export function inOrderOfAttention<
  Row extends Pick<Referral, 'state' | 'actsAgain' | 'remindOn' | 'stateSince'>,
>(rows: readonly Row[], today: string): Row[] {
  const weight = (row: Row): number => {
    const attention = attentionFor(row, today)
    return attention === undefined ? attentions.length : attentions.indexOf(attention)
  }
  return [...rows].sort(
    (one, other) =>
      weight(one) - weight(other) || one.stateSince.epochMilliseconds - other.stateSince.epochMilliseconds,
  )
}
