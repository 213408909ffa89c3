import type { Translate } from '../../platform/i18n/translate.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import { localDay, parseInstant } from '../../platform/time/local-time.ts'
import { sayNumber } from './figure-words.ts'
import type { WrittenFigure, WrittenReport, WrittenRow } from './written-report.ts'
import { drawnValue, rowsToShow } from './written-report-rows.ts'
import { sayFraction } from './written-report-visitors.ts'

/** Remarks of who wrote the report: on all of it (`general`) and on its figures, by their ids. */
export type Remarks = Readonly<Record<string, string>>

/** What the template below sets: words and numbers, ready to stand there. */
export function typstData(report: WrittenReport, remarks: Remarks, state: string, t: Translate) {
  const { language } = report
  const counted = parseInstant(report.countedAt)
  return {
    language,
    title: report.title,
    state,
    // Of the day of counting: the same report gives the same file.
    date: counted ? localDay(counted).split('-').map(Number) : [],
    summary: report.summary,
    totals: report.totals.map(({ label, now, remark }) => ({
      label,
      number: sayNumber(now, language),
      remark,
    })),
    caveats: report.caveats,
    words: {
      summary: t('sent-reports.part.summary'),
      remarks: t('sent-reports.part.remarks'),
      caveats: t('sent-reports.part.caveats'),
      definition: t('reports.how-counted'),
      remark: t('sent-reports.remark'),
      share: t('reports.share-of'),
      page: t('sent-reports.page'),
      of: t('sent-reports.page-of'),
    },
    general: remarks.general ?? '',
    figures: report.figures.map((figure) => figureData(figure, report, remarks, t)),
    counted: counted ? dateInWords(localDay(counted), language) : '',
  }
}

function figureData(figure: WrittenFigure, { language }: WrittenReport, remarks: Remarks, t: Translate) {
  const rows = rowsToShow(figure, t)
  const withShare = rows.some(({ share }) => share !== null)
  const say = (value: number | null): string => (value === null ? '–' : sayNumber(value, language))
  const bars = rows.flatMap((row) => barOf(figure, row, say, t))
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return {
    heading: figure.heading,
    text: figure.text,
    notes: figure.notes,
    definition: figure.definition,
    remark: remarks[figure.id] ?? '',
    table: t('sent-reports.table', { figure: figure.heading }),
    headers: [figure.rowHeader, ...figure.columns, ...(withShare ? [t('reports.share-of')] : [])],
    rows: rows.map(({ label, values, share }) => [
      label,
      ...values.map(say),
      ...(withShare ? [share === null ? '' : sayFraction(share, { t })] : []),
    ]),
    bars: bars.map(({ label, value, said }) => ({ label, said, share: value / most })),
    alt: t('sent-reports.chart', {
      figure: figure.heading,
      bars: bars.map(({ label, said }) => `${label}: ${said}`).join('; '),
    }),
  }
}

function barOf(
  figure: WrittenFigure,
  row: WrittenRow,
  say: (value: number | null) => string,
  t: Translate,
): { label: string; value: number; said: string }[] {
  const { label, share } = row
  const value = drawnValue(figure, row)
  // Sixty small ones together would make the twelve large ones look like nothing.
  if (value === null || row.code === 'others' || row.code === 'hidden') return []
  return [
    { label, value, said: share === null ? say(value) : `${say(value)} (${sayFraction(share, { t })})` },
  ]
}

/**
 * The look of a report. Charts are drawn and have a text in their place; tables have headers; headings make the bookmarks. Text comes from
 * the data as strings: Typst reads no markup in those.
 */
export const reportTemplate = `
#let data = json(bytes(sys.inputs.data))
#let words = data.words
#let accent = rgb("#154273")
#let soft = rgb("#e8eef5")
#set document(
  title: data.title,
  author: "Balie",
  date: if data.date.len() == 3 { datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)) } else { none },
)
#set text(lang: data.language, font: ("Atkinson Hyperlegible Next", "Atkinson Extended"), size: 11pt)
#set page(
  paper: "a4",
  margin: (x: 2.2cm, top: 2.2cm, bottom: 2.4cm),
  footer: context [
    #set text(size: 9pt)
    #data.title #h(1fr) #words.page #counter(page).display() #words.of #counter(page).final().first()
  ],
)
#set par(leading: 0.7em, spacing: 1em)
#show title: set text(size: 22pt, fill: accent)
#show title: set par(leading: 0.5em)
#show title: set block(below: 0.8em)
#show heading.where(level: 1): set text(size: 15pt, fill: accent)
#set table.cell(breakable: false)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#let paragraphs(text) = for line in text.split("\\n") { if line.trim() != "" { par(line) } }
#let remark(text, label) = if text.trim() != "" {
  block(width: 100%, inset: (x: 10pt, y: 9pt), stroke: (left: 3pt + accent), fill: soft, {
    par(strong(label))
    paragraphs(text)
  })
}
#title()
#par(data.state)
#heading(level: 1, words.summary)
#for line in data.summary { par(line) }
#for total in data.totals { par[#strong(total.label + ": " + total.number) #h(0.4em) #total.remark] }
#remark(data.general, words.remarks)
#for it in data.figures {
  heading(level: 1, it.heading)
  // With the chart that they are about.
  for line in it.text { block(sticky: it.bars.len() > 0, line) }
  if it.bars.len() > 0 {
    figure(
      alt: it.alt,
      kind: image,
      supplement: none,
      numbering: none,
      block(width: 100%, grid(
        columns: (34%, 1fr, auto),
        column-gutter: 8pt,
        row-gutter: 6pt,
        align: (right + horizon, left + horizon, right + horizon),
        ..it.bars.map(bar => (
          text(size: 9.5pt, hyphenate: true, bar.label),
          if bar.share > 0 { rect(width: calc.max(bar.share, 0.004) * 100%, height: 11pt, fill: accent) },
          text(size: 9.5pt, bar.said),
        )).flatten(),
      )),
    )
  }
  if it.rows.len() > 0 {
    let numbers = it.headers.len() - 1
    set text(size: 9.5pt)
    // On one page with its name, unless it is longer than one; then each page has the headers, and no row is cut in two.
    block(breakable: it.rows.len() > 20, {
    block(sticky: true, below: 0.6em, strong(it.table))
    table(
      columns: if numbers > 3 { (2fr,) + (1fr,) * numbers } else { (1fr,) + (auto,) * numbers },
      align: (left,) + (right,) * numbers,
      stroke: (x: none, y: 0.5pt + luma(150)),
      inset: (x: 6pt, y: 5pt),
      table.header(..it.headers.map(header => strong(header))),
      ..it.rows.flatten(),
    )
    })
  }
  for note in it.notes { par(text(size: 10pt, note)) }
  par(text(size: 10pt)[#strong(words.definition) #it.definition])
  remark(it.remark, words.remark)
}
#heading(level: 1, words.caveats)
#list(..data.caveats)
`
