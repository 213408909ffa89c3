import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { readImportDay, readImportTime } from './import-day.ts'

describe('a day in a file', () => {
  test.each([
    ['2022-03-04', '2022-03-04', null],
    ['2022-03-04T10:30', '2022-03-04', '10:30'],
    ['2022-03-04 10:30:00', '2022-03-04', '10:30'],
    ['4-3-2022', '2022-03-04', null],
    ['04/03/2022 9.05', '2022-03-04', '09:05'],
    ['4.3.2022', '2022-03-04', null],
    ['4 mrt 2022', '2022-03-04', null],
    ['4-mrt.-2022', '2022-03-04', null],
    ['vrijdag 4 maart 2022', '2022-03-04', null],
    ['4-3-22', '2022-03-04', null],
    ['4/3/22 9:05', '2022-03-04', '09:05'],
    ['4 mrt 22', '2022-03-04', null],
    ['04-03-2022 00:00:00', '2022-03-04', null],
  ])('%j', (cell, day, time) => expect(readImportDay(cell)).toEqual({ ok: true, day, time }))

  test.each([
    ['30-2-2022', 'day-unreadable'],
    ['3/14/2022', 'day-unreadable'],
    ['44624', 'day-unreadable'],
    ['4 ergens 2022', 'day-unreadable'],
    ['gisteren', 'day-unreadable'],
    ['4-3-2022 ochtend', 'time-unreadable'],
  ])('%j is refused: %s', (cell, reason) => expect(readImportDay(cell)).toEqual({ ok: false, reason }))

  test('written in any of the ways is the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const day = addDays('2019-07-01', days)
        const [year, month, date] = day.split('-').map(Number)
        for (const cell of [
          day,
          `${date}-${month}-${year}`,
          `${date}/${month}/${year}`,
          `${date}.${month}.${year}`,
        ])
          expect(readImportDay(cell)).toEqual({ ok: true, day, time: null })
      }),
    )
  })
})

test.each([
  ['9:05', '09:05'],
  ['13.30 uur', '13:30'],
  ['10u15', '10:15'],
  ['10:30:59', '10:30'],
  ['24:00', undefined],
  ['10', undefined],
])('a time %j', (cell, time) => expect(readImportTime(cell)).toBe(time))
