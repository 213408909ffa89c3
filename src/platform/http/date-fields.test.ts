import { expect, test } from 'vitest'
import { daySent, optionalDaySent } from './date-fields.ts'
import { dayField } from './day-field.ts'
import { FormFields } from './form-fields.ts'

const boxes = (day: string, month: string, year: string): FormFields =>
  new FormFields([
    ['from.day', day],
    ['from.month', month],
    ['from.year', year],
  ])
const field = dayField('shell.day', { earliest: '2005-01-01', latest: '2099-12-31' })

test.each([
  ['24', '11', '2026', '2026-11-24'],
  ['1', '2', '2026', '2026-02-01'],
  ['1', '2', '26', '2026-02-01'],
])('%s %s %s is a day', (day, month, year, meant) => {
  expect(field.parse(daySent(boxes(day, month, year), 'from'))).toBe(meant)
  expect(optionalDaySent(boxes(day, month, year), 'from')).toBe(meant)
})

test.each([
  ['nothing', '', '', '', 'shell.day'],
  ['no day', '', '11', '2026', 'shell.day'],
  ['no year', '24', '11', '', 'shell.day'],
  ['31 February', '31', '2', '2026', 'shell.date.no-such-day'],
  ['29 February of no leap year', '29', '2', '2026', 'shell.date.no-such-day'],
  ['a thirteenth month', '1', '13', '2026', 'shell.date.no-such-day'],
  ['a month in letters', '1', 'mei', '2026', 'shell.date.no-such-day'],
  ['a year with a digit too few', '24', '11', '202', 'shell.date.year'],
  ['a year with a digit too many', '24', '11', '20266', 'shell.date.year'],
  ['a year that nobody means', '24', '11', '1926', 'shell.date.year'],
  ['a year far away', '24', '11', '2206', 'shell.date.year'],
])('%s is told as what it is', (_, day, month, year, message) => {
  const parsed = field.safeParse(daySent(boxes(day, month, year), 'from'))
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
})

test('nothing may be left out where a day is optional', () => {
  expect(optionalDaySent(boxes('', '', ''), 'from')).toBe('')
})
