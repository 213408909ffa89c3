import { dayNumber, dayOfNumber } from '../../platform/time/local-minutes.ts'

/** How often a stop comes back: on the weekday of its first day. */
export const stopRepeats = [
  'once',
  'weekly',
  'fortnightly',
  'monthly-1',
  'monthly-2',
  'monthly-3',
  'monthly-4',
  'monthly-last',
] as const
export type StopRepeat = (typeof stopRepeats)[number]

/** More stops at once is a slip in the last day. */
export const mostStops = 60

/**
 * The days of a stop: the first day, or from it on every so many weeks, or each month on the first, second … or last of
 * that weekday. `untilDay` is the last day that may be among them. One more than the most at once is where it ends.
 */
export function stopDays(firstDay: string, repeat: StopRepeat, untilDay: string): string[] {
  if (repeat === 'once') return [firstDay]
  const first = dayNumber(firstDay)
  const until = dayNumber(untilDay)
  const days: string[] = []
  const step = repeat === 'fortnightly' ? 14 : 7
  for (let number = first; number <= until && days.length <= mostStops; number += step)
    if (repeat === 'weekly' || repeat === 'fortnightly' || isOfMonth(number, repeat))
      days.push(dayOfNumber(number))
  return days
}

function isOfMonth(number: number, repeat: Exclude<StopRepeat, 'once' | 'weekly' | 'fortnightly'>): boolean {
  const dayOfMonth = Number(dayOfNumber(number).slice(8))
  if (repeat === 'monthly-last') return Number(dayOfNumber(number + 7).slice(8)) < dayOfMonth
  return Math.ceil(dayOfMonth / 7) === Number(repeat.slice(-1))
}
