import { addDays, type Instant, instantAt, localDay, localTime } from '../../platform/time/local-time.ts'
import { type DeskHours, openingsBetween } from '../desks/public.ts'

/** When it suits somebody to be called. */
export const suitings = ['any', 'morning', 'afternoon', 'evening'] as const
export type Suiting = (typeof suitings)[number]

/** So many days ahead a time is looked for. */
const daysAhead = 28
/** Calls are planned on the quarter. */
const quarter = 15 * 60_000

/** From when until when on the clock a part of the day lasts. */
const parts: Record<Exclude<Suiting, 'any'>, readonly [string, string]> = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '24:00'],
}

const fits = (moment: number, suits: Suiting): boolean => {
  if (suits === 'any') return true
  const time = localTime(instantAt(moment))
  const [from, until] = parts[suits]
  return time >= from && time < until
}

/**
 * When to call: the first quarter in the desk's telephone hours that suits; at a desk without those, in the hours that it is open.
 * Undefined when there are none in the weeks to come.
 * @param after not before this moment
 */
export function suggestCallTime(hours: DeskHours, suits: Suiting, after: Instant): Instant | undefined {
  const day = localDay(after)
  const openings = openingsBetween(hours, addDays(day, -1), addDays(day, daysAhead))
  const byTelephone = openings.filter((opening) => opening.hours.kind === 'telephone')
  const usable =
    byTelephone.length > 0 ? byTelephone : openings.filter(({ hours: { kind } }) => kind === 'desk')
  let first: number | undefined
  for (const { start, end } of usable) {
    const from = Math.max(start, after.epochMilliseconds)
    for (let at = Math.ceil(from / quarter) * quarter; at < end; at += quarter)
      if (fits(at, suits)) {
        first = first === undefined ? at : Math.min(first, at)
        break
      }
  }
  return first === undefined ? undefined : instantAt(first)
}
