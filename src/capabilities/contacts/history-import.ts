import type { FileProblem } from '../../platform/spreadsheet/table-problem.ts'
import type { Instant } from '../../platform/time/local-time.ts'
import type { ColumnUse } from './import-field.ts'
import type { ImportMeanings } from './import-row.ts'

/** What a file with the history may be. A year of a busy library is some thousands of rows. */
export const importLimits = {
  bytes: 25 * 1024 * 1024,
  rows: 60_000,
  columns: 100,
  unpackedBytes: 300 * 1024 * 1024,
  cellCharacters: 2_000,
} as const

/** What is not finished, and what was left out, is erased after so many days. */
export const importKeptDays = 7

/** Files of a library that may wait at once for their job or for somebody's choice: each may fill much of the database. */
export const mostUnfinishedImports = 5

/** Different values in one field: more is a column of texts, not of answers. */
export const mostImportValues = 500

/**
 * How far an import is. In `reading`, `checking`, `running` and `undoing` a job is at work; in `columns`, `answers` and
 * `preview` somebody has a choice to make; the others are an end.
 */
export const importStatuses = [
  'reading',
  'refused',
  'columns',
  'answers',
  'checking',
  'preview',
  'running',
  'done',
  'undoing',
  'undone',
  'removed',
] as const
export type ImportStatus = (typeof importStatuses)[number]

export const workingStatuses = [
  'reading',
  'checking',
  'running',
  'undoing',
] as const satisfies readonly ImportStatus[]
export type WorkingStatus = (typeof workingStatuses)[number]
export const isWorking = (status: ImportStatus): status is WorkingStatus =>
  workingStatuses.some((working) => working === status)

/** What has not come to an end, and holds rows of a file that were not registered. */
export const unfinishedStatuses = [
  'reading',
  'columns',
  'answers',
  'checking',
  'preview',
  'running',
] as const satisfies readonly ImportStatus[]

/** The job that does the work of a status. */
export const jobOfStatus = {
  reading: 'contacts.read-import',
  checking: 'contacts.check-import',
  running: 'contacts.run-import',
  undoing: 'contacts.undo-import',
} as const satisfies Record<WorkingStatus, string>

/** Why a file was refused: by what reads it, or by what an import asks of it. */
export type ImportProblem = FileProblem | { readonly kind: 'doubled-header'; readonly header: string }

/** The import of one file. */
export interface HistoryImport {
  readonly id: string
  readonly libraryId: string
  readonly accountId: string
  readonly fileName: string
  readonly startedAt: Instant
  readonly status: ImportStatus
  /** The job of this status came to an end by a fault. */
  readonly failed: boolean
  readonly problem: ImportProblem | null
  readonly header: readonly string[]
  /** The sheet of an .xlsx that was read, and how many others were not; null for text. */
  readonly sheet: { readonly name: string; readonly others: number } | null
  readonly columns: readonly (ColumnUse | null)[]
  readonly deskId: string | null
  readonly meanings: ImportMeanings
  readonly finishedAt: Instant | null
  /** How many contacts came in, were there already, and were left out; null until it is done. */
  readonly contacts: number | null
  readonly known: number | null
  readonly leftOut: number | null
  readonly undoneAt: Instant | null
}
