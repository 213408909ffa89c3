import { expect, test } from 'vitest'
import { addressInWords, lacksMother, tidyPostcode, tidyWebsite } from './desk.ts'

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

test.each([
  ['www.eemdal.example', 'https://www.eemdal.example'],
  ['https://eemdal.example/ido', 'https://eemdal.example/ido'],
  ['HTTP://Eemdal.example/', 'http://eemdal.example'],
  ['eemdal.example/hulp?punt=1', 'https://eemdal.example/hulp?punt=1'],
  ['ftp://eemdal.example', undefined],
  ['javascript:alert(1)', undefined],
  ['mailto:ido@eemdal.example', undefined],
  ['https://jan:geheim@eemdal.example', undefined],
  ['eemdal', undefined],
  ['kijk op www.eemdal.example', undefined],
])('%s is %s', (typed, tidy) => {
  expect(tidyWebsite(typed)).toBe(tidy)
})

test.each([
  ['Eemplein', '71', '3812 EA', 'Amersfoort', 'Eemplein 71, 3812 EA Amersfoort'],
  [null, null, '3812 EA', null, '3812 EA'],
  ['Eemplein', null, null, 'Amersfoort', 'Eemplein, Amersfoort'],
  [null, null, null, null, ''],
])('%s %s %s %s on one line', (street, houseNumber, postcode, town, words) => {
  expect(addressInWords({ street, houseNumber, postcode, town })).toBe(words)
})

test('an outside desk lacks a mother only where there is a desk in the library to be one', () => {
  const inLibrary = [{ kind: 'library' }] as const
  for (const kind of ['fixed', 'pop-up', 'mobile'] as const) {
    expect(lacksMother({ kind, mother: null }, inLibrary)).toBe(true)
    expect(lacksMother({ kind, mother: null }, [{ kind: 'fixed' }])).toBe(false)
    expect(lacksMother({ kind, mother: 'centrum' }, inLibrary)).toBe(false)
  }
  expect(lacksMother({ kind: 'library', mother: null }, inLibrary)).toBe(false)
  expect(lacksMother({ kind: 'telephone', mother: null }, inLibrary)).toBe(false)
})
