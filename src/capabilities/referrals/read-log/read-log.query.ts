import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import { addDays, type Instant, startOfDay } from '../../../platform/time/local-time.ts'
import { nameAccounts } from '../../people/public.ts'
import type { AboutKind, ReadingReason } from '../person.ts'

/** That somebody opened personal data: who, when, of what and for what. Never that data. */
export interface Reading {
  readonly id: number
  readonly at: Instant
  readonly aboutKind: AboutKind
  readonly aboutId: string
  /** By which both sides speak of it; an appointment has none that is kept. */
  readonly code: string | null
  readonly by: 'desk' | 'partner' | 'link' | 'job' | 'officer'
  /** Undefined: no account, or not one that this library sees. */
  readonly name: string | undefined
  /** Of a partner: to which organisation the visitor let it be passed; null where that is not kept any more. */
  readonly passedTo: string | null
  readonly why: ReadingReason
}

/** A month of readings is far below this; a file that would be longer is cut off at the oldest. */
export const longestFile = 50_000

/**
 * Who opened personal data of visitors of the library, newest first.
 * @param from the first local day, `until` the last one
 * @param limit one more than is shown, so that the caller sees whether it goes on
 */
export async function listReadings(
  db: ReadHandle,
  scope: LibraryScope,
  filter: {
    readonly from: string | undefined
    readonly until: string | undefined
    /** The line after which the page begins. */
    readonly after?: number | undefined
    readonly limit?: number
  },
): Promise<Reading[]> {
  let query = db
    .selectFrom('referrals.readings as reading')
    .leftJoin('referrals.referrals as referral', (join) =>
      join.onRef('referral.id', '=', 'reading.about_id').on('reading.about_kind', '=', 'referral'),
    )
    .leftJoin('referrals.call_backs as call_back', (join) =>
      join.onRef('call_back.id', '=', 'reading.about_id').on('reading.about_kind', '=', 'call-back'),
    )
    .where('reading.library_id', '=', scope.libraryId)
  if (filter.from) query = query.where('reading.at', '>=', startOfDay(filter.from).toString() as never)
  if (filter.until)
    query = query.where('reading.at', '<', startOfDay(addDays(filter.until, 1)).toString() as never)
  if (filter.after) query = query.where('reading.id', '<', filter.after)
  const rows = await query
    .select((eb) => [
      'reading.id',
      'reading.at',
      'reading.about_kind as aboutKind',
      'reading.about_id as aboutId',
      eb.fn.coalesce('referral.code', 'call_back.code').as('code'),
      'reading.by_kind as by',
      'reading.account_id as accountId',
      'reading.why',
      eb
        .selectFrom('referrals.consents as consent')
        .select('consent.passed_to')
        .whereRef('consent.about_kind', '=', 'reading.about_kind')
        .whereRef('consent.about_id', '=', 'reading.about_id')
        .orderBy('consent.given_at', 'desc')
        .limit(1)
        .as('passedTo'),
    ])
    .orderBy('reading.id', 'desc')
    .limit(filter.limit ?? rowsPerPage + 1)
    .execute()
  const names = await nameAccounts(
    db,
    scope,
    rows.flatMap(({ accountId }) => accountId ?? []),
  )
  return rows.map(({ accountId, ...row }) => ({
    ...row,
    name: accountId === null ? undefined : names.get(accountId),
  })) as Reading[]
}

/** How many people's data was erased since a day, by cause. */
export async function countErasures(
  db: ReadHandle,
  scope: LibraryScope,
  since: string,
): Promise<Readonly<Record<'term' | 'withdrawn' | 'asked', number>>> {
  const rows = await db
    .selectFrom('referrals.erasures')
    .select((eb) => ['cause', eb.fn.sum<number>('persons').as('people')])
    .where('library_id', '=', scope.libraryId)
    .where('at', '>=', startOfDay(since).toString() as never)
    .groupBy('cause')
    .execute()
  const of = (cause: string): number => Number(rows.find((row) => row.cause === cause)?.people ?? 0)
  return { term: of('term'), withdrawn: of('withdrawn'), asked: of('asked') }
}
