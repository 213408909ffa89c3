/** A desk that was there, with the last day up to the end of a period on which it registered; undefined when it never did. */
export interface RegisteringDesk {
  readonly deskId: string
  readonly lastDay: string | undefined
}

/** Who of an area registered in a period. */
export interface Registered {
  /** How many desks registered in the period. */
  readonly desks: number
  /** Those that were there and did not, who stopped longest ago first; who never did, at the end. */
  readonly silent: readonly RegisteringDesk[]
}

/** Divides desks into those that registered from this day on, and those that did not. */
export function whoRegistered(desks: readonly RegisteringDesk[], from: string): Registered {
  const silent = desks.filter(({ lastDay }) => lastDay === undefined || lastDay < from)
  const order = ({ lastDay, deskId }: RegisteringDesk): string => `${lastDay ?? '9999'} ${deskId}`
  return {
    desks: desks.length - silent.length,
    silent: silent.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)),
  }
}

/** The days on which a desk was open, and those of them on which nothing was registered, the last first. */
export interface OpenDays {
  readonly open: number
  readonly without: readonly string[]
}

/** @param today is not over, so that nothing can be missed of it yet */
export function openDaysWithout(
  open: readonly string[],
  registered: ReadonlySet<string>,
  today: string,
): OpenDays {
  const days = [...new Set(open)].filter((day) => day < today).sort()
  return { open: days.length, without: days.filter((day) => !registered.has(day)).reverse() }
}
