import { sql } from 'kysely'
import type { DesksScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** What the form of a desk shows of a notice, at its topics. */
export interface RunningNotice {
  readonly id: string
  readonly deskId: string
  readonly title: string
  readonly tell: string
  /** Codes of national topics. */
  readonly topics: readonly string[]
  readonly countsFrom: string
  readonly shownUntil: string
  /** Whether the desk confirmed it as it is now. */
  readonly seen: boolean
}

/** What was announced to the desks of the scope and is not over on a day: a row for each desk that it is for, the first day first. */
export async function findRunningNotices(
  db: ReadHandle,
  scope: DesksScope,
  today: string,
): Promise<RunningNotice[]> {
  // Whose notices reach a desk is reckoned once for each desk, not for each pair of a desk and a notice.
  const { rows } = await sql<RunningNotice>`
    select notice.id, desk.id as "deskId", notice.title, notice.tell, notice.topics, notice.counts_from as "countsFrom",
      notice.shown_until as "shownUntil",
      exists (select from notices.confirmations as seen
        where seen.notice_id = notice.id and seen.desk_id = desk.id and seen.edition = notice.edition) as seen
    from (select id, notices.desk_senders(array[id]) as senders from unnest(${scope.deskIds}::uuid[]) as own (id) offset 0) as desk
    join notices.notices as notice on notice.municipality_code = any (desk.senders)
      and (notice.chosen_desks is null or desk.id = any (notice.chosen_desks))
    where notice.announced_at is not null and notice.withdrawn_at is null and notice.shown_until >= ${today}::date
    order by notice.counts_from, notice.id`.execute(db)
  return rows
}

/** How many running notices a desk has not seen as they are now. */
export async function countUnseenNotices(
  db: ReadHandle,
  scope: DesksScope,
  deskId: string,
  today: string,
): Promise<number> {
  const running = await findRunningNotices(db, scope, today)
  return running.filter((notice) => notice.deskId === deskId && !notice.seen).length
}

/** How a municipality's notices stand on a day. */
export interface NoticesSummary {
  /** Announced and not over. */
  readonly running: number
  /** The first day on which one of those begins to count; null when none is still to come. */
  readonly nextFrom: string | null
  readonly drafts: number
}

export async function summariseNotices(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  today: string,
): Promise<NoticesSummary> {
  const { rows } = await sql<NoticesSummary>`
    select (count(*) filter (where announced_at is not null and shown_until >= ${today}::date))::integer as running,
      min(counts_from) filter (where announced_at is not null and counts_from > ${today}::date) as "nextFrom",
      (count(*) filter (where announced_at is null))::integer as drafts
    from notices.notices where municipality_code = ${municipalityCode} and withdrawn_at is null`.execute(db)
  return rows[0] ?? { running: 0, nextFrom: null, drafts: 0 }
}

/** How many changes a municipality announced in a year; what was withdrawn is left out. */
export async function countNoticesOfYear(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from notices.notices
    where municipality_code = ${municipalityCode} and withdrawn_at is null
      and extract(year from announced_at at time zone 'Europe/Amsterdam') = ${year}`.execute(db)
  return rows[0]?.count ?? 0
}
