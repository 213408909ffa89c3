import { type Instant, localDay } from '../../platform/time/local-time.ts'
import type { Referral } from './find-referral/find-referral.query.ts'
import { asksToAct, isEnd } from './referral-state.ts'
import { addWorkingDays } from './working-days.ts'

/** Why a desk has to look at a referral now, what weighs most first. */
export const attentions = ['not-helped', 'act', 'call', 'silent', 'close'] as const
export type Attention = (typeof attentions)[number]

/**
 * What a desk has to do about a referral today: look for something else (the visitor said that it did not help; the partner cannot
 * help or the visitor did not come), call the partner as it was agreed, ask the partner who is silent, or close what was helped.
 * Nothing while it may wait. Who was reminded stays silent until he answers.
 * @param today as 2026-11-24
 */
export function attentionFor(
  referral: Pick<Referral, 'state' | 'stateSince' | 'actsAgain' | 'way' | 'remindOn' | 'remindedOn'>,
  today: string,
): Attention | undefined {
  const { state, stateSince, actsAgain, remindOn, remindedOn } = referral
  if (actsAgain) return 'not-helped'
  if (isEnd(state)) return undefined
  if (asksToAct(state)) return 'act'
  if (state === 'helped') return 'close'
  if (isToCall(referral)) return 'call'
  const reminded = remindedOn !== null && localDay(stateSince) < remindedOn
  return reminded || (remindOn !== null && remindOn <= today) ? 'silent' : undefined
}

/** The desk said that it calls the partner, and nobody wrote down yet that it did. */
export const isToCall = ({ state, way }: Pick<Referral, 'state' | 'way'>): boolean =>
  state === 'sent' && way === 'phone'

/** A reminder makes sense: the partner has something to answer, and said nothing for a working day, or since the appointment. */
export function isSilent(
  {
    state,
    stateSince,
    appointmentAt,
    remindedOn,
  }: Pick<Referral, 'state' | 'stateSince' | 'appointmentAt' | 'remindedOn'>,
  now: Instant,
  holidays: ReadonlySet<string>,
): boolean {
  if (state !== 'sent' && state !== 'received' && state !== 'appointment' && state !== 'came') return false
  const today = localDay(now)
  if (remindedOn === today) return false
  const since = localDay(stateSince)
  const planned = state === 'appointment' && appointmentAt ? localDay(appointmentAt) : since
  return addWorkingDays(planned > since ? planned : since, 1, holidays) <= today
}

/** What weighs most first, then what waits longest. */
export function inOrderOfAttention<Row extends Parameters<typeof attentionFor>[0]>(
  rows: readonly Row[],
  today: string,
): Row[] {
  const weight = (row: Row): number => {
    const attention = attentionFor(row, today)
    return attention === undefined ? attentions.length : attentions.indexOf(attention)
  }
  return [...rows].sort(
    (one, other) =>
      weight(one) - weight(other) || one.stateSince.epochMilliseconds - other.stateSince.epochMilliseconds,
  )
}
