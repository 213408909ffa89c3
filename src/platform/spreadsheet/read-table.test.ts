import fc from 'fast-check'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import {
  tableLimits as limits,
  wholeTable as read,
  type WholeTable,
} from '../../../tests/support/whole-table.ts'
import { readTable } from './read-table.ts'
import type { FileProblem } from './table-problem.ts'
import { writeZip } from './write-zip.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

const relations = (...targets: [id: string, type: string, target: string, more?: string][]): string =>
  `<Relationships>${targets.map(([id, type, target, more = '']) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}" ${more}/>`).join('')}</Relationships>`

/** An .xlsx by hand, for what no tool writes. */
function workbook(sheet: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const all = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': '<workbook><sheets><sheet name="Blad" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(['r1', 'worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  }
  return bytesOf(writeZip(Object.entries(all).map(([name, xml]) => ({ name, content: [xml] }))))
}

const text = (place: string, value: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const header = `<row r="1">${text('A1', 'Dag')}${text('B1', 'Naam')}</row>`
const row = (cells: string): string => `${header}<row r="2">${cells}</row>`

describe('an .xlsx', () => {
  test('as another tool writes it: days, numbers, yes and no, empty cells and rows', async () => {
    const day = (moment: string) => new Date(moment)
    const content = await writeXlsx({
      sheets: [
        {
          name: 'Verborgen',
          hidden: true,
          rows: [['niet'], ['dit']],
        },
        { name: 'Leeg', rows: [] },
        {
          name: 'Echt',
          columns: [{}, { numFmt: 'dd-mm-yyyy' }, { numFmt: 'd-m-yyyy h:mm' }, { numFmt: 'h:mm' }],
          rows: [
            ['Naam ', 'Dag', 'Moment', 'Tijd', 'Ja', 'Getal'],
            ['Café & <b>', day('2022-03-04'), day('2022-03-04T10:30:00Z'), 0.4375, true, 0.1 + 0.2],
            [],
            [' =1+1', null, null, null, false, null],
          ],
        },
      ],
    })
    expect(await read(content)).toEqual({
      header: ['Naam', 'Dag', 'Moment', 'Tijd', 'Ja', 'Getal'],
      rows: [
        { number: 2, values: ['Café & <b>', '2022-03-04', '2022-03-04T10:30', '10:30', 'ja', '0.3'] },
        { number: 4, values: ['=1+1', '', '', '', 'nee', ''] },
      ],
    })
  })

  test('says which sheet it read, and how many others that people see it did not', async () => {
    const rows = [['Dag'], ['4-3-2022']]
    const sheets = [
      { name: 'Leeg', rows: [] },
      { name: '2021 & <ouder>', rows },
      { name: 'Verborgen', hidden: true, rows },
      { name: '2022', rows },
    ]
    expect(await readTable(await writeXlsx({ sheets }), limits)).toMatchObject({
      sheet: { name: '2021 & <ouder>', others: 2 },
    })
    expect(await readTable(Buffer.from('Dag;Naam\n4-3-2022;x'), limits)).toMatchObject({ sheet: null })
  })

  test('with shared texts, over several pieces', async () => {
    const rows = Array.from({ length: 3_000 }, (_, number) => [`rij ${number}`, 'altijd hetzelfde', number])
    const columns = ['a', 'b', 'c'].map((name) => ({ header: name }))
    const content = await bytesOf(
      writeXlsxStream(rows, { name: 'Blad', columns, inlineStrings: false }) as never,
    )
    const table = await read(content, { ...limits, rows: 3_000 })
    expect(table).toMatchObject({ header: ['a', 'b', 'c'] })
    expect((table as WholeTable).rows.map(({ values }) => values)).toEqual(
      rows.map(([a, b, c]) => [a, b, String(c)]),
    )
  })

  test('with rich texts, phonetic marks, escapes, errors, days as text, prefixes and cells without a name', async () => {
    const content = await workbook(
      `<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row>
       <row><c t="e"><v>#N/B</v></c><c t="d"><v>2022-03-04T10:30:00</v></c><c t="str"><v>a_x000A_b</v></c></row>
       <row r="9" spans='1:3'><c r="B9" t='inlineStr'><is><t><![CDATA[<1 & 2>]]></t><rPh><t>nee</t></rPh></is></c><!-- > --></row>`,
      {
        'xl/_rels/workbook.xml.rels': relations(
          ['r1', 'worksheet', '/xl/worksheets/sheet1.xml'],
          ['r2', 'sharedStrings', 'strings.xml'],
          ['r3', 'worksheet', 'https://example.org/elders.xml', 'TargetMode="External"'],
        ),
        'xl/strings.xml':
          '<?xml version="1.0"?><sst><si><r><t>Da</t></r><r><rPr><b/></rPr><t xml:space="preserve">g </t></r></si><si><t>Na&#x61;m &gt;</t><rPh><t>nee</t></rPh></si></sst>',
      },
    )
    expect(await read(content)).toEqual({
      header: ['Dag', 'Naam >'],
      rows: [
        { number: 2, values: ['#N/B', '2022-03-04T10:30', 'a\nb'] },
        { number: 9, values: ['', '<1 & 2>'] },
      ],
    })
  })

  test('with days from 1904', async () => {
    const content = await workbook(row('<c r="A2" s="0"><v>43162</v></c>'), {
      'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations(
        ['r1', 'worksheet', 'worksheets/sheet1.xml'],
        ['r2', 'styles', 'styles.xml'],
      ),
      'xl/styles.xml':
        '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    })
    expect(await read(content)).toMatchObject({ rows: [{ values: ['2022-03-04', ''] }] })
  })

  test.each<[string, string, FileProblem]>([
    ['a formula', row('<c r="D2"><f>NOW()</f><v>1</v></c>'), { kind: 'formula', cell: 'D2' }],
    ['nothing below the header', header, { kind: 'empty' }],
    ['only empty cells', '<row r="1"><c r="A1" s="1"/></row>', { kind: 'empty' }],
    [
      'a cell far to the right',
      row('<c r="XFD2"><v>1</v></c>'),
      { kind: 'too-large', what: 'columns', most: 20 },
    ],
    ['a column that is not there', row('<c r="ZZZZ2"><v>1</v></c>'), { kind: 'damaged' }],
    ['a long text', row(text('A2', 'a'.repeat(2_001))), { kind: 'too-large', what: 'cell', most: 2_000 }],
    ['a shared text that is not there', row('<c r="A2" t="s"><v>7</v></c>'), { kind: 'damaged' }],
    ['rows in another order', `${header}<row r="1">${text('A1', 'x')}</row>`, { kind: 'damaged' }],
    ['a tag as long as a book', `<row ${'a'.repeat(600_000)}/>`, { kind: 'damaged' }],
    ['a tag that does not end', `<row ${'a'.repeat(600)}`, { kind: 'damaged' }],
    ['tags within tags', '<a>'.repeat(100) + '</a>'.repeat(100), { kind: 'damaged' }],
    ['tags that do not match', `<row r="1"></c></row>`, { kind: 'damaged' }],
    ['an entity that nobody made', row(text('A2', '&lol;')), { kind: 'damaged' }],
    [
      'too many rows',
      header + Array.from({ length: 101 }, (_, at) => `<row><c t="b"><v>${at % 2}</v></c></row>`).join(''),
      { kind: 'too-large', what: 'rows', most: 100 },
    ],
  ])('with %s', async (_, sheet, problem) => {
    expect(await read(await workbook(sheet))).toEqual(problem)
  })

  test('with entities that grow is refused', async () => {
    const sheet = `<!DOCTYPE w [<!ENTITY a "${'x'.repeat(90)}"><!ENTITY b "&a;&a;&a;">]><worksheet/>`
    expect(await read(await workbook('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual({ kind: 'damaged' })
  })

  test('that unpacks to more than allowed is stopped, whatever its header says', async () => {
    const content = await workbook(`${row(text('A2', 'x'))}${' '.repeat(3_000_000)}`)
    expect(content.length).toBeLessThan(20_000)
    const view = Buffer.from(content)
    // The sizes as the directory tells them: one byte.
    for (let at = view.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; ) {
      view.writeUInt32LE(1, at + 24)
      at = view.indexOf('PK\x01\x02', at + 4, 'latin1')
    }
    const bomb = { kind: 'too-large', what: 'unpacked', most: limits.unpackedBytes }
    expect(await read(content)).toEqual(bomb)
    expect(await read(new Uint8Array(view))).toEqual(bomb)
  })

  test('with more shared texts than memory bears is refused', async () => {
    const parts = (texts: number) => ({
      'xl/_rels/workbook.xml.rels': relations(
        ['r1', 'worksheet', 'worksheets/sheet1.xml'],
        ['r2', 'sharedStrings', 'strings.xml'],
      ),
      'xl/strings.xml': `<sst>${'<si/>'.repeat(texts)}</sst>`,
    })
    const sheet = row(text('A2', 'x'))
    expect(await read(await workbook(sheet, parts(10_000)))).toMatchObject({ header: ['Dag', 'Naam'] })
    expect(await read(await workbook(sheet, parts(20_000)))).toMatchObject({ what: 'unpacked' })
  })

  test('with a sheet elsewhere does not look there', async () => {
    const elsewhere = relations(['r1', 'worksheet', 'worksheets/sheet1.xml', 'TargetMode="External"'])
    const content = await workbook(row(text('A2', 'x')), { 'xl/_rels/workbook.xml.rels': elsewhere })
    expect(await read(content)).toEqual({ kind: 'empty' })
  })

  test('with a password on its parts is told by name', async () => {
    const content = Buffer.from(await workbook(row(text('A2', 'x'))))
    content.writeUInt16LE(1, content.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8)
    expect(await read(new Uint8Array(content))).toEqual({ kind: 'password' })
  })

  test('with a part that was changed is damaged', async () => {
    const content = Buffer.from(await workbook(row(text('A2', 'x'))))
    content.writeUInt32LE(7, content.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16)
    expect(await read(new Uint8Array(content))).toEqual({ kind: 'damaged' })
  })
})

test.each<[string, Uint8Array, FileProblem['kind']]>([
  ['nothing', utf8(''), 'empty'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), 'wrong-type'],
  ['a PDF', utf8('%PDF-1.7\n'), 'wrong-type'],
  ['a web page', utf8('\uFEFF <html><table>'), 'wrong-type'],
  ['a zip file cut off', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'damaged'],
  ['an old Excel', compound('Workbook'), 'old-excel'],
  ['an Excel with a password', compound('EncryptedPackage'), 'password'],
  ['an old document', compound('WordDocument'), 'wrong-type'],
  ['only a header', utf8('a;b\n'), 'empty'],
])('%s is told by name', async (_, content, kind) => {
  expect(await read(content)).toMatchObject({ kind })
})

test('an .xlsx with a password, as another tool locks it, is told by name', async () => {
  const sheets = [{ name: 'Blad', rows: [['Dag'], ['4-3-2022']] }]
  const content = await writeXlsx({ sheets, encryption: { password: 'geheim', spinCount: 10 } })
  expect(await read(content)).toEqual({ kind: 'password' })
})

test('another zip file, or a document packed in the same way, is no table', async () => {
  const parts = (all: Record<string, string>) =>
    bytesOf(writeZip(Object.entries(all).map(([name, xml]) => ({ name, content: [xml] }))))
  expect(await read(await parts({ mimetype: 'application/vnd.oasis' }))).toEqual({ kind: 'wrong-type' })
  const document = await workbook('', { 'xl/workbook.xml': '<document/>' })
  expect(await read(document)).toEqual({ kind: 'wrong-type' })
})

function compound(name: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]))
}

describe('whatever is sent, it ends in a table or a problem', () => {
  const outcome = async (content: Uint8Array): Promise<void> => {
    const result = await read(content)
    expect('kind' in result || 'header' in result).toBe(true)
  }

  test('random bytes, after any beginning', async () => {
    const beginning = fc.constantFrom(
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0',
      '\xff\xfe',
      '\xef\xbb\xbf',
      'a;b\n',
    )
    await fc.assert(
      fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 500 }), (start, rest) =>
        outcome(new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), rest]))),
      ),
      { numRuns: 300 },
    )
  })

  test('a good file, cut off or with bytes changed', async () => {
    const good = Buffer.from(await workbook(row(`${text('A2', 'x')}<c r="B2"><v>3</v></c>`)))
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: good.length }), fc.boolean(), (bytes, end, cut) => {
        const content = Buffer.from(good)
        for (const [at, byte] of bytes) content[at] = byte
        return outcome(new Uint8Array(cut ? content.subarray(0, end) : content))
      }),
      { numRuns: 400 },
    )
  })

  test('a sheet made of any marks', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<row>',
        '</row>',
        '<c r="A1">',
        '<c t="s">',
        '</c>',
        '<v>',
        '</v>',
        '1',
        '&amp;',
        '<',
        '>',
        '"',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '/>',
        '<t>',
      ),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (xml) => outcome(await workbook(xml.join('')))),
      { numRuns: 200 },
    )
  })
})
