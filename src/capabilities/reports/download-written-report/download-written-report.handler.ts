import { writeCsv } from '../../../platform/csv/read-csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { workbookType, writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { countReport, openReport } from '../opened-report.ts'
import type { WrittenReport } from '../written-report.ts'
import { reportFileName, reportSheets, reportTable } from '../written-report-files.ts'
import { type Remarks, reportTemplate, typstData } from '../written-report-typst.ts'

/** A report as a PDF that everybody can read. */
export async function downloadPdf(request: WebRequest): Promise<Reply> {
  const { document, remarks, state } = await read(request)
  const data = typstData(document, remarks, state, translator(document.language))
  return {
    kind: 'file',
    contentType: 'application/pdf',
    fileName: reportFileName(document, 'pdf'),
    body: await request.pdf.make(reportTemplate, data),
  }
}

/** A report for Excel: a sheet for each figure, and one with what they mean. */
export async function downloadReportWorkbook(request: WebRequest): Promise<Reply> {
  const { document, remarks } = await read(request)
  return {
    kind: 'file',
    contentType: workbookType,
    fileName: reportFileName(document, 'xlsx'),
    body: writeWorkbook(reportSheets(document, remarks, translator(document.language))),
  }
}

/** A report as one long table, for who reckons with it. */
export async function downloadReportCsv(request: WebRequest): Promise<Reply> {
  const { document } = await read(request)
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: reportFileName(document, 'csv'),
    body: writeCsv(reportTable(document, translator(document.language))),
  }
}

/** What stands in a frozen report, or what a draft would say now. */
async function read(
  request: WebRequest,
): Promise<{ readonly document: WrittenReport; readonly remarks: Remarks; readonly state: string }> {
  const opened = await openReport(request, request.idParam('report'))
  const { frozen, remarks } = opened.kept
  const document = frozen?.document ?? (await countReport(request, opened)).document
  const t = translator(document.language)
  const day = dateInWords(localDay(frozen?.at ?? request.clock.now()), document.language)
  return {
    document,
    remarks,
    state: t(frozen ? 'sent-reports.pdf.frozen' : 'sent-reports.pdf.draft', { day }),
  }
}
