import { expect, test } from 'vitest'
import { FormFields } from './form-fields.ts'
import { versionSent } from './newer-version.ts'

test('a version is a whole number that its column holds; anything else is no version', () => {
  const sent = (version: string) => versionSent(new FormFields([['version', version]]))
  expect(sent('1')).toBe(1)
  expect(sent('2147483647')).toBe(2147483647)
  for (const wrong of [
    '',
    '1.5',
    '-1',
    '1e3',
    '1e30',
    '0x10',
    '2147483648',
    '99999999999',
    'NaN',
    'Infinity',
  ])
    expect(sent(wrong), wrong).toBe(0)
  expect(versionSent(new FormFields([]))).toBe(0)
})
