import { expect, test } from 'vitest'
import { durationBand } from './duration-band.ts'

const codes = [
  'duration-0-5',
  'duration-5-10',
  'duration-10-20',
  'duration-20-40',
  'duration-40-plus',
  'duration-not-registered',
]

test.each([
  [0, 'duration-0-5'],
  [5, 'duration-0-5'],
  [5.1, 'duration-5-10'],
  [20, 'duration-10-20'],
  [21, 'duration-20-40'],
  [40, 'duration-20-40'],
  [600, 'duration-40-plus'],
])('%d minutes fall in %s', (minutes, code) => {
  expect(durationBand(minutes, codes)).toBe(code)
})

test('without a band that fits there is none, rather than not registered', () => {
  expect(durationBand(50, ['duration-0-5', 'duration-not-registered'])).toBeUndefined()
})
