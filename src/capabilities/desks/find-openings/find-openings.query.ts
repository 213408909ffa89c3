import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { isForVisitors, openingsBetween } from '../opening-hours.ts'
import { findHours } from '../read-hours/read-hours.query.ts'

/**
 * When desks were open to visitors over days (both inclusive), by what is known of their hours now, as milliseconds since
 * 1970, the end exclusive. A desk of which the hours are not known from the first of these days on is not there.
 */
export async function findOpenings(
  db: ReadHandle,
  scope: Scope,
  deskIds: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<Map<string, (readonly [number, number])[]>> {
  const found = new Map<string, (readonly [number, number])[]>()
  for (const [id, hours] of await findHours(db, scope, deskIds, from)) {
    const known =
      hours.timetables.some(({ fromDay }) => fromDay <= from) ||
      (hours.timetables.length === 0 && hours.dated.some(({ day }) => day >= from && day <= until))
    if (!known) continue
    found.set(
      id,
      openingsBetween(hours, from, addDays(until, 1))
        .filter(isForVisitors)
        .map(({ start, end }) => [start, end]),
    )
  }
  return found
}
