import { sql } from 'kysely'
import type { DesksScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesksToPayFor } from '../../desks/public.ts'
import type { Notice } from '../notice.ts'

/** What a municipality announced or prepares, the latest day first. */
export async function findNotices(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
): Promise<Notice[]> {
  const rows = await noticesOf(db)
    .where('municipality_code', '=', municipalityCode)
    .orderBy('counts_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asNotice)
}

export async function findNotice(
  db: ReadHandle,
  _scope: MunicipalityScope | DesksScope,
  id: string,
): Promise<Notice | undefined> {
  const row = await noticesOf(db).where('id', '=', id).executeTakeFirst()
  return row && asNotice(row)
}

/** A notice as one desk has it. */
export interface NoticeAtDesk extends Notice {
  /** The highest edition that the desk confirmed; 0 for none. */
  readonly seenEdition: number
  /** The local day of that. */
  readonly seenOn: string | null
}

/** What municipalities told one desk, the first day first; of what is over only the last so many. */
export async function findNoticesAtDesk(
  db: ReadHandle,
  _scope: DesksScope,
  deskId: string,
  from: string,
): Promise<NoticeAtDesk[]> {
  const rows = await noticesOf(db)
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('notices.confirmations as confirmation')
          .select(['confirmation.edition as seenEdition', 'confirmation.confirmed_at as seenAt'])
          .whereRef('confirmation.notice_id', '=', 'notice.id')
          .where('confirmation.desk_id', '=', deskId)
          .orderBy('confirmation.edition', 'desc')
          .limit(1)
          .as('seen'),
      (join) => join.onTrue(),
    )
    .select(['seen.seenEdition', 'seen.seenAt'])
    .where('announced_at', 'is not', null)
    .where('municipality_code', '=', sql<string>`any (notices.desk_senders(array[${deskId}::uuid]))`)
    .where(sql<boolean>`(chosen_desks is null or ${deskId}::uuid = any (chosen_desks))`)
    .where('shown_until', '>=', from)
    .orderBy('counts_from')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...asNotice(row),
    seenEdition: row.seenEdition ?? 0,
    seenOn: dayOf(row.seenAt),
  }))
}

/** A desk for which a notice is meant, and what it confirmed of it. */
export interface ReachedDesk {
  readonly id: string
  readonly name: string
}

/** The desks to which a municipality tells what changes: those in it, and those that it pays for. By name. */
export async function findReachedDesks(
  db: ReadHandle,
  scope: MunicipalityScope,
  codes: readonly string[],
): Promise<ReachedDesk[]> {
  const desks = await findDesksToPayFor(db, scope, codes, [])
  return desks.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))
}

/** Which desk confirmed which edition of these notices, on which local day. Nothing of who at the desk. */
export async function findConfirmations(
  db: ReadHandle,
  _scope: MunicipalityScope,
  noticeIds: readonly string[],
): Promise<{ noticeId: string; deskId: string; edition: number; on: string }[]> {
  if (noticeIds.length === 0) return []
  const rows = await db
    .selectFrom('notices.confirmations')
    .select(['notice_id as noticeId', 'desk_id as deskId', 'edition', 'confirmed_at as at'])
    .where('notice_id', 'in', noticeIds)
    .orderBy('confirmed_at')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, on: localDay(at) }))
}

const noticesOf = (db: ReadHandle) =>
  db
    .selectFrom('notices.notices as notice')
    .select([
      'notice.id',
      'municipality_code as municipalityCode',
      'title',
      'topics',
      'counts_from as countsFrom',
      'shown_until as shownUntil',
      'what_changes as whatChanges',
      'tell',
      'link',
      'chosen_desks as chosenDesks',
      'announced_at as announcedAt',
      'notice.edition',
      'edition_at as editionAt',
      'withdrawn_at as withdrawnAt',
      'withdrawn_reason as withdrawnReason',
      'version',
    ])

type Row = Omit<Notice, 'announcedOn' | 'editionOn' | 'withdrawnOn'> & {
  readonly announcedAt: Instant | null
  readonly editionAt: Instant | null
  readonly withdrawnAt: Instant | null
}

const dayOf = (moment: Instant | null): string | null => (moment ? localDay(moment) : null)

const asNotice = ({ announcedAt, editionAt, withdrawnAt, ...row }: Row): Notice => ({
  ...row,
  announcedOn: dayOf(announcedAt),
  editionOn: dayOf(editionAt),
  withdrawnOn: dayOf(withdrawnAt),
})
