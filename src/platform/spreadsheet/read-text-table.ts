import { decodeText, delimiterOf } from '../csv/text-encoding.ts'
import { lastRow, type SheetRow } from './read-sheet.ts'
import { type TableLimits, TableProblem, tooLarge } from './table-problem.ts'

/**
 * The rows with something in them of a CSV file (RFC 4180, as people and tools write it): semicolons, commas or tabs, or
 * what a first line 'sep=' says, as Excel writes it. A row's number counts the rows, empty ones too, as a spreadsheet would
 * show them. A quote in the middle of a text is a quote.
 *
 * By our own hand and not by csv-parse: that one makes an error with its stack for every row of another width than the
 * first (45 microseconds), and keeps all cells of a row, however many.
 */
export async function* readTextTable(
  content: Uint8Array,
  limits: TableLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const beginning = firstOf(decodeText(content))
  const [line = '', told] = /^sep=(.)\r?\n/.exec(beginning) ?? []
  const reader = new TextReader(told ?? delimiterOf(beginning), limits)
  let skip = line.length
  for (const piece of decodeText(content)) {
    yield* reader.push(piece.slice(skip))
    skip = 0
  }
  yield* reader.end()
}

function firstOf(pieces: Iterable<string>): string {
  for (const piece of pieces) return piece
  return ''
}

class TextReader {
  private readonly delimiter: string
  private readonly limits: TableLimits
  private readonly marks: RegExp
  private ready: SheetRow[] = []
  private number = 1
  private values: string[] = []
  private cell = ''
  private inQuotes = false
  /** Just behind a quote within quotes: another one makes it a quote in the text. */
  private afterQuote = false
  private afterReturn = false
  private openedIn = 0

  constructor(delimiter: string, limits: TableLimits) {
    this.delimiter = delimiter
    this.limits = limits
    this.marks = new RegExp(`["\\r\\n${delimiter.replace(/[\\\]^-]/, '\\$&')}]`, 'g')
  }

  push(piece: string): SheetRow[] {
    let at = 0
    while (at < piece.length) at = this.inQuotes ? this.quoted(piece, at) : this.plain(piece, at)
    const rows = this.ready
    this.ready = []
    return rows
  }

  end(): SheetRow[] {
    if (this.inQuotes) throw this.openQuote()
    this.endCell()
    this.endRow()
    return this.ready
  }

  private quoted(piece: string, at: number): number {
    const end = piece.indexOf('"', at)
    this.add(piece.slice(at, end === -1 ? piece.length : end))
    if (end === -1) return piece.length
    this.inQuotes = false
    this.afterQuote = true
    return end + 1
  }

  private plain(piece: string, at: number): number {
    this.marks.lastIndex = at
    const end = this.marks.exec(piece)?.index ?? piece.length
    if (end > at) {
      this.add(piece.slice(at, end))
      this.afterQuote = false
      this.afterReturn = false
    }
    if (end < piece.length) this.mark(piece.charAt(end))
    return end + 1
  }

  private mark(mark: string): void {
    const { afterQuote, afterReturn } = this
    this.afterQuote = false
    this.afterReturn = mark === '\r'
    if (mark === this.delimiter) this.endCell()
    else if (mark === '"') this.quote(afterQuote)
    // A return and a new line together are one end.
    else if (mark === '\r' || !afterReturn) {
      this.endCell()
      this.endRow()
    }
  }

  private quote(doubled: boolean): void {
    const opens = !doubled && this.cell.trim() === ''
    if (opens) {
      this.cell = ''
      this.openedIn = this.number
    } else this.add('"')
    this.inQuotes = opens || doubled
  }

  private add(text: string): void {
    this.cell += text
    if (this.cell.length <= this.limits.cellCharacters) return
    throw this.inQuotes && this.cell.includes('\n')
      ? this.openQuote()
      : tooLarge('cell', this.limits.cellCharacters)
  }

  private endCell(): void {
    const value = this.cell.trim()
    this.cell = ''
    if (this.values.length < this.limits.columns) this.values.push(value)
    else if (value !== '') throw tooLarge('columns', this.limits.columns)
  }

  private endRow(): void {
    if (this.number > lastRow) throw tooLarge('rows', this.limits.rows)
    while (this.values.at(-1) === '') this.values.pop()
    if (this.values.length > 0) {
      this.ready.push({ number: this.number, values: this.values })
      this.values = []
    }
    this.number += 1
  }

  /** A quote that is not closed takes all that follows into one cell. */
  private openQuote(): TableProblem {
    return new TableProblem({ kind: 'quotes', line: this.openedIn })
  }
}
