import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownValues, plainValue, readTick, splitValues } from './import-value.ts'

describe('a value as it is compared', () => {
  test.each([
    ['  DigiD-App  ', 'digid app'],
    ['Geïnstalleerd', 'geinstalleerd'],
    ['65+', '65+'],
    ['< 18', '< 18'],
    ['-', '-'],
    ['WIA, Wajong  of ziekte', 'wia,wajong of ziekte'],
  ])('%j is %j', (text, plain) => expect(plainValue(text)).toBe(plain))

  test('is itself', () => {
    fc.assert(fc.property(fc.string(), (text) => plainValue(plainValue(text)) === plainValue(text)))
  })
})

describe('several values in a cell', () => {
  const known = new Set(['wia,wajong of ziekte', 'digid app', 'digid'])
  const split = (cell: string) => splitValues(cell, knownValues(known))

  test.each([
    ['DigiD; Toeslagen', ['DigiD', 'Toeslagen']],
    ['DigiD | Toeslagen,\nPgb', ['DigiD', 'Toeslagen', 'Pgb']],
    ['WIA, Wajong of ziekte', ['WIA, Wajong of ziekte']],
    ['DigiD, WIA, Wajong of ziekte; Pgb', ['DigiD', 'WIA, Wajong of ziekte', 'Pgb']],
    [' ; DigiD;; ', ['DigiD']],
    ['DigiD, app', ['DigiD', 'app']],
    ['', []],
  ])('%j', (cell, values) => expect(split(cell)).toEqual(values))

  test('come out as they went in, when none of them holds a separator', () => {
    const value = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/)
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(';', ', ', '|', '\n'),
        (values, mark) => {
          expect(splitValues(values.join(mark), knownValues([]))).toEqual(values)
        },
      ),
    )
  })

  test('are known by what stands between the marks, however it is parted', () => {
    const piece = fc.constantFrom('DigiD', ' wia', 'WIA ', 'Wajong of ziekte', 'digid-app', '-', '', ' ', 'é')
    const mark = fc.constantFrom(',', ';', '|', '\n', '\r\n', ', ;', ',,')
    const cell = fc.array(fc.tuple(piece, mark), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(cell, fc.array(cell, { maxLength: 3 }), (parts, others) => {
        const text = parts.flat().join('')
        const names = new Set([...known, ...others.map((other) => plainValue(other.flat().join('')))])
        expect(splitValues(text, knownValues(names))).toEqual(splitSlowly(text, names))
      }),
    )
  })

  test('of a long text are one, so that no text takes long', () => {
    const text = 'a,'.repeat(20_000)
    expect(split(text)).toHaveLength(1)
  })
})

/** What it must come to: the longest known of what begins with each piece, each made plain as a whole. */
function splitSlowly(cell: string, known: ReadonlySet<string>): string[] {
  const pieces = cell.split(/([;,|\r\n]+)/)
  const saysSomething = (place: number): boolean => /[\p{L}\p{N}]/u.test(pieces[place] ?? '')
  const values: string[] = []
  for (let from = 0; from < pieces.length; from += 2) {
    if (pieces[from]?.trim() === '') continue
    const textTo = (end: number): string => pieces.slice(from, end).join('').trim()
    const end = [5, 4, 3, 2]
      .map((length) => from + 2 * length - 1)
      .find((each) => saysSomething(from) && saysSomething(each - 1) && known.has(plainValue(textTo(each))))
    values.push(textTo(end ?? from + 1))
    from = (end ?? from + 1) - 1
  }
  return values
}

test.each([
  ['x', true],
  ['Ja', true],
  ['1', true],
  ['✓', true],
  ['', false],
  ['nee', false],
  ['0', false],
  ['misschien', undefined],
])('a tick %j is %j', (cell, tick) => expect(readTick(cell)).toBe(tick))
