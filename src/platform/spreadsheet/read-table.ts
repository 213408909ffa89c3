import type { SheetRow } from './read-sheet.ts'
import { readTextTable } from './read-text-table.ts'
import { type VisibleSheet, visibleSheets } from './read-workbook.ts'
import { type FileProblem, type TableLimits, TableProblem, tooLarge } from './table-problem.ts'

/** A row below the header with something in it. */
export interface TableRow {
  /** As the spreadsheet shows it: the header is usually 1. */
  readonly number: number
  /** As many as the header has, empty ones at the end too; more only where a cell stands beside the header's last. */
  readonly values: readonly string[]
}

export type Table =
  | {
      readonly ok: true
      readonly header: readonly string[]
      readonly rows: AsyncIterable<TableRow>
      /** Which sheet of an .xlsx this is, and how many other visible ones were not read; null for text. */
      readonly sheet: Pick<VisibleSheet, 'name' | 'others'> | null
    }
  | { readonly ok: false; readonly problem: FileProblem }

/**
 * Reads a table from an .xlsx or a CSV file, told apart by what is in it. The first row with something in it is the
 * header. Of an .xlsx: the first visible sheet with something in it. Cells are text without space around it, as people
 * see them: 2022-03-04, 2022-03-04T10:30, 10:30, 'ja' or 'nee', numbers without noise. Empty rows are left out.
 *
 * Rows come while they are unpacked and wait for the reader, so what is in memory is the file itself, the texts that
 * its cells share, and some 64 kB more. Reading them again is not possible.
 * @throws TableProblem from `rows`, for a problem that shows only there
 */
export async function readTable(content: Uint8Array, limits: TableLimits): Promise<Table> {
  try {
    const found = await firstWithContent(content, limits)
    const rows = found?.rows
    const header = (await rows?.next())?.value
    const first = (await rows?.next())?.value
    if (!found || !rows || !header || !first) return { ok: false, problem: { kind: 'empty' } }
    return {
      ok: true,
      header: header.values,
      rows: below(header.values.length, first, rows, limits),
      sheet: found.sheet,
    }
  } catch (error) {
    if (error instanceof TableProblem) return { ok: false, problem: error.problem }
    throw error
  }
}

type Rows = AsyncGenerator<SheetRow, void, undefined>

async function* below(
  columns: number,
  first: SheetRow,
  rest: Rows,
  limits: TableLimits,
): AsyncGenerator<TableRow, void, undefined> {
  let count = 0
  const row = ({ number, values }: SheetRow): TableRow => {
    count += 1
    if (count > limits.rows) throw tooLarge('rows', limits.rows)
    const missing = Math.max(0, columns - values.length)
    return { number, values: missing > 0 ? [...values, ...Array<string>(missing).fill('')] : values }
  }
  yield row(first)
  for await (const each of rest) yield row(each)
}

async function firstWithContent(
  content: Uint8Array,
  limits: TableLimits,
): Promise<{ rows: Rows; sheet: Pick<VisibleSheet, 'name' | 'others'> | null } | undefined> {
  const kind = kindOf(content)
  if (kind === 'text') return { rows: readTextTable(content, limits), sheet: null }
  if (kind !== 'zip') throw new TableProblem({ kind })
  for await (const { name, others, rows } of visibleSheets(content, limits)) {
    const { value } = await rows.next()
    if (value) return { rows: startingWith(value, rows), sheet: { name, others } }
  }
  return undefined
}

async function* startingWith(first: SheetRow, rest: Rows): Rows {
  yield first
  yield* rest
}

function kindOf(content: Uint8Array): 'zip' | 'text' | 'empty' | 'wrong-type' | 'password' | 'old-excel' {
  if (content.length === 0) return 'empty'
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) return kindOfCompound(content)
  return isText(content) ? 'text' : 'wrong-type'
}

const startsWith = (content: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => content[at] === byte)

/** An OLE2 container (MS-CFB): a new Excel file with a password in a part of this name, or one of before 2007. */
function kindOfCompound(content: Uint8Array): 'password' | 'old-excel' | 'wrong-type' {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const has = (name: string): boolean => bytes.includes(name, 0, 'utf16le')
  if (has('EncryptedPackage')) return 'password'
  return has('Workbook') || has('Book') ? 'old-excel' : 'wrong-type'
}

/** No marks that text has no use for; and no web page or XML, which some tools save under a spreadsheet's name. */
function isText(content: Uint8Array): boolean {
  if (startsWith(content, [0xff, 0xfe]) || startsWith(content, [0xfe, 0xff])) return content.length % 2 === 0
  if (content.includes(0)) return false
  const beginning = content.subarray(0, 64 * 1024)
  // Below a space only tabs, line ends, form feeds and escapes stand in text.
  if (beginning.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  return !/^\uFEFF?\s*(?:<|%PDF|\{\\rtf)/.test(Buffer.from(beginning).toString('utf8'))
}
