import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { decodeText, delimiterOf } from './text-encoding.ts'

export const csvLimits = { bytes: 1024 * 1024, rows: 2_000 } as const

/** A file, or its rows carried in a form, with room for what a form adds around them. */
export const largestImport = 8 * csvLimits.bytes

/** One row with text in it. `line` is where it ends in the file, counted from 1, as a spreadsheet shows it. */
export interface CsvRow {
  readonly line: number
  /** By the name of its column in small letters, trimmed; empty for a cell that is not there. */
  readonly cells: Readonly<Record<string, string>>
}

export type CsvResult =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | {
      readonly ok: false
      readonly reason: 'empty' | 'too-large' | 'spreadsheet' | 'not-text' | 'too-many-rows'
    }
  | { readonly ok: false; readonly reason: 'quotes'; readonly line: number }
  | { readonly ok: false; readonly reason: 'missing-columns'; readonly columns: readonly string[] }

/**
 * Reads a CSV file as spreadsheets and people write it: semicolons, commas or tabs, UTF-8 with or without a mark at the
 * beginning, or windows-1252. The first row names the columns, in any order; others than `columns` are left out.
 * @param required the columns that must be there
 */
export function readCsv(
  bytes: Uint8Array,
  columns: readonly string[],
  required: readonly string[],
): CsvResult {
  if (bytes.length > csvLimits.bytes) return { ok: false, reason: 'too-large' }
  if (isSpreadsheet(bytes)) return { ok: false, reason: 'spreadsheet' }
  const text = [...decodeText(bytes)].join('')
  if (text.includes('\0')) return { ok: false, reason: 'not-text' }

  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as typeof records
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, reason: 'quotes', line: Number(error.lines ?? 1) }
    throw error
  }
  const [header, ...body] = records
  if (!header) return { ok: false, reason: 'empty' }
  const names = header.record.map((name) => name.toLowerCase())
  const missing = required.filter((column) => !names.includes(column))
  if (missing.length > 0) return { ok: false, reason: 'missing-columns', columns: missing }
  if (body.length === 0) return { ok: false, reason: 'empty' }
  if (body.length > csvLimits.rows) return { ok: false, reason: 'too-many-rows' }
  const rows = body.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(columns.map((column) => [column, record[names.indexOf(column)] ?? ''])),
  }))
  return { ok: true, rows }
}

/**
 * Writes rows as a CSV file that Dutch spreadsheets open by themselves: semicolons, and the mark of UTF-8. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection): people's words stay words.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return csvMark + csvLines(rows)
}

/** Tells a spreadsheet that what follows is UTF-8. */
export const csvMark = '\uFEFF'

/** The lines alone, for a file that is written in lots. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const safe = runsAsFormula(text) ? `'${text}` : text
    return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')
}

/** A plain number, as -5 or +31 30 1234567, does nothing. */
const runsAsFormula = (text: string): boolean =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d ]*([.,]\d+)?$/.test(text)

/** The beginnings of an xlsx (a zip file) and of an old xls. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  return [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((signature) => signature.every((byte, at) => bytes[at] === byte))
}
