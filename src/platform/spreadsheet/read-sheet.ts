import { decodeEscapes, isoText, numberText } from './cell-text.ts'
import type { WorkbookParts } from './read-workbook.ts'
import { attribute, readXml, type XmlHandler } from './read-xml.ts'
import { damaged, type TableLimits, TableProblem, tooLarge } from './table-problem.ts'

/** A row with something in it. `number` as the spreadsheet shows it, from 1; without the empty cells at its end. */
export interface SheetRow {
  readonly number: number
  readonly values: readonly string[]
}

/** Excel's own: row 1,048,576 and column XFD. */
export const lastRow = 1_048_576
const lastColumn = 16_384

/** The rows of a worksheet with something in them, as they come out of the file. */
export async function* readSheet(
  content: AsyncIterable<Uint8Array>,
  parts: WorkbookParts,
  limits: TableLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const reader = new SheetReader(parts, limits)
  for await (const _ of readXml(content, reader)) yield* reader.take()
  yield* reader.take()
}

class SheetReader implements XmlHandler {
  private readonly parts: WorkbookParts
  private readonly limits: TableLimits
  private ready: SheetRow[] = []
  private within = ''
  private isCell = false
  private isPhonetic = false
  private row = 0
  private column = 0
  private values: string[] = []
  private type = 'n'
  private style = 0
  private value = ''

  constructor(parts: WorkbookParts, limits: TableLimits) {
    this.parts = parts
    this.limits = limits
  }

  take(): SheetRow[] {
    const rows = this.ready
    this.ready = []
    return rows
  }

  open(name: string, attributes: string): void {
    this.within = name
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'rPh') this.isPhonetic = true
    else if (name === 'f' && this.isCell)
      throw new TableProblem({ kind: 'formula', cell: `${columnName(this.column)}${this.row}` })
  }

  text(text: string): void {
    if (!this.isCell || this.isPhonetic || (this.within !== 'v' && this.within !== 't')) return
    this.value += text
    if (this.value.length > this.limits.cellCharacters) throw tooLarge('cell', this.limits.cellCharacters)
  }

  close(name: string): void {
    this.within = ''
    if (name === 'rPh') this.isPhonetic = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row' && this.values.length > 0)
      this.ready.push({ number: this.row, values: this.values })
  }

  private openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? this.row + 1)
    if (!Number.isInteger(number) || number <= this.row || number > lastRow) throw damaged()
    this.row = number
    this.column = 0
    this.values = []
  }

  private openCell(attributes: string): void {
    const name = attribute(attributes, 'r')
    this.column = name === undefined ? this.column + 1 : columnOf(name)
    if (this.row === 0 || this.column > lastColumn) throw damaged()
    this.isCell = true
    this.type = attribute(attributes, 't') ?? 'n'
    this.style = Number(attribute(attributes, 's') ?? 0)
    this.value = ''
  }

  private closeCell(): void {
    this.isCell = false
    const text = this.cellText()
    if (text === '') return
    if (this.column > this.limits.columns) throw tooLarge('columns', this.limits.columns)
    if (this.column <= this.values.length) throw damaged()
    while (this.values.length < this.column - 1) this.values.push('')
    this.values.push(text)
  }

  private cellText(): string {
    const { sharedTexts, kinds, from1904 } = this.parts
    const value = this.value
    if (this.type === 's') {
      const shared = sharedTexts[Number(value)]
      if (shared === undefined || value === '') throw damaged()
      return shared
    }
    if (this.type === 'inlineStr' || this.type === 'str') return decodeEscapes(value).trim()
    if (value === '') return ''
    if (this.type === 'b') return value === '1' || value === 'true' ? 'ja' : 'nee'
    if (this.type === 'd') return isoText(value)
    return this.type === 'e' ? value : numberText(value, kinds[this.style] ?? 'number', from1904)
  }
}

/** The number of the column of a cell, from its name: 4 for 'D17'. */
function columnOf(name: string): number {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(name) ?? []
  if (!letters) throw damaged()
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** 'D' for column 4. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter
}
