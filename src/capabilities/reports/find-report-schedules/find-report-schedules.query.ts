import type { JobScope, SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Area, Level } from '../area.ts'
import type { ReportKind } from '../report-period.ts'
import type { Ending } from '../report-schedule.ts'

/** A report that somebody gets by mail after each of its periods. */
export interface ReportSchedule {
  readonly id: string
  readonly accountId: string
  readonly kind: ReportKind
  readonly area: Area
  /** Where its person uses Balie, as https://balie.voorbeeld.nl. */
  readonly origin: string
  readonly createdAt: Instant
  readonly expiresOn: string
  readonly lastPeriod: string | undefined
  readonly lastQueuedAt: Instant | undefined
  /** How often in a row its report could not be made. */
  readonly failures: number
  readonly nextAttemptAt: Instant | undefined
  readonly ended: { readonly at: Instant; readonly why: Ending } | undefined
}

/** One's own, those that go on first. Of those that ended only what ended by itself is of use: it says why. */
export async function findOwnSchedules(db: ReadHandle, scope: SelfScope): Promise<ReportSchedule[]> {
  const rows = await db
    .selectFrom('reports.report_schedules')
    .selectAll()
    .where('account_id', '=', scope.accountId)
    .where((eb) => eb.or([eb('ended_why', 'is', null), eb('ended_why', '!=', 'stopped')]))
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(scheduleOf)
}

/** All that go on, of everybody: for the worker. */
export async function findSchedules(db: ReadHandle, _scope: JobScope): Promise<ReportSchedule[]> {
  const rows = await db
    .selectFrom('reports.report_schedules')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(scheduleOf)
}

export async function findSchedule(
  db: ReadHandle,
  _scope: JobScope,
  id: string,
): Promise<ReportSchedule | undefined> {
  const row = await db
    .selectFrom('reports.report_schedules')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && scheduleOf(row)
}

function scheduleOf(row: {
  readonly id: string
  readonly account_id: string
  readonly kind: string
  readonly level: string
  readonly key: string
  readonly origin: string
  readonly created_at: Instant
  readonly expires_on: string
  readonly last_period: string | null
  readonly last_queued_at: Instant | null
  readonly failures: number
  readonly next_attempt_at: Instant | null
  readonly ended_at: Instant | null
  readonly ended_why: string | null
}): ReportSchedule {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind as ReportKind,
    area: { level: row.level as Level, key: row.key },
    origin: row.origin,
    createdAt: row.created_at,
    expiresOn: row.expires_on,
    lastPeriod: row.last_period ?? undefined,
    lastQueuedAt: row.last_queued_at ?? undefined,
    failures: row.failures,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    ended: row.ended_at && row.ended_why ? { at: row.ended_at, why: row.ended_why as Ending } : undefined,
  }
}
