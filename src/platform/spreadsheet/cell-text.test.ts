import { expect, test } from 'vitest'
import { builtInKind, decodeEscapes, isoText, kindOfFormat, numberText } from './cell-text.ts'

test.each([
  ['General', 'number'],
  ['0.00', 'number'],
  ['#,##0.00_);[Red](#,##0.00)', 'number'],
  ['"dag "0', 'number'],
  ['0.00E+00', 'number'],
  ['[$€-413] #,##0', 'number'],
  ['@', 'number'],
  ['dd-mm-yyyy', 'day'],
  ['[$-413]d mmmm yyyy;@', 'day'],
  ['mmm\\-yy', 'day'],
  ['h:mm AM/PM', 'time'],
  ['hh:mm:ss', 'time'],
  ['mm:ss', 'time'],
  ['d-m-yyyy\\ h:mm', 'moment'],
  ['[h]:mm', 'elapsed'],
] as const)('the format %s is of a %s', (format, kind) => {
  expect(kindOfFormat(format)).toBe(kind)
})

test('formats known by their number', () => {
  expect([0, 2, 14, 20, 22, 46, 49].map(builtInKind)).toEqual([
    'number',
    'number',
    'day',
    'time',
    'moment',
    'elapsed',
    'number',
  ])
})

test.each([
  ['44624', 'day', false, '2022-03-04'],
  ['44624.75', 'day', false, '2022-03-04'],
  ['44624.4375', 'moment', false, '2022-03-04T10:30'],
  ['44624.437499999999', 'moment', false, '2022-03-04T10:30'],
  ['44624.99999999', 'moment', false, '2022-03-05T00:00'],
  ['0.4375', 'time', false, '10:30'],
  ['44624.4375', 'time', false, '10:30'],
  ['0.4375', 'moment', false, '10:30'],
  ['1.5', 'elapsed', false, '36:00'],
  ['1', 'day', false, '1900-01-01'],
  ['59', 'day', false, '1900-02-28'],
  ['61', 'day', false, '1900-03-01'],
  ['43162', 'day', true, '2022-03-04'],
  ['-1', 'day', false, '-1'],
  ['3000000', 'day', false, '3000000'],
  ['0.30000000000000004', 'number', false, '0.3'],
  ['4.0000000000000001E-3', 'number', false, '0.004'],
  ['12', 'number', false, '12'],
  ['1E+3', 'number', false, '1000'],
] as const)('%s as %s (from 1904: %s) is %s', (value, kind, from1904, text) => {
  expect(numberText(value, kind, from1904)).toBe(text)
})

test('days as text, and what XML cannot hold', () => {
  expect([isoText('2022-03-04T00:00:00'), isoText('2022-03-04T10:30:00Z'), isoText('later')]).toEqual([
    '2022-03-04',
    '2022-03-04T10:30',
    'later',
  ])
  expect(decodeEscapes('a_x000A_b_x005F_x000A_')).toBe('a\nb_x000A_')
})
