import { writeCsv } from '../../../platform/csv/read-csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import {
  type WorkbookColumn,
  type WorkbookRow,
  type WorkbookSheet,
  workbookType,
  writeWorkbook,
} from '../../../platform/spreadsheet/write-workbook.ts'
import { accountMeant } from '../accounting-request.ts'
import { type Annex, annexFileName, annexLines, annexOf } from '../annex.ts'
import { sumOf } from '../indicators.ts'

/** An account as CSV: a line for each indicator. */
export async function downloadAccountCsv(request: WebRequest): Promise<Reply> {
  const annex = await annexMeant(request)
  const { header, lines } = annexLines(annex, request.t)
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `${annexFileName(annex)}.csv`,
    body: writeCsv([header, ...lines]),
  }
}

/** An account as a workbook: the annex as it is published, each indicator, and what the counted ones are made of. */
export async function downloadAccountXlsx(request: WebRequest): Promise<Reply> {
  const annex = await annexMeant(request)
  const { t } = request
  return {
    kind: 'file',
    contentType: workbookType,
    fileName: `${annexFileName(annex)}.xlsx`,
    body: writeWorkbook([
      ...(annex.toNation ? [annexSheet(annex, t)] : []),
      figuresSheet(annex, t),
      desksSheet(annex, t),
      questionsSheet(annex, t),
      materialsSheet(annex, t),
    ]),
  }
}

async function annexMeant(request: WebRequest): Promise<Annex> {
  const { account } = await accountMeant(request)
  return annexOf(account, request.t)
}

const text = (header: string, width?: number): WorkbookColumn => ({
  header,
  kind: 'text',
  ...(width && { width }),
})
const number = (header: string): WorkbookColumn => ({ header, kind: 'number' })

/** One grant beside its five indicators, each with its description, kind of audit, number and value below each other. */
function annexSheet(annex: Annex, t: Translate): WorkbookSheet {
  const unset = t('accountability.not-set')
  const of = (show: (indicator: Annex['indicators'][number]) => string | number): WorkbookRow =>
    annex.indicators.map(show)
  const empty = ['', '', '', '', '']
  return {
    name: t('accountability.annex.sheet'),
    columns: [
      text(t('accountability.annex.provider'), 24),
      text(t('accountability.annex.code'), 16),
      text(t('accountability.annex.grant'), 30),
      text(t('accountability.annex.legal-basis'), 30),
      text(t('accountability.annex.receiver'), 24),
      ...annex.indicators.map(({ number: each }) =>
        text(t('accountability.annex.column', { number: each }), 24),
      ),
    ],
    rows: [
      [
        annex.provider || unset,
        annex.code || unset,
        annex.name,
        annex.legalBasis || unset,
        annex.receiver,
        ...of(({ name }) => name),
      ],
      [...empty, ...of(({ auditKind }) => t('accountability.annex.audit-of', { kind: auditKind || unset }))],
      [...empty, ...of(({ code }) => t('accountability.annex.number-of', { code: code || unset }))],
      [
        ...empty,
        ...of(({ value, isNotFilledIn }) => (isNotFilledIn ? t('accountability.not-filled-in') : value)),
      ],
    ],
  }
}

function figuresSheet(annex: Annex, t: Translate): WorkbookSheet {
  const { header, lines } = annexLines(annex, t)
  return {
    name: t('accountability.annex.figures'),
    columns: header.map((name) => text(name)),
    rows: [
      ...lines,
      ...(annex.figures.reason ? [[t('accountability.reason-without'), annex.figures.reason]] : []),
    ],
  }
}

function desksSheet({ figures }: Annex, t: Translate): WorkbookSheet {
  return {
    name: t('accountability.indicator.3'),
    columns: [
      text(t('accountability.desk'), 30),
      text(t('accountability.library'), 30),
      text(t('accountability.desks.where'), 24),
      number(t('accountability.desks.share')),
    ],
    rows: figures.desks.map(({ name, library, municipality, share }) => [name, library, municipality, share]),
  }
}

function questionsSheet({ figures, year }: Annex, t: Translate): WorkbookSheet {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  return {
    name: t('accountability.indicator.4'),
    columns: [text(t('accountability.desk'), 30), ...months.map(number), number(t('accountability.total'))],
    rows: figures.questions.map(({ name, byMonth }) => [
      name,
      ...months.map((month) => byMonth[month] ?? 0),
      sumOf(Object.values(byMonth)),
    ]),
  }
}

function materialsSheet({ figures }: Annex, t: Translate): WorkbookSheet {
  return {
    name: t('accountability.indicator.5'),
    columns: [
      text(t('accountability.library'), 30),
      text(t('accountability.material'), 30),
      number(t('accountability.used')),
    ],
    rows: figures.materials.map(({ library, material, used }) => [library, material, used]),
  }
}
