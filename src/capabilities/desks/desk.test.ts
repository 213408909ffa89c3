import { expect, test } from 'vitest'
import { lacksMother, leaveOldPoint, tidyPostcode, tidyWebsite } from './desk.ts'
import { addressLine } from './venue.ts'

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
  expect(addressLine({ street, houseNumber, postcode, town })).toBe(words)
})

test('a point stays with its address, and one that is given for the new address counts', () => {
  const stood = {
    street: 'Eemplein',
    houseNumber: '71',
    postcode: null,
    town: null,
    point: { latitude: 52.1, longitude: 5.3 },
  }
  expect(leaveOldPoint({ ...stood }, stood).point).toEqual(stood.point)
  expect(leaveOldPoint({ ...stood, street: 'Hof' }, stood).point).toBeNull()
  const given = { latitude: 52.2, longitude: 5.3 }
  expect(leaveOldPoint({ ...stood, street: 'Hof', point: given }, stood).point).toEqual(given)
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
