import type { ContactContent } from '../../src/capabilities/contacts/contact.ts'
import { addDays } from '../../src/platform/time/local-time.ts'
import { planDay, type Surroundings } from './desk-day.ts'
import { type DemoDesk, type Network, staffOf } from './network.ts'
import { busynessOf, topicsOn } from './seasons.ts'

/** This library only began with Balie, and has no history. */
export const withoutHistory = 'Bibliotheek Laagvaart'

/** Local days, `until` not included. */
export interface Period {
  readonly from: string
  readonly until: string
}

export interface HistoryContact {
  readonly desk: DemoDesk
  readonly content: ContactContent
}

/**
 * What the desks of a library registered before it came to Balie, in order of time: the same every time for the same
 * period. An hour that was too busy for the form has little more than a topic.
 */
export function planHistory(
  network: Network,
  libraryId: string,
  { from, until }: Period,
  surroundings: {
    readonly neighboursOf: (municipality: string) => readonly string[]
    readonly providersOf: Surroundings['providersOf']
    readonly isOpen?: Surroundings['isOpen']
  },
): HistoryContact[] {
  const desks = network.desks.filter((desk) => desk.libraryId === libraryId)
  const contacts: HistoryContact[] = []
  for (let day = from; day < until; day = addDays(day, 1)) {
    const topics = topicsOn(day)
    for (const desk of desks) {
      const busyness = busynessOf(desk, day, from)
      if (busyness === 0) continue
      const shifts = planDay(desk, day, {
        staff: staffOf(network, desk),
        neighbours: surroundings.neighboursOf(desk.municipalityCode),
        providersOf: surroundings.providersOf,
        isOpen: surroundings.isOpen,
        busyness,
        topics,
      })
      for (const { acts } of shifts)
        for (const act of acts) if (act.kind === 'contact') contacts.push({ desk, content: act.content })
    }
  }
  // Moments of whole seconds in UTC: as texts they stand in order of time.
  const key = ({ desk, content }: HistoryContact): string => `${content.occurredAt} ${desk.id}`
  return contacts.sort((one, other) => (key(one) < key(other) ? -1 : 1))
}
