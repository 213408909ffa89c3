import { readTable, type TableRow } from '../../src/platform/spreadsheet/read-table.ts'
import {
  type FileProblem,
  type TableLimits,
  TableProblem,
} from '../../src/platform/spreadsheet/table-problem.ts'

/** Small, so that a test can go over them. */
export const tableLimits: TableLimits = {
  rows: 100,
  columns: 20,
  unpackedBytes: 2_000_000,
  cellCharacters: 2_000,
}

export interface WholeTable {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

/** All of a table, or the problem that came at once or half-way. */
export async function wholeTable(
  content: Uint8Array,
  limits = tableLimits,
): Promise<WholeTable | FileProblem> {
  const table = await readTable(content, limits)
  if (!table.ok) return table.problem
  const rows: TableRow[] = []
  try {
    for await (const row of table.rows) rows.push(row)
  } catch (error) {
    if (error instanceof TableProblem) return error.problem
    throw error
  }
  return { header: table.header, rows }
}
