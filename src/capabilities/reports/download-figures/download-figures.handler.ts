import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { workbookType, writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { sameArea } from '../area-address.ts'
import { askedFigures } from '../asked-figures.ts'
import { type FiguresFile, figuresSheets, figuresTable, fileName } from '../figures-file.ts'
import type { Period } from '../period.ts'
import { readAsked } from '../show-figures/show-figures.handler.ts'

/** The figures for Excel: a sheet for each, and one that explains them. */
export async function downloadWorkbook(request: WebRequest): Promise<Reply> {
  const read = await readFile(request)
  if (!read) return backToFigures(request)
  return {
    kind: 'file',
    contentType: workbookType,
    fileName: fileName(read.file.area, read.period, 'xlsx'),
    body: writeWorkbook(figuresSheets(read.file)),
  }
}

/** The figures as one long table, for who reckons with them. */
export async function downloadCsv(request: WebRequest): Promise<Reply> {
  const read = await readFile(request)
  if (!read) return backToFigures(request)
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: fileName(read.file.area, read.period, 'csv'),
    body: writeCsv(figuresTable(read.file)),
  }
}

/** What is wrong with an address is said by the form above the figures. */
const backToFigures = ({ url }: WebRequest): Reply => seeOther(`/sturing${url.search}`)

async function readFile(
  request: WebRequest,
): Promise<{ readonly file: FiguresFile; readonly period: Period } | undefined> {
  const { t, language } = request
  const asked = await askedFigures(request)
  if (!asked?.read.ok) return undefined
  const { area, period } = asked.read.filter
  const found = await readAsked(request, asked.read.filter)
  if ('state' in found) return undefined
  const { report, nameOf, figuresOf } = found
  const name = asked.areas.find((each) => sameArea(each.area, area))?.name ?? area.key
  return { file: { report, figuresOf, words: { t, language, nameOf }, area: name }, period }
}
