import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type CsvResult, type CsvRow, csvLimits } from '../../platform/csv/read-csv.ts'
import type { MessageKey, MessageValues, Translate } from '../../platform/i18n/translate.ts'

/** What is wrong with a row, as a key of the catalogue and what to fill in. */
export interface RowError {
  readonly key: MessageKey
  readonly values?: MessageValues
}

/** What will happen to one row of a file. */
export interface PlannedRow<Change> {
  readonly line: number
  readonly name: string
  readonly status: 'new' | 'changed' | 'unchanged' | 'error'
  readonly errors: readonly RowError[]
  /** What to write; for a new or changed row. */
  readonly change?: Change
  /** What stands there now, where the preview shows it beside what is to be written. */
  readonly before?: Change | undefined
}

export interface ImportPlan<Change> {
  readonly rows: readonly PlannedRow<Change>[]
  /** Short for all that will happen: when it is another at confirming, somebody changed something meanwhile. */
  readonly fingerprint: string
}

export function makePlan<Change>(rows: readonly PlannedRow<Change>[]): ImportPlan<Change> {
  return { rows, fingerprint: createHash('sha256').update(JSON.stringify(rows)).digest('base64url') }
}

export function countRows(plan: ImportPlan<unknown>, status: PlannedRow<unknown>['status']): number {
  return plan.rows.filter((row) => row.status === status).length
}

/** What will be written: nothing while a row is wrong, so that a file is in as a whole or not at all. */
export function changesOf<Change>(plan: ImportPlan<Change>): Change[] {
  return countRows(plan, 'error') > 0 ? [] : plan.rows.flatMap(({ change }) => change ?? [])
}

const carriedRows = z
  .array(z.object({ line: z.number().int(), cells: z.record(z.string().max(50), z.string().max(10_000)) }))
  .min(1)
  .max(csvLimits.rows)

/** The rows that the preview carried along; undefined when somebody spoiled them. */
export function readCarriedRows(text: string): CsvRow[] | undefined {
  try {
    return carriedRows.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Why a file could not be read, in words. */
export function sayFileProblem(problem: Extract<CsvResult, { ok: false }>, t: Translate): string {
  switch (problem.reason) {
    case 'missing-columns':
      return t('organisations.import.error.missing-columns', { columns: problem.columns.join(', ') })
    case 'quotes':
      return t('organisations.import.error.quotes', { line: problem.line })
    case 'too-many-rows':
      return t('organisations.import.error.too-many-rows', { rows: csvLimits.rows })
    default:
      return t(`organisations.import.error.${problem.reason}`)
  }
}
