import type { Instant } from '../../platform/time/local-time.ts'

/** So many minutes before the beginning somebody who is early can be written down as come. */
const minutesEarly = 30

/** The last beginning of which can be said now whether the visitor came: half an hour ahead. */
export const latestSettled = (now: Instant): Instant => now.add({ minutes: minutesEarly })

/** Whether it can be said by now that somebody came, or did not. */
export const mayBeSettled = (startsAt: Instant, now: Instant): boolean =>
  startsAt.epochMilliseconds <= latestSettled(now).epochMilliseconds
