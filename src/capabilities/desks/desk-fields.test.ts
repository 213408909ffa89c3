import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FormFields } from '../../platform/http/form-fields.ts'
import { deskFieldNames, mergeFields, readShown, writeShown } from './desk-fields.ts'

const fields = fc
  .record(Object.fromEntries(deskFieldNames.map((name) => [name, fc.constantFrom('', 'een', 'twee')])))
  .map((record) => new FormFields(Object.entries(record)))

test('what was shown is read as it was written', () => {
  fc.assert(
    fc.property(fields, (shown) => {
      expect(readShown(writeShown(shown))?.entries()).toEqual(shown.entries())
    }),
  )
})

test.each(['', 'geen json', '{}', '[["name"]]', '[["name",1]]', `[["name","${'x'.repeat(1_001)}"]]`])(
  'spoiled: %s',
  (text) => {
    expect(readShown(text)).toBeUndefined()
  },
)

test('of two who change one desk nothing is lost: one’s own change stands, elsewhere that of the other', () => {
  fc.assert(
    fc.property(fields, fields, fields, (shown, present, typed) => {
      const { differences, merged } = mergeFields(shown, present, typed)
      for (const name of deskFieldNames) {
        const mine = typed.text(name) !== shown.text(name)
        expect(merged.text(name)).toBe(mine ? typed.text(name) : present.text(name))
      }
      expect(differences.map(({ field }) => field)).toEqual(
        deskFieldNames.filter((name) => present.text(name) !== shown.text(name)),
      )
    }),
  )
})

test('several values are compared in any order, and line ends of a browser are no change', () => {
  const shown = new FormFields([
    ['languages', 'en'],
    ['languages', 'ar'],
    ['note', 'Een. Twee.'],
  ])
  const present = new FormFields([
    ['languages', 'en'],
    ['languages', 'tr'],
    ['languages', 'ar'],
    ['note', 'Drie.'],
  ])
  const typed = new FormFields([
    ['languages', 'ar'],
    ['languages', 'en'],
    ['note', 'Een.\r\nTwee.'],
  ])
  const { differences, merged } = mergeFields(shown, present, typed)
  expect(differences).toEqual([
    { field: 'languages', theirs: ['en', 'tr', 'ar'], yours: ['ar', 'en'] },
    { field: 'note', theirs: ['Drie.'], yours: ['Een.\r\nTwee.'] },
  ])
  expect(merged.all('languages')).toEqual(['en', 'tr', 'ar'])
  expect(merged.text('note')).toBe('Drie.')
})
