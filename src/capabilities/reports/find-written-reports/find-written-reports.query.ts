import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Area, FiguresScope, Level } from '../area.ts'
import type { ReportKind, ReportPeriod } from '../report-period.ts'
import type { WrittenReport } from '../written-report.ts'
import type { Remarks } from '../written-report-typst.ts'

/** A report as it is kept: with its document once it is frozen. */
export interface KeptReport {
  readonly id: string
  readonly kind: ReportKind
  /** 2026-Q3, 2026-10 or 2026. */
  readonly period: string
  readonly area: Area
  readonly withVisitors: boolean
  readonly remarks: Remarks
  readonly version: number
  readonly authorAccountId: string
  readonly createdAt: Instant
  readonly changedByAccountId: string
  readonly changedAt: Instant
  readonly frozen:
    | { readonly at: Instant; readonly byAccountId: string; readonly document: WrittenReport }
    | undefined
}

/** One report; nothing for one outside the scope. */
export async function findWrittenReport(
  db: ReadHandle,
  _scope: FiguresScope,
  id: string,
): Promise<KeptReport | undefined> {
  const row = await db
    .selectFrom('reports.written_reports')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && keptReport(row)
}

/** The id of the report of an area and a period, if there is one. */
export async function findReportOf(
  db: ReadHandle,
  _scope: FiguresScope,
  {
    area,
    about,
    withVisitors,
  }: {
    readonly area: Area
    readonly about: Pick<ReportPeriod, 'code'>
    readonly withVisitors: boolean
  },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('reports.written_reports')
    .select('id')
    .where('level', '=', area.level)
    .where('key', '=', area.key)
    .where('period', '=', about.code)
    .where('with_visitors', '=', withVisitors)
    .executeTakeFirst()
  return row?.id
}

export type ListedReport = Omit<KeptReport, 'remarks' | 'frozen'> & {
  readonly frozenAt: Instant | undefined
}

/** As many as are listed: of four kinds of area in ten years. */
const mostListed = 500

/** The reports that the scope reaches, the latest period first. */
export async function listWrittenReports(db: ReadHandle, _scope: FiguresScope): Promise<ListedReport[]> {
  const rows = await db
    .selectFrom('reports.written_reports')
    .select([
      'id',
      'kind',
      'period',
      'level',
      'key',
      'with_visitors',
      'version',
      'author_account_id',
      'created_at',
      'changed_by_account_id',
      'changed_at',
      'frozen_at',
    ])
    .orderBy('period', 'desc')
    .orderBy('changed_at', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({ ...factsOf(row), frozenAt: row.frozen_at ?? undefined }))
}

interface Facts {
  readonly id: string
  readonly kind: string
  readonly period: string
  readonly level: string
  readonly key: string
  readonly with_visitors: boolean
  readonly version: number
  readonly author_account_id: string
  readonly created_at: Instant
  readonly changed_by_account_id: string
  readonly changed_at: Instant
}

const factsOf = (row: Facts): Omit<KeptReport, 'remarks' | 'frozen'> => ({
  id: row.id,
  kind: row.kind as ReportKind,
  period: row.period,
  area: { level: row.level as Level, key: row.key },
  withVisitors: row.with_visitors,
  version: row.version,
  authorAccountId: row.author_account_id,
  createdAt: row.created_at,
  changedByAccountId: row.changed_by_account_id,
  changedAt: row.changed_at,
})

function keptReport(
  row: Facts & {
    readonly remarks: unknown
    readonly document: unknown
    readonly frozen_at: Instant | null
    readonly frozen_by_account_id: string | null
  },
): KeptReport {
  const { frozen_at: at, frozen_by_account_id: byAccountId } = row
  return {
    ...factsOf(row),
    remarks: row.remarks as Remarks,
    // Written by ourselves in a form that has a version.
    frozen: at && byAccountId ? { at, byAccountId, document: row.document as WrittenReport } : undefined,
  }
}
