import { expect, test } from 'vitest'
import { countField, readCount } from './count.ts'

test.each([
  ['12', 12],
  ['0', 0],
  ['1.234', 1234],
  ['1,234', 1234],
  ['1 234', 1234],
  ['1.234.567', 1_234_567],
  ['', undefined],
  ['-3', undefined],
  ['2,5', undefined],
  ['12.34', undefined],
  ['twaalf', undefined],
  ['99999999', undefined],
])('%j is %s', (text, count) => expect(readCount(text)).toBe(count))

test('a field says what to do', () =>
  expect(countField.safeParse('2,5').error?.issues[0]?.message).toBe('accountability.error.count'))
