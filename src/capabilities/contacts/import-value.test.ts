import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainValue, readTick, splitValues } from './import-value.ts'

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
  const split = (cell: string) => splitValues(cell, (plain) => known.has(plain))

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
          expect(splitValues(values.join(mark), () => false)).toEqual(values)
        },
      ),
    )
  })

  test('of a long text are one, so that no text takes long', () => {
    const text = 'a,'.repeat(20_000)
    expect(split(text)).toHaveLength(1)
  })
})

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
