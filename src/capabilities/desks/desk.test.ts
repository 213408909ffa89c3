import { expect, test } from 'vitest'
import { tidyPostcode } from './desk.ts'

test.each([
  ['3811 lp', '3811 LP'],
  ['3811LP', '3811 LP'],
  [' 3811  LP ', '3811 LP'],
  ['0811 LP', undefined],
  ['3811', undefined],
  ['3811 L1', undefined],
])('%s is %s', (typed, tidy) => {
  expect(tidyPostcode(typed)).toBe(tidy)
})
