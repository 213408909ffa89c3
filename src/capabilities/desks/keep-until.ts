import { dayNumber, momentOfMinute } from '../../platform/time/local-minutes.ts'
import { type Instant, localDay } from '../../platform/time/local-time.ts'
import type { Now } from './opening-words.ts'

/** No longer than this, so that hours that somebody changes are seen soon. */
const longestSeconds = 900

/** The moment of a request, as the pages of the finder reckon with it. */
export const nowOf = (instant: Instant): Now => ({
  moment: instant.epochMilliseconds,
  today: localDay(instant),
})

/**
 * For how many seconds a page stays true: until the first of these moments at which something opens or closes, and never
 * past midnight, when 'today' becomes another day.
 */
export function secondsUntil(changes: readonly (number | undefined)[], { moment, today }: Now): number {
  const ends = [
    momentOfMinute(dayNumber(today), 1440),
    ...changes.filter((change): change is number => change !== undefined),
  ]
  return Math.max(0, Math.min(longestSeconds, Math.floor((Math.min(...ends) - moment) / 1000)))
}

/** For how many seconds the clock shows the same minute. */
export const secondsUntilMinute = ({ moment }: Now): number => Math.floor((60_000 - (moment % 60_000)) / 1000)
