import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { defaultCorrectionDays } from '../contact.ts'
import { withinTerm } from '../correction-term.ts'

/** Where a tally belongs, whose it is, and whether it may still be taken away. */
export async function readTallyOwner(
  db: ReadHandle,
  scope: DesksScope,
  id: string,
  now: Instant,
): Promise<{ id: string; deskId: string; authorAccountId: string; changeable: boolean } | undefined> {
  const row = await db
    .selectFrom('contacts.tallies as tally')
    .leftJoin('contacts.correction_terms as term', 'term.library_id', 'tally.library_id')
    .select([
      'tally.id',
      'tally.desk_id as deskId',
      'tally.author_account_id as authorAccountId',
      'tally.received_at as receivedAt',
      'term.days',
    ])
    .where('tally.id', '=', id)
    .where('tally.desk_id', 'in', scope.deskIds)
    .executeTakeFirst()
  if (!row) return undefined
  const { receivedAt, days, ...tally } = row
  return {
    ...tally,
    changeable: withinTerm(localDay(receivedAt), localDay(now), days ?? defaultCorrectionDays),
  }
}
