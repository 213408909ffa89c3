import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTable, type TableRow } from './read-table.ts'
import { ZipFile } from './read-zip.ts'
import { type WorkbookRow, type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

async function fileOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return new Uint8Array(await new Response(writeWorkbook(sheets)).arrayBuffer())
}

const columns = [
  { header: 'Dag', kind: 'day' },
  { header: 'Tekst', kind: 'text', width: 40 },
  { header: 'Aantal', kind: 'number' },
] as const

test('another tool reads it as it was written, sheet by sheet', async () => {
  const rows: WorkbookRow[] = [
    ['2022-03-04', '=1+1', 3],
    [null, ' Café & <b>"_x0041_\u0001', 0.5],
    ['geen dag', '', null],
  ]
  const content = await fileOf([
    { name: 'Cijfers 2022/2023', columns, rows },
    { name: '', columns: [{ header: 'Uitleg', kind: 'text' }], rows: [['-5']] },
  ])
  const { sheets } = await readXlsx(content, { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['Cijfers 2022 2023', 'Blad'])
  expect(sheets[0]?.rows).toEqual([
    ['Dag', 'Tekst', 'Aantal'],
    [new Date('2022-03-04'), '=1+1', 3],
    [null, ' Café & <b>"_x0041_\u0001', 0.5],
    ['geen dag', null, null],
  ])
  expect(sheets[1]?.rows).toEqual([['Uitleg'], ['-5']])
  expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 })
  expect(sheets[0]?.cells?.get('0,0')?.style?.font?.bold).toBe(true)
})

test('no text is a formula, also for who edits the cell', async () => {
  const zip = new ZipFile(await fileOf([{ name: 'a', columns, rows: [[null, '=HYPERLINK("x")', null]] }]))
  const part = async (name: string) => {
    const pieces: Uint8Array[] = []
    for await (const piece of zip.unpack(name, { most: 1e6, used: 0 })) pieces.push(piece)
    return Buffer.concat(pieces).toString()
  }
  expect(await part('xl/worksheets/sheet1.xml')).toMatch(/<c r="B2" s="4" t="inlineStr"><is><t>=HYPERLINK/)
  expect(await part('xl/styles.xml')).toMatch(/quotePrefix="1"\/><\/cellXfs>/)
})

test('names of sheets are made so that a spreadsheet takes them', async () => {
  const long = 'Een naam die veel te lang is voor een tabblad'
  const names = [long, long, "'a[b]:c'", 'history', 'A', 'a']
  const sheets = names.map((name) => ({ name, columns, rows: [['2022-03-04', 'x', 1]] as WorkbookRow[] }))
  const { sheets: read } = await readXlsx(await fileOf(sheets))
  expect(read.map(({ name }) => name)).toEqual([
    'Een naam die veel te lang is vo',
    'Een naam die veel te lang i (2)',
    'a b c',
    'history (2)',
    'A',
    'a (2)',
  ])
})

test('what it writes, it reads', async () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim())
  const value = fc.oneof(word, fc.integer(), fc.constant(null))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 }), async (pairs) => {
      const content = await fileOf([
        {
          name: 'Blad',
          columns: [
            { header: 'a', kind: 'text' },
            { header: 'b', kind: 'number' },
          ],
          rows: pairs.map(([a, b]) => [a, b, null].slice(0, 2)),
        },
      ])
      const table = await readTable(content, {
        rows: 100,
        columns: 2,
        unpackedBytes: 1e6,
        cellCharacters: 1_000,
      })
      const rows: TableRow[] = []
      if (table.ok) for await (const row of table.rows) rows.push(row)
      const expected = pairs
        .map((pair, at) => ({ number: at + 2, values: pair.map((each) => (each === null ? '' : `${each}`)) }))
        .filter(({ values }) => values.some((text) => text !== ''))
      expect(rows).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('rows are asked for as the reader goes, an error ends the file, and leaving closes the rows', async () => {
  let asked = 0
  let closed = false
  async function* rows(failing: boolean): AsyncGenerator<WorkbookRow> {
    try {
      for (;;) {
        asked += 1
        if (failing && asked > 10) throw new Error('the table is gone')
        yield ['2022-03-04', `${asked} ${'x'.repeat(1_000)}`, asked]
      }
    } finally {
      await new Promise((done) => setTimeout(done, 5))
      closed = true
    }
  }
  const reader = writeWorkbook([{ name: 'a', columns, rows: rows(false) }]).getReader()
  while (asked === 0) await reader.read()
  await reader.read()
  await reader.cancel()
  expect(closed).toBe(true)
  // Some wait within the packing, which makes these rows forty times smaller; the rest is not made.
  expect(asked).toBeLessThan(10_000)
  asked = 0
  await expect(fileOf([{ name: 'a', columns, rows: rows(true) }])).rejects.toThrow('the table is gone')
})
