import type { Instant } from '../../platform/time/local-time.ts'

/** What a file or feed may be. The national directory of services (G!DS) holds 100,000 organisations. */
export const importLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 200_000,
  columns: 60,
  unpackedBytes: 400 * 1024 * 1024,
  cellCharacters: 5_000,
  /** Of one organisation with all that belongs to it, as text. */
  organizationCharacters: 200_000,
} as const

/** What was taken in is erased after so many days; so is what nobody confirmed. */
export const importKeptDays = 30

/** `columns` and `preview`: somebody has a choice to make. `reading` and `running`: a job is at work. */
export type ImportStatus = 'columns' | 'reading' | 'preview' | 'running' | 'done' | 'refused' | 'stopped'
export const isWorking = (status: ImportStatus): status is 'reading' | 'running' =>
  status === 'reading' || status === 'running'

export const importKinds = ['hsds-file', 'hsds-feed', 'csv'] as const
export type ImportKind = (typeof importKinds)[number]

/** What happens to an organisation: see directory.import_rows. */
export const rowStatuses = ['new', 'changed', 'other', 'missing', 'wrong', 'same'] as const
export type RowStatus = (typeof rowStatuses)[number]

/** Why a file or feed cannot be read, as a part of a key. */
export const importProblems = [
  'no-json',
  'no-organizations',
  'no-table',
  'too-large',
  'private',
  'not-found',
  'not-json',
  'slow',
  'address',
] as const
export type ImportProblem = (typeof importProblems)[number]

export interface ImportRun {
  readonly id: string
  readonly libraryId: string | null
  readonly accountId: string
  readonly kind: ImportKind
  readonly source: string
  readonly address: string | null
  readonly header: readonly string[]
  readonly status: ImportStatus
  readonly problem: ImportProblem | null
  readonly overwrite: boolean
  readonly endMissing: boolean
  readonly entries: number
  readonly done: number
  readonly contactsLeftOut: number
  readonly startedAt: Instant
}

export const importPath = '/beheer/sociale-kaart/inlezen'
export const readJob = 'directory.read-import'
export const runJob = 'directory.run-import'
/** A national directory takes longer than other jobs. */
export const jobSeconds = 3 * 60 * 60
