import { sql } from 'kysely'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type HistoryImport, mostImportValues } from '../history-import.ts'
import type { AnswerLists } from '../import-answers.ts'
import { type ClosedField, closedFields, fieldOf, isClosed } from '../import-field.ts'
import { type CellCount, type ImportValue, valuesOfField } from '../import-proposal.ts'
import { readImport, readImportMemory } from '../read-import/read-import.query.ts'
import { readImportRules } from '../read-import-rules/read-import-rules.query.ts'

export interface ImportValues {
  readonly found: HistoryImport
  readonly lists: AnswerLists
  /** Of each closed field that a column holds: its different values, with what they probably mean. */
  readonly values: Partial<Readonly<Record<ClosedField, readonly ImportValue[]>>>
}

/**
 * The values of a file that must be known, with what they probably mean: by our labels and by what was chosen before.
 * @param columns other than those that were chosen, to look before they are
 */
export async function readImportValues(
  db: ReadHandle,
  scope: LibraryScope,
  importId: string,
  now: Instant,
  { language = 'nl', columns }: { language?: Language; columns?: HistoryImport['columns'] } = {},
): Promise<ImportValues> {
  const stored = foundOrRefuse(await readImport(db, scope, importId))
  const found = columns ? { ...stored, columns } : stored
  const { lists } = await readImportRules(db, scope, found, now, language)
  const memory = await readImportMemory(db, scope)
  const cells: CellCount[][] = []
  for (const [index, use] of found.columns.entries())
    cells.push(use && isClosed(fieldOf(use)) ? await countCells(db, scope, importId, index) : [])
  const fields = closedFields.filter((field) => found.columns.some((use) => use && fieldOf(use) === field))
  const chosen = { lists, memory, meanings: found.meanings }
  const values: Partial<Record<ClosedField, readonly ImportValue[]>> = {}
  for (const field of fields) values[field] = await valuesOfField(field, found, cells, chosen)
  return { found, lists, values }
}

/** The different cells of a column with how often each stands there, most often first; empty ones not. */
export async function countCells(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
  column: number,
): Promise<CellCount[]> {
  // More different cells than this can hold no fewer different values: several of them stand in a cell, up to twelve.
  const most = mostImportValues * 40
  const { rows } = await sql<CellCount>`
    select cells[${column + 1}] as cell, count(*)::integer as count
    from contacts.import_rows where import_id = ${importId}::uuid and cells[${column + 1}] <> ''
    group by 1 order by 2 desc, 1 limit ${most}`.execute(db)
  return rows
}

/** The first cells of each column that hold something, in the order of the file: to see what a column is. */
export async function readFirstCells(
  db: ReadHandle,
  _scope: LibraryScope,
  importId: string,
  columns: number,
): Promise<string[][]> {
  const rows = await db
    .selectFrom('contacts.import_rows')
    .select('cells')
    .where('import_id', '=', importId)
    .orderBy('number')
    .limit(200)
    .execute()
  return Array.from({ length: columns }, (_, column) =>
    [...new Set(rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''))].slice(0, 3),
  )
}
