import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { topicsOnTheForm } from '../common-topics.ts'

/** A quarter of a year: long enough for a quiet desk, short enough to follow the tax season. */
const lookBackDays = 92
/** The order of the tiles must not jump about while somebody works; it is counted again once in ten minutes. */
const keptForMilliseconds = 10 * 60_000

const kept = new Map<string, { readonly topics: readonly string[]; readonly until: number }>()

/** The topics most used at each desk of the scope over the last quarter, most used first; never something-else topics' texts. */
export async function mostUsedTopics(
  db: ReadHandle,
  scope: DesksScope,
  now: Instant,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stale = scope.deskIds.filter((deskId) => (kept.get(deskId)?.until ?? 0) < performance.now())
  if (stale.length > 0) {
    const rows = await db
      .selectFrom('contacts.questions')
      .select((eb) => [
        'desk_id as deskId',
        eb.fn.coalesce('local_code', 'topic_code').as('topic'),
        eb.fn.countAll<number>().as('times'),
      ])
      .where('desk_id', 'in', stale)
      .where('occurred_on', '>', addDays(localDay(now), -lookBackDays))
      .groupBy(['desk_id', 'topic'])
      .orderBy('times', 'desc')
      .orderBy('topic')
      .execute()
    for (const deskId of stale) {
      const topics = rows
        .filter((row) => row.deskId === deskId)
        .map((row) => row.topic)
        .slice(0, topicsOnTheForm)
      kept.set(deskId, { topics, until: performance.now() + keptForMilliseconds })
    }
  }
  return new Map(scope.deskIds.map((deskId) => [deskId, kept.get(deskId)?.topics ?? []]))
}

/** For tests, which cannot wait ten minutes. */
export function forgetMostUsedTopics(): void {
  kept.clear()
}

/** How many contacts each desk of the scope has on a day. */
export async function countContactsOn(
  db: ReadHandle,
  scope: DesksScope,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('contacts.contacts')
    .select((eb) => ['desk_id as deskId', eb.fn.countAll<number>().as('contacts')])
    .where('desk_id', 'in', scope.deskIds)
    .where('occurred_on', '=', day)
    .where('deleted_at', 'is', null)
    .groupBy('desk_id')
    .execute()
  return new Map(rows.map((row) => [row.deskId, row.contacts]))
}

/** The topics of a contact just saved, to say what was saved; undefined when it is not there (any more). */
export async function topicsOfContact(
  db: ReadHandle,
  scope: DesksScope,
  contactId: string,
): Promise<string[] | undefined> {
  const rows = await db
    .selectFrom('contacts.questions')
    .select((eb) => eb.fn.coalesce('local_code', 'topic_code').as('topic'))
    .where('contact_id', '=', contactId)
    .where('desk_id', 'in', scope.deskIds)
    .orderBy('position')
    .execute()
  return rows.length > 0 ? rows.map((row) => row.topic) : undefined
}
