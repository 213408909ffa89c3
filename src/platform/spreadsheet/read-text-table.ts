import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { decodeText, delimiterOf } from '../csv/text-encoding.ts'
import type { SheetRow } from './read-sheet.ts'
import { type TableLimits, TableProblem, tooLarge } from './table-problem.ts'

/**
 * The rows with something in them of a CSV file: semicolons, commas or tabs, or what a first line 'sep=' says, as Excel
 * writes it. A row's number counts the rows, empty ones too, as a spreadsheet would show them.
 */
export async function* readTextTable(
  content: Uint8Array,
  limits: TableLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const beginning = firstOf(decodeText(content))
  const [line = '', told] = /^sep=(.)\r?\n/.exec(beginning) ?? []
  const parser = Readable.from(without(line.length, decodeText(content))).pipe(
    parse({
      delimiter: told ?? delimiterOf(beginning),
      max_record_size: limits.columns * limits.cellCharacters,
      relax_column_count: true,
      relax_quotes: true,
    }),
  )
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      const values = record.map((text) => text.trim())
      while (values.at(-1) === '') values.pop()
      if (values.length > limits.columns) throw tooLarge('columns', limits.columns)
      if (values.some((text) => text.length > limits.cellCharacters))
        throw tooLarge('cell', limits.cellCharacters)
      if (values.length > 0) yield { number, values }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // A quote that is not closed takes all that follows into one cell.
    throw new TableProblem({ kind: 'quotes', line: Number(error.quote_lines ?? error.lines ?? 1) })
  }
}

function firstOf(pieces: Iterable<string>): string {
  for (const piece of pieces) return piece
  return ''
}

function* without(length: number, pieces: Iterable<string>): Generator<string> {
  let left = length
  for (const piece of pieces) {
    yield piece.slice(left)
    left = 0
  }
}
