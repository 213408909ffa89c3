import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLimits, readCsv, writeCsv } from './read-csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readCsv(utf8(text), ['naam', 'plaats'], ['naam'])
const expected = { ok: true, rows: [{ line: 2, cells: { naam: 'Café, ’t Hof', plaats: 'Sneek' } }] }

test.each([
  ['semicolons', 'naam;plaats\nCafé, ’t Hof;Sneek\n'],
  ['commas', 'naam,plaats\r\n"Café, ’t Hof",Sneek\r\n'],
  ['tabs', 'naam\tplaats\nCafé, ’t Hof\tSneek'],
  ['a mark at the beginning', '\uFEFFnaam;plaats\nCafé, ’t Hof;Sneek\n'],
  ['other order, capitals, spaces and a column more', ' Plaats ;x; NAAM\nSneek;1; Café, ’t Hof \n'],
])('%s', (_, text) => {
  expect(read(text)).toEqual(expected)
})

test('windows-1252', () => {
  const bytes = Uint8Array.from([...'naam;plaats\nCaf?, ?t Hof;Sneek'].map((letter) => letter.charCodeAt(0)))
  bytes[15] = 0xe9
  bytes[18] = 0x92
  expect(readCsv(bytes, ['naam', 'plaats'], ['naam'])).toEqual(expected)
})

test('empty lines are left out, and the lines are those of the file', () => {
  expect(read('naam;plaats\n\nA;B\n;\nC;\n')).toEqual({
    ok: true,
    rows: [
      { line: 3, cells: { naam: 'A', plaats: 'B' } },
      { line: 5, cells: { naam: 'C', plaats: '' } },
    ],
  })
})

test.each([
  ['nothing', utf8(''), 'empty'],
  ['only names of columns', utf8('naam;plaats\n'), 'empty'],
  ['an xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'spreadsheet'],
  ['an xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'spreadsheet'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'not-text'],
  ['too much', new Uint8Array(csvLimits.bytes + 1).fill(97), 'too-large'],
  ['too many rows', utf8(`naam\n${'a\n'.repeat(csvLimits.rows + 1)}`), 'too-many-rows'],
])('%s says what is wrong', (_, bytes, reason) => {
  expect(readCsv(bytes, ['naam'], ['naam'])).toEqual({ ok: false, reason })
})

test('it says which column is missing, and where a quote is not closed', () => {
  expect(read('plaats\nSneek\n')).toEqual({ ok: false, reason: 'missing-columns', columns: ['naam'] })
  expect(read('naam;plaats\nA;B\n"C;D\n')).toMatchObject({ ok: false, reason: 'quotes' })
})

test('whatever is written is read again, but what would run as a formula', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .map((each) => each.replaceAll('\0', '').trim())
    .filter((each) => !/^[=+\-@]/.test(each))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), (pairs) => {
      const filled = pairs.filter(([naam, plaats]) => naam !== '' || plaats !== '')
      fc.pre(filled.length > 0)
      const result = readCsv(utf8(writeCsv([['naam', 'plaats'], ...filled])), ['naam', 'plaats'], ['naam'])
      expect(result.ok && result.rows.map(({ cells }) => [cells.naam, cells.plaats])).toEqual(filled)
    }),
  )
})

test.each([
  ['=HYPERLINK("http://x.example")', `"'=HYPERLINK(""http://x.example"")"`],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', `"'\r=1+1"`],
  ['-5', '-5'],
  ['-0,5', '-0,5'],
  ['+31 30 1234567', '+31 30 1234567'],
  ['a=b', 'a=b'],
])('%j is written as %s', (text, written) => {
  expect(writeCsv([[text]])).toBe(`\uFEFF${written}\r\n`)
})
