import { describe, expect, test } from 'vitest'
import { FormFields } from '../../platform/http/form-fields.ts'
import { translator } from '../../platform/i18n/translate.ts'
import { type LineRules, readLines } from './hours-lines.ts'

const rules: LineRules = { days: 'needed', placeIds: [], placeNeeded: false }
const read = (...fields: readonly [string, string][]) =>
  readLines(new FormFields([['lines', '1'], ...fields]), rules, translator('nl'), 'nl')

describe('a line of hours', () => {
  test.each([
    ['en', ['en']],
    ['EN, tr', ['en', 'tr']],
    ['tr en en', ['tr', 'en']],
    ['Turks en Arabisch', ['tr', 'ar']],
    ['Engels/pl', ['en', 'pl']],
  ])('is in the languages that one writes: %s', (said, languages) => {
    expect(read(['times-0', 'di 11-13'], ['languages-0', said])).toMatchObject({ hours: [{ languages }] })
  })

  test('has what is ticked beside what is typed, but not the same once more', () => {
    const ticked = (from: string): [string, string][] => [
      ['times-0', 'di 11-13'],
      ['days-0', '2'],
      ['days-0', '4'],
      ['from-0', from],
      ['until-0', '14'],
    ]
    expect(read(...ticked('13'))).toMatchObject({ hours: [{ opens: 660 }, { opens: 780 }, { opens: 780 }] })
    expect(read(...ticked('12'))).toEqual({
      ok: false,
      errors: [
        {
          id: 'from-0',
          message: '‘di 11-13’ valt samen met andere tijden in deze regel. Haal één van de twee weg',
        },
      ],
    })
  })
})
