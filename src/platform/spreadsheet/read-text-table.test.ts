import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableLimits as limits, wholeTable as read } from '../../../tests/support/whole-table.ts'
import type { TableRow } from './read-table.ts'
import { readTextTable } from './read-text-table.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

function withoutEnd(values: readonly string[]): string[] {
  return values.slice(0, values.findLastIndex((value) => value !== '') + 1)
}

describe('a text file', () => {
  const expected = {
    header: ['Dag', 'Plaats'],
    rows: [
      { number: 2, values: ['4-3-2022', 'Café; ’t Hof'] },
      { number: 4, values: ['=1+1', ''] },
    ],
  }
  const written = 'Dag;Plaats\r\n4-3-2022;"Café; ’t Hof"\r\n;\r\n=1+1;\r\n'
  const windows = Buffer.from(written.replace('’', '\x92'), 'latin1')
  const wide = (encoding: 'le' | 'be') => {
    const bytes = Buffer.from(`\uFEFF${written}`, 'utf16le')
    return new Uint8Array(encoding === 'le' ? bytes : bytes.swap16())
  }
  test.each([
    ['UTF-8', utf8(written)],
    ['UTF-8 with a mark', utf8(`\uFEFF${written}`)],
    ['UTF-16', wide('le')],
    ['UTF-16 the other way round', wide('be')],
    ['windows-1252', new Uint8Array(windows)],
    ['a first line for Excel', utf8(`sep=;\r\n${written}`)],
    ['tabs', utf8('Dag\tPlaats\n4-3-2022\tCafé; ’t Hof\n\n=1+1\t\n')],
    ['commas', utf8('Dag,Plaats\n4-3-2022,Café; ’t Hof\n\n=1+1,\n')],
  ])('in %s', async (_, content) => {
    expect(await read(content)).toEqual(expected)
  })

  test.each([
    ['a return without a new line', 'a;b\r1;2\r', ['1', '2']],
    ['no end at the end', 'a;b\n1;2', ['1', '2']],
    ['quotes within quotes', 'a;b\n"1 ""x""";""\n', ['1 "x"', '']],
    ['only a quote', 'a;b\n"""";2\n', ['"', '2']],
    ['a quote in a text', 'a;b\n5" dik;2\n', ['5" dik', '2']],
    ['text behind a quote', 'a;b\n"1"x"y;2\n', ['1x"y', '2']],
    ['lines in a cell', 'a;b\r\n"1\r\n;2" ; "3"\r\n', ['1\r\n;2', '3']],
    ['more cells than the header', 'a;b\n1;2;3;\n', ['1', '2', '3']],
    ['fewer', 'a;b\n1\n', ['1', '']],
  ])('with %s', async (_, written, values) => {
    expect(await read(utf8(written))).toMatchObject({ header: ['a', 'b'], rows: [{ number: 2, values }] })
  })

  test('of any texts reads as it was written, wherever it is cut in pieces', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', ' ', 'é', ',', '\t') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { maxLength: 4 })), fc.nat(8), async (rows, shift) => {
        const all = [['x'.repeat(65_530 + shift), 'kop'], ...rows]
        const expected = all
          .map((row, at) => ({ number: at + 1, values: withoutEnd(row.map((text) => text.trim())) }))
          .filter(({ values }) => values.length > 0)
        const content = utf8(all.map((row) => `${row.map(quoted).join(';')}\n`).join(''))
        const found: TableRow[] = []
        for await (const row of readTextTable(content, { ...limits, cellCharacters: 70_000 })) found.push(row)
        expect(found).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  test('with a quote that stays open says in which row, also when very much follows', async () => {
    const quotes = { kind: 'quotes', line: 3 }
    expect(await read(utf8('a;b\n1;2\n"3;4\n'))).toEqual(quotes)
    expect(await read(utf8(`a;b\n1;2\n"3;4\n${'5;6\n'.repeat(50_000)}`))).toEqual(quotes)
  })

  test('of one endless line, or of endless empty ones, is stopped', async () => {
    const most = (what: string) => expect.objectContaining({ kind: 'too-large', what })
    expect(await read(utf8(`a;b\n${';'.repeat(5_000_000)}x`))).toEqual(most('columns'))
    expect(await read(utf8(`a;b\n${'x'.repeat(5_000_000)}`))).toEqual(most('cell'))
    expect(await read(utf8(`a;b\n1;2\n${'\n'.repeat(1_100_000)}`))).toEqual(most('rows'))
  })

  test('too wide, too long, or a cell too large', async () => {
    expect(await read(utf8(`a;b\n${';'.repeat(40)}\n1\n`))).toMatchObject({ rows: [{ number: 3 }] })
    expect(await read(utf8(`a;b\n${'1;'.repeat(21)}\n`))).toMatchObject({ what: 'columns' })
    expect(await read(utf8(`a;b\n${'1;2\n'.repeat(101)}`))).toMatchObject({ what: 'rows' })
    expect(await read(utf8(`a;b\n1;${'x'.repeat(2_001)}\n`))).toMatchObject({ what: 'cell' })
  })
})
