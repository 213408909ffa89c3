import { monthsLater } from '../../platform/time/local-month.ts'

export const repetitions = ['once', 'quarterly', 'half-yearly', 'yearly'] as const
export type Repetition = (typeof repetitions)[number]

const monthsBetween = { quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

export const owers = ['library', 'municipality'] as const
export type Ower = (typeof owers)[number]

/** What a party owes, on a day or time and again. */
export interface Deliverable {
  readonly id: string
  readonly agreementId: string
  readonly what: string
  readonly owedBy: Ower
  readonly firstDue: string
  readonly repeats: Repetition
  /** Nothing is due after this day; null: as long as the agreement lasts. */
  readonly lastDue: string | null
  readonly goalId: string | null
  readonly version: number
}

/** One time that something was looked at: done, or a note on why not. */
export interface Delivery {
  readonly dueOn: string
  readonly doneOn: string | null
  readonly note: string
  readonly version: number
}

export interface KeptDeliverable extends Deliverable {
  readonly deliveries: readonly Delivery[]
}

/** One time that something is due; version 0 when nobody marked anything yet. */
export interface Occurrence extends Delivery {
  readonly late: boolean
}

/**
 * The days on which something is due, up to and with a day. Each is reckoned from the first: what is due on 31 January and every
 * three months is due on 30 April, and then on 31 July.
 * @param until no day after this one
 */
export function dueDays(
  { firstDue, repeats, lastDue }: Pick<Deliverable, 'firstDue' | 'repeats' | 'lastDue'>,
  until: string,
): string[] {
  const last = lastDue !== null && lastDue < until ? lastDue : until
  if (repeats === 'once') return firstDue <= until ? [firstDue] : []
  const days: string[] = []
  for (let times = 0; ; times += 1) {
    const day = monthsLater(firstDue, times * monthsBetween[repeats])
    if (day > last) return days
    days.push(day)
  }
}

/**
 * Every time that something is due up to a day, with what was marked. What was marked stays, also when the days changed since.
 * @param lastDay of the agreement, null when it has none
 */
export function occurrencesOf(
  deliverable: KeptDeliverable,
  {
    today,
    until,
    lastDay,
  }: { readonly today: string; readonly until: string; readonly lastDay: string | null },
): Occurrence[] {
  const end = lastDay !== null && deliverable.repeats !== 'once' && lastDay < until ? lastDay : until
  const marked = new Map(deliverable.deliveries.map((delivery) => [delivery.dueOn, delivery]))
  const days = new Set([...dueDays(deliverable, end), ...marked.keys()])
  return [...days].sort().map((dueOn) => {
    const delivery = marked.get(dueOn) ?? { dueOn, doneOn: null, note: '', version: 0 }
    return { ...delivery, late: delivery.doneOn === null && dueOn < today }
  })
}
