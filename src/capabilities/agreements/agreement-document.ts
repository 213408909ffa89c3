import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { dayInWords } from '../../platform/time/local-time.ts'
import type { WrittenAgreement, WrittenMember, WrittenTable } from './written-agreement.ts'

/** What a document says of itself. */
export interface DocumentFacts {
  /** Which version, from 1. */
  readonly number: number
  /** The day on which it was made. */
  readonly madeOn: string
  /** Who drafts it. */
  readonly municipality: string
}

/** A4 with margins of 2.5 cm, in twentieths of a point; what is left for the text. */
const page = { width: 11_906, height: 16_838, margin: 1_417 }
const textWidth = page.width - 2 * page.margin

/**
 * The agreement as a document to go on writing in (Office Open XML): headings, numbered articles and members, tables with a header
 * row, page numbers. White space is made by the styles and never by empty paragraphs, so that a screen reader reads text alone.
 */
export async function writeDocument(written: WrittenAgreement, facts: DocumentFacts): Promise<Uint8Array> {
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(written.title)] }),
    ...written.preamble.map((text) => new Paragraph(text)),
    ...written.articles.flatMap(({ title, members }, article) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        numbering: { reference: 'articles', level: 0 },
        children: [new TextRun(title)],
      }),
      ...members.flatMap((member, index) =>
        writeMember(member, { article, index, afterTable: members[index - 1]?.table !== undefined }),
      ),
    ]),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Ondertekening')] }),
    ...written.signers.flatMap(signature),
  ]
  const document = new Document({
    title: written.title,
    subject: `Versie ${facts.number}`,
    creator: `Gemeente ${facts.municipality}`,
    lastModifiedBy: `Gemeente ${facts.municipality}`,
    description: '',
    styles,
    numbering: { config: numberings(written.articles.length) },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ style: 'Header', text: written.title })] }),
        },
        footers: { default: new Footer({ children: [footer(facts)] }) },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const styles = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: 'nl-NL' } },
      paragraph: { spacing: { after: 120, line: 288 } },
    },
    title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { size: 25, bold: true },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 17, color: '555555' } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: '555555' } },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { before: 40, after: 40 } } },
  ],
}

/** The articles with their members, and a list that begins anew in each article. */
function numberings(articles: number) {
  const bullets = Array.from({ length: articles }, (_, article) => ({
    reference: `list-${article}`,
    levels: [
      {
        level: 0,
        format: LevelFormat.LOWER_LETTER,
        text: '%1.',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 1_247, hanging: 397 } } },
      },
    ],
  }))
  return [
    {
      reference: 'articles',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: 'Artikel %1.',
          suffix: LevelSuffix.SPACE,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 0, hanging: 0 } } },
        },
        {
          level: 1,
          format: LevelFormat.DECIMAL,
          text: '%1.%2',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 850, hanging: 850 } } },
        },
      ],
    },
    ...bullets,
  ]
}

function writeMember(
  { text, items = [], table }: WrittenMember,
  {
    article,
    index,
    afterTable,
  }: { readonly article: number; readonly index: number; readonly afterTable: boolean },
): (Paragraph | Table)[] {
  const follows = items.length > 0 || table !== undefined
  return [
    new Paragraph({
      numbering: { reference: 'articles', level: 1 },
      keepNext: follows,
      ...(afterTable && { spacing: { before: 160, after: 120, line: 288 } }),
      children: textRuns(text),
    }),
    ...items.map(
      (item) =>
        new Paragraph({
          // Two lists in one article both begin with a.
          numbering: { reference: `list-${article}`, level: 0, instance: index },
          children: textRuns(item),
        }),
    ),
    ...(table ? [writeTable(table)] : []),
  ]
}

/** A text that somebody typed over several lines stays so. */
const textRuns = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }))

function writeTable({ columns, rows }: WrittenTable): Table {
  const width = Math.floor(textWidth / columns.length)
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 100, right: 100 },
      ...(bold && { shading: { fill: 'E8EEF0' } }),
      children: [new Paragraph({ style: 'Cell', children: [new TextRun({ text, bold })] })],
    })
  return new Table({
    width: { size: width * columns.length, type: WidthType.DXA },
    columnWidths: columns.map(() => width),
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  })
}

/** A place to sign: lines to write on, made by tab stops. */
function signature(signer: string): Paragraph[] {
  const line = (label: string, keepNext: boolean) =>
    new Paragraph({
      keepNext,
      keepLines: true,
      spacing: { before: 160 },
      tabStops: [
        { type: TabStopType.LEFT, position: 2_268 },
        { type: TabStopType.LEFT, position: 7_371, leader: 'underscore' },
      ],
      children: [new TextRun(`${label}\t\t`)],
    })
  return [
    new Paragraph({ keepNext: true, spacing: { before: 360 }, children: [new TextRun(`Namens ${signer}`)] }),
    line('Naam', true),
    line('Functie', true),
    line('Plaats en datum', true),
    line('Handtekening', false),
  ]
}

const footer = ({ number, madeOn, municipality }: DocumentFacts): Paragraph =>
  new Paragraph({
    style: 'Footer',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      new TextRun(`Gemeente ${municipality}, versie ${number} van ${dayInWords(madeOn, 'nl', 'date')}\t`),
      new TextRun({ children: ['Bladzijde ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES] }),
    ],
  })

/** Under which name a version is saved: letters and digits of its title, and its number. */
export const documentName = (title: string, number: number): string =>
  `${
    title
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .replace(/[^a-z0-9]+/gi, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'overeenkomst'
  }-versie-${number}.docx`
