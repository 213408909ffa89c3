import { Temporal } from 'temporal-polyfill'

/** The one source of "now". Tests put their own in its place. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still, or is moved by hand. */
export function fixedClock(iso: string): Clock & { moveTo(iso: string): void } {
  let moment = Temporal.Instant.from(iso)
  return {
    now: () => moment,
    moveTo: (next) => {
      moment = Temporal.Instant.from(next)
    },
  }
}
