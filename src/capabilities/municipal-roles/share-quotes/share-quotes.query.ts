import type { DesksScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Quote } from '../quote.ts'

/** What was written down at one's desks, the newest first. */
export async function findQuotesOfDesks(db: ReadHandle, scope: DesksScope): Promise<Quote[]> {
  if (scope.deskIds.length === 0) return []
  const rows = await db
    .selectFrom('municipal_roles.quotes')
    .select(['id', 'desk_id as deskId', 'text', 'heard_on as heardOn', 'shared_at as sharedAt', 'version'])
    .where('desk_id', 'in', scope.deskIds)
    .orderBy('heard_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ sharedAt, ...quote }) => ({ ...quote, shared: sharedAt !== null }))
}

/** What the desks in a municipality share of a year, the newest first, at most `most`. */
export function findSharedQuotes(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  { year, most }: { readonly year: number; readonly most: number },
): Promise<Pick<Quote, 'id' | 'deskId' | 'text' | 'heardOn'>[]> {
  return db
    .selectFrom('municipal_roles.quotes')
    .select(['id', 'desk_id as deskId', 'text', 'heard_on as heardOn'])
    .where('municipality_code', '=', municipalityCode)
    .where('shared_at', 'is not', null)
    .where((eb) => eb.between('heard_on', `${year}-01-01`, `${year}-12-31`))
    .orderBy('heard_on', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
