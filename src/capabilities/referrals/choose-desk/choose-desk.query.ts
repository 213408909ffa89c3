import type { PartnerScope } from '../../../platform/auth/scope.ts'
import { publicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findWaysToHelp, type Now, type Venue } from '../../desks/public.ts'
import { findFreeSlots } from '../find-slots/find-slots.query.ts'

/** A desk near somebody's home, and how much room there is. */
export interface DeskWithRoom {
  readonly venue: Venue
  /** Free places in the days that come, and the first of them in milliseconds since 1970. */
  readonly free: number
  readonly firstFree: number | undefined
  /** When one can walk in, in milliseconds since 1970. */
  readonly walkIn: number | undefined
}

const mostDesks = 8
/** Room is told over so many days: who sends somebody wants to know about this week and the next. */
export const roomDays = 14

/** The desks nearest to a point with the room they have, those with room for an appointment before the others at the same distance. */
export async function findDesksWithRoom(
  db: ReadHandle,
  _scope: PartnerScope,
  home: { readonly latitude: number; readonly longitude: number },
  now: Now,
  at: Instant,
): Promise<DeskWithRoom[]> {
  const ways = await findWaysToHelp(db, publicScope, home, now)
  const walkIns = new Map<string, number>()
  for (const { venue, opening } of [...ways.today, ...ways.later])
    if (!walkIns.has(venue.desk.id)) walkIns.set(venue.desk.id, opening.start)
  const venues = new Map<string, Venue>()
  for (const venue of [...[...ways.today, ...ways.later].map((way) => way.venue), ...ways.byAppointment])
    if (!venues.has(venue.desk.id)) venues.set(venue.desk.id, venue)
  const nearest = [...venues.values()].toSorted((one, other) => one.metres - other.metres).slice(0, mostDesks)
  const today = localDay(at)
  const found: DeskWithRoom[] = []
  for (const venue of nearest) {
    const { slots } = await findFreeSlots(
      db,
      publicScope,
      {
        deskId: venue.desk.id,
        booker: 'outside',
        within: { fromDay: today, untilDay: addDays(today, roomDays) },
      },
      at,
    )
    found.push({
      venue,
      free: slots.reduce((sum, slot) => sum + slot.free.length, 0),
      firstFree: slots[0]?.start,
      walkIn: walkIns.get(venue.desk.id),
    })
  }
  return found
}
