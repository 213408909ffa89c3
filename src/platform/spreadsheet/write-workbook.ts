import { daysBetween, isDay } from '../time/local-time.ts'
import { columnName } from './read-sheet.ts'
import { writeZip, type ZipPart } from './write-zip.ts'

/** Of a sheet to write. `day` takes days as 2022-03-04. */
export interface WorkbookColumn {
  readonly header: string
  /** In characters. */
  readonly width?: number
  readonly kind: 'text' | 'number' | 'day'
}

export type WorkbookRow = readonly (string | number | null)[]

export interface WorkbookSheet {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: Iterable<WorkbookRow> | AsyncIterable<WorkbookRow>
}

/** For a response: the type of an .xlsx file. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Excel's own: characters in a cell, rows in a sheet, characters in a sheet's name. */
const mostCharacters = 32_767
const mostRows = 1_048_576
const mostInName = 31
const pieceCharacters = 64 * 1024

/** The place in `styles` below. */
const style = { plain: 0, header: 1, text: 2, day: 3, harmless: 4 } as const

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const documentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>'

/**
 * An .xlsx file, made while it is read: memory does not grow with the rows, and between two pieces others have their
 * turn. The header is bold and stays in sight. Text is never a formula, whatever it begins with. Rows are read once,
 * sheet after sheet; when nobody reads on, they are closed.
 * @throws RangeError (as the error of the stream) for more rows than a sheet holds
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): ReadableStream<Uint8Array> {
  const pieces = writeZip(partsOf(sheets))
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return()
      },
    },
    { highWaterMark: 0 },
  )
}

function* partsOf(sheets: readonly WorkbookSheet[]): Generator<ZipPart> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const each = (part: (name: string, number: number) => string): string =>
    names.map((name, index) => part(name, index + 1)).join('')
  const part = (name: string, xml: string): ZipPart => ({ name, content: [declaration + xml] })
  const override = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${documentType}.${type}+xml"/>`
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}` +
      `${each((_, number) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet'))}${override('/xl/styles.xml', 'styles')}</Types>`,
  )
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  )
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(
      (name, number) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
  )
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}/relationships">${each((_, number) =>
      relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
    )}${relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')}</Relationships>`,
  )
  yield part('xl/styles.xml', styles)
  for (const [index, sheet] of sheets.entries())
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) }
}

async function* sheetXml({ columns, rows }: WorkbookSheet): AsyncGenerator<string, void, undefined> {
  const letters = columns.map((_, index) => columnName(index + 1))
  const widths = columns.map(
    ({ header, width = Math.max(10, Math.min(60, header.length + 2)) }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const header = columns.map((column, index) => textCell(`${letters[index]}1`, column.header, style.header))
  let piece =
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData><row r="1">${header.join('')}</row>`
  let number = 1
  for await (const row of rows) {
    number += 1
    if (number > mostRows) throw new RangeError(`A sheet holds at most ${mostRows - 1} rows and a header`)
    piece += `<row r="${number}">`
    for (const [index, value] of row.entries())
      if (value !== null) piece += cellXml(`${letters[index]}${number}`, value, columns[index])
    piece += '</row>'
    if (piece.length < pieceCharacters) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

/** @throws RangeError for a value outside the columns */
function cellXml(place: string, value: string | number, column: WorkbookColumn | undefined): string {
  if (!column) throw new RangeError('A row is wider than the columns of its sheet')
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : ''
  if (value === '') return ''
  if (column.kind === 'day' && isDay(value) && value >= '1900-03-01')
    return `<c r="${place}" s="${style.day}"><v>${daysBetween('1899-12-30', value)}</v></c>`
  // Marked as text also for who edits the cell later on.
  return textCell(place, value, /^[=+\-@]/.test(value) ? style.harmless : style.text)
}

function textCell(place: string, text: string, number: number): string {
  const written = escapeXml(text.slice(0, mostCharacters))
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${place}" s="${number}" t="inlineStr"><is><t${space}>${written}</t></is></c>`
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold is written as Excel does: _x0001_; and what looks like that already, so that it stays. */
function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
    .replace(
      /[^\t\n\u0020-\uFFFD]/g,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

/** Names that a spreadsheet takes: not empty, at most 31 characters, none of []:*?/\ and no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const names: string[] = []
  const isTaken = (name: string): boolean =>
    names.some((other) => other.toLowerCase() === name.toLowerCase()) || name.toLowerCase() === 'history'
  for (const each of wanted) {
    const bare = each
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '')
    const base = bare === '' ? 'Blad' : bare
    let name = base.slice(0, mostInName)
    for (let number = 2; isTaken(name); number += 1)
      name = `${base.slice(0, mostInName - `${number}`.length - 3)} (${number})`
    names.push(name)
  }
  return names
}
