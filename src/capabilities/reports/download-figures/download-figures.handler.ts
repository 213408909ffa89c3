import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { workbookType, writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { sameArea } from '../area-address.ts'
import { type FiguresFile, figuresSheets, figuresTable, fileName } from '../figures-file.ts'
import { readFilter } from '../figures-filter.ts'
import { listOwnAreas } from '../list-own-areas/list-own-areas.query.ts'
import { figuresScope, seesVisitors } from '../own-areas.ts'
import type { Period } from '../period.ts'
import { readReport } from '../read-report/read-report.query.ts'

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
  const { actor, t, language, url } = request
  const now = request.clock.now()
  const today = localDay(now)
  const self = actor.selfScope()
  const areas = await request.database.read(self, (db) => listOwnAreas(db, self, actor, today, t))
  const [widest, ...others] = areas
  if (!widest) return undefined
  const read = readFilter(url.searchParams, [widest.area, ...others.map(({ area }) => area)], today, request)
  if (!read.ok) return undefined
  const { area, period } = read.filter
  const scope = figuresScope(actor, area)
  const { report, nameOf, figuresOf } = await request.database.read(scope, (db) =>
    readReport(db, scope, { area, period, seesVisitors: seesVisitors(actor, area.level), language, t }, now),
  )
  const name = areas.find((each) => sameArea(each.area, area))?.name ?? area.key
  return { file: { report, figuresOf, words: { t, language, nameOf }, area: name }, period }
}
