import { type SqlBool, sql } from 'kysely'
import type { DeskScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import { addDays, type Instant } from '../../../platform/time/local-time.ts'
import { daysUntilHidden } from '../freshness.ts'
import { ownerOf } from '../keeping-scope.ts'
import { askUpTo } from '../upkeep.ts'

/** Which entries are shown: those that ask for something, in these ways. */
export const upkeepStates = ['due', 'stale', 'hidden', 'remarks', 'changes', 'all'] as const
export type UpkeepState = (typeof upkeepStates)[number]

export interface UpkeepRow {
  readonly id: string
  readonly name: string
  readonly reviewOn: string
  readonly keeperAccountId: string | null
  readonly phone: string | null
  readonly remarks: number
  readonly changes: number
  readonly lastHow: string | null
  readonly lastResult: string | null
  readonly lastAt: Instant | null
  readonly lastAccountId: string | null
  readonly askedAt: Instant | null
}

/** One page of the entries that somebody keeps, those that nobody looked at for longest first. */
export async function listUpkeep(
  db: ReadHandle,
  scope: DeskScope | NationalScope,
  {
    state,
    mine,
    page,
    today,
  }: {
    readonly state: UpkeepState
    readonly mine: boolean
    readonly page: number
    readonly today: string
  },
): Promise<{ rows: UpkeepRow[]; total: number; waiting: number }> {
  const libraryId = ownerOf(scope)
  const remarks = sql<number>`(select count(*)::int from directory.remarks remark where remark.partner_id = partner.id and remark.handled_at is null)`
  const changes = sql<number>`(select count(*)::int from directory.proposed_changes change where change.partner_id = partner.id and change.handled_at is null)`
  const own = db
    .selectFrom('directory.partners as partner')
    .where('partner.ended_on', 'is', null)
    .where((eb) =>
      libraryId === null ? eb('partner.library_id', 'is', null) : eb('partner.library_id', '=', libraryId),
    )
  let found = own
  if (mine) found = found.where('partner.keeper_account_id', '=', scope.accountId)
  if (state === 'due')
    found = found.where((eb) =>
      eb.or([
        eb('partner.review_on', '<=', askUpTo(today)),
        sql<SqlBool>`${remarks} > 0`,
        sql<SqlBool>`${changes} > 0`,
      ]),
    )
  if (state === 'stale') found = found.where('partner.review_on', '<', today)
  if (state === 'hidden') found = found.where('partner.review_on', '<', addDays(today, -daysUntilHidden))
  if (state === 'remarks') found = found.where(sql<SqlBool>`${remarks} > 0`)
  if (state === 'changes') found = found.where(sql<SqlBool>`${changes} > 0`)
  const rows = await found
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('directory.confirmations as check')
          .select(['check.how', 'check.result', 'check.at', 'check.account_id'])
          .whereRef('check.partner_id', '=', 'partner.id')
          .orderBy('check.at', 'desc')
          .orderBy('check.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'partner.id',
      'partner.name',
      'partner.review_on as reviewOn',
      'partner.keeper_account_id as keeperAccountId',
      'partner.phone',
      remarks.as('remarks'),
      changes.as('changes'),
      'last.how as lastHow',
      'last.result as lastResult',
      'last.at as lastAt',
      'last.account_id as lastAccountId',
      sql<Instant | null>`(select max(reminder.at) from directory.reminders reminder where reminder.partner_id = partner.id and reminder.to_partner)`.as(
        'askedAt',
      ),
    ])
    .orderBy('partner.review_on')
    .orderBy('partner.name')
    .orderBy('partner.id')
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
    .execute()
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const { waiting } = await own
    .select(sql<number>`(count(*) filter (where ${remarks} > 0 or ${changes} > 0))::int`.as('waiting'))
    .executeTakeFirstOrThrow()
  return { rows, total, waiting }
}
