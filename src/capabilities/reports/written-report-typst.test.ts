import { afterAll, describe, expect, test } from 'vitest'
import { pdfFonts } from '../../../tests/support/pdf-fonts.ts'
import { readPdf } from '../../../tests/support/read-pdf.ts'
import { translator } from '../../platform/i18n/translate.ts'
import { createPdfMaker } from '../../platform/pdf/pdf-maker.ts'
import type { WrittenReport } from './written-report.ts'
import { reportTemplate, typstData } from './written-report-typst.ts'

const t = translator('nl')
const maker = createPdfMaker(await pdfFonts())
afterAll(() => maker.close())

const report: WrittenReport = {
  version: 1,
  kind: 'quarter',
  language: 'nl',
  title: 'Kwartaalrapport Bibliotheek Eemdal, derde kwartaal van 2026',
  area: { level: 'library', key: 'x' },
  areaName: 'Bibliotheek Eemdal',
  period: { from: '2026-07-01', until: '2026-09-30' },
  periodName: 'derde kwartaal van 2026',
  countedAt: '2026-10-05T08:00:00Z',
  withVisitors: true,
  totals: [],
  summary: ['In deze periode zijn 120 hulpcontacten geregistreerd.'],
  caveats: ['Geteld op 5 oktober 2026.'],
  figures: [
    {
      id: 'language',
      heading: 'Figuur 2. Taalachtergrond van bezoekers',
      text: ['64 % van de bezoekers heeft Nederlands als eerste taal.'],
      notes: ['Van 120 hulpcontacten.'],
      definition: 'Eerste of tweede taal.',
      rowHeader: 'Taal',
      columns: ['Hulpcontacten'],
      rows: [
        { code: 'language-nt1', label: 'Nederlands eerste taal', values: [64], share: 0.64 },
        { code: 'language-nt2', label: 'Nederlands tweede taal', values: [null], share: null },
        { code: 'not-registered', label: 'Niet geregistreerd', values: [0], share: 0 },
      ],
    },
    {
      id: 'staff',
      heading: 'Figuur 8. Wie achter de balie staan',
      text: [],
      notes: [],
      definition: '',
      rowHeader: 'Wie',
      columns: ['Mensen'],
      rows: [],
    },
  ],
}

/** What somebody could type to see whether it is read as markup, in Typst and elsewhere. */
const nasty = [
  '#panic("weg") #import "/etc/passwd": * #{ 1/0 } \\ \\u{41} \\#',
  '= Kop\n- lijst\n*vet* _schuin_ `code` $x^2$ <label> @verwijzing // weg /* weg */ ~ --- "aanhaling" [blok] ] }',
  'met een\ttab',
  '😀 中 עברית Ţurkçe ğŞı Łódź Київ Ωμέγα\u0000\u200b',
].join('\n')

describe('the PDF of a report', () => {
  test('is tagged, in Dutch, with a title, bookmarks, headings, tables with headers and texts for its charts', async () => {
    const pdf = await maker.make(reportTemplate, typstData(report, {}, 'Concept', t))
    const read = await readPdf(pdf)
    expect(read).toMatchObject({ language: 'nl', title: report.title, marked: true, pdfUa: '1' })
    expect(read.roles).toMatchObject({ H1: 4, Table: 1, Figure: 1, TH: 3 })
    // Three rows of three; an empty cell holds nothing to find on the page.
    expect(read.roles.TD).toBe(8)
    expect(read.alts).toEqual([
      'Staafdiagram bij Figuur 2. Taalachtergrond van bezoekers. Nederlands eerste taal: 64 (64 %); Niet geregistreerd: 0 (0 %).',
    ])
    expect(read.bookmarks).toEqual([
      'In het kort',
      'Figuur 2. Taalachtergrond van bezoekers',
      'Figuur 8. Wie achter de balie staan',
      'Over deze cijfers',
    ])
    expect(read.text).toContain('64 % van de bezoekers')
  })

  test('shows what somebody typed as it was typed; letters that no font of ours holds as a question mark', async () => {
    const remarks = { general: nasty, language: nasty, staff: nasty }
    const named = { ...report, title: nasty.split('\n')[0] ?? '', areaName: nasty }
    const { text, title } = await readPdf(
      await maker.make(reportTemplate, typstData(named, remarks, 'Concept', t)),
    )
    const plain = text.replaceAll(/\s+/g, ' ')
    expect(plain.split('#panic("weg") #import "/etc/passwd": *').length).toBeGreaterThan(3)
    for (const typed of [
      '\\u{41} \\#',
      '= Kop',
      '- lijst',
      'met een tab',
      '*vet* _schuin_ `code` $x^2$ <label> @verwijzing // weg /* weg */',
    ])
      expect(plain).toContain(typed)
    expect(plain).toContain('Ţurkçe ğŞı Łódź Київ')
    expect(plain).not.toMatch(/😀|中/u)
    expect(title).toContain('#panic')
  })

  test('fails for what does not fit, and the next one is made', async () => {
    await expect(maker.make('#data.nothing', {})).rejects.toThrow(/No PDF was made/)
    await expect(maker.make(reportTemplate, typstData(report, {}, '', t))).resolves.toBeInstanceOf(Uint8Array)
  })

  test('that takes too long is given up, and the next one gets a thread of its own', async () => {
    const hasty = createPdfMaker(await pdfFonts(), 4)
    const long = '#for i in range(9000) { for j in range(9000) { let k = i + j } }'
    await expect(hasty.make(long, {})).rejects.toThrow('took too long')
    await expect(hasty.make(reportTemplate, typstData(report, {}, '', t))).resolves.toBeInstanceOf(Uint8Array)
    await hasty.close()
  }, 30_000)

  test('reads no file of the machine', async () => {
    await expect(maker.make('#read("/../../../../etc/hostname")', {})).rejects.toThrow(/No PDF was made/)
  })
})
