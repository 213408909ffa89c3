import { sql } from 'kysely'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, instantAt, localDay } from '../../../platform/time/local-time.ts'
import { findDesks, findOpenings } from '../../desks/public.ts'
import type { Area, FiguresScope, Level } from '../area.ts'
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
  if (area.level === 'nation' && scope.kind === 'nation') return findOfNation(db, period)
  const { level, keys } = await findCountedAreas(db, scope, area)
  const registered = await ask(db, level, keys, period)
  if (!registered) return undefined
  const desks = await findDesks(
    db,
    scope,
    registered.silent.map(({ deskId }) => deskId),
  )
  return { ...registered, names: new Map(desks.map(({ id, name }) => [id, name])) }
}

/** Of the nation every desk is looked up, and the answer is the same for all who may see it: asked once in a minute. */
const keptForMilliseconds = 60_000
const kept = new Map<string, { readonly found: Registration | undefined; readonly until: number }>()

async function findOfNation(db: ReadHandle, period: Period): Promise<Registration | undefined> {
  const now = performance.now()
  for (const [days, { until }] of kept) if (until < now) kept.delete(days)
  const days = `${period.from} ${period.until}`
  const known = kept.get(days)
  if (known) return known.found
  const registered = await ask(db, 'nation', ['NL'], period)
  const found = registered && { ...registered, names: new Map<string, string>() }
  kept.set(days, { found, until: now + keptForMilliseconds })
  return found
}

async function ask(
  db: ReadHandle,
  level: Level,
  keys: readonly string[],
  { from, until }: Period,
): Promise<Registered | undefined> {
  const { rows } = await sql<{ deskId: string; lastDay: string | null }>`
    select desk_id as "deskId", last_day as "lastDay"
    from unnest(${keys}::text[]) as key, reports.last_registered(${level}, key, ${from}, ${until})`.execute(
    db,
  )
  if (rows.length === 0) return undefined
  return whoRegistered(
    rows.map(({ deskId, lastDay }) => ({ deskId, lastDay: lastDay ?? undefined })),
    from,
  )
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
