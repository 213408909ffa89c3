import { sql } from 'kysely'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, instantAt, localDay } from '../../../platform/time/local-time.ts'
import { findDesks, findOpenings } from '../../desks/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import type { Period } from '../period.ts'
import { type OpenDays, openDaysWithout, type Registered, whoRegistered } from '../registered.ts'

/** Who registered in an area; or, of a desk, on which days it did. */
export type Registration =
  | (Registered & {
      /** The names of the silent desks, by id; empty for the nation, where they are too many to tell. */
      readonly names: ReadonlyMap<string, string>
    })
  | OpenDays

/**
 * Who registered in an area in a period, with names but for the nation. Of one desk: on how many of its open days nothing was
 * registered. Undefined where there is nothing to tell: no desks, or a desk of which the hours are not known.
 */
export async function findRegistered(
  db: ReadHandle,
  scope: FiguresScope,
  area: Area,
  period: Period,
  now: Instant,
): Promise<Registration | undefined> {
  if (area.level === 'desk') return findOpenDays(db, scope, area.key, period, now)
  const { level, keys } = await findCountedAreas(db, scope, area)
  const { rows } = await sql<{ deskId: string; lastDay: string | null }>`
    select desk_id as "deskId", last_day as "lastDay"
    from unnest(${keys}::text[]) as key, reports.last_registered(${level}, key, ${period.from}, ${period.until})`.execute(
    db,
  )
  if (rows.length === 0) return undefined
  const registered = whoRegistered(
    rows.map(({ deskId, lastDay }) => ({ deskId, lastDay: lastDay ?? undefined })),
    period.from,
  )
  const named = area.level === 'nation' ? [] : registered.silent.map(({ deskId }) => deskId)
  const desks = await findDesks(db, scope, named)
  return { ...registered, names: new Map(desks.map(({ id, name }) => [id, name])) }
}

async function findOpenDays(
  db: ReadHandle,
  scope: FiguresScope,
  deskId: string,
  period: Period,
  now: Instant,
): Promise<OpenDays | undefined> {
  const openings = (await findOpenings(db, scope, [deskId], period)).get(deskId)
  if (!openings) return undefined
  const { rows } = await sql<{ day: string }>`
    select day from reports.registered_days(${deskId}::uuid, ${period.from}, ${period.until})`.execute(db)
  const found = openDaysWithout(
    openings.map(([start]) => localDay(instantAt(start))),
    new Set(rows.map(({ day }) => day)),
    localDay(now),
  )
  return found.open === 0 ? undefined : found
}
