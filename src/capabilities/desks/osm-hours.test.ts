import OpeningHours from 'opening_hours'
import { beforeAll, describe, expect, test } from 'vitest'
import { knownHours } from '../../../tests/support/known-hours.ts'
import { expectSameIntervals, type Interval } from '../../../tests/support/open-intervals.ts'
import { startOfDay } from '../../platform/time/local-time.ts'
import { type DeskHours, isForVisitors } from './opening-hours.ts'
import { osmHours } from './osm-hours.ts'

const somewhere = { lat: 51.5, lon: 3.6, address: { country_code: 'nl', state: 'Zeeland' } }

function read(text: string, fromDay: string, untilDay: string): Interval[] {
  const until = new Date(startOfDay(untilDay).epochMilliseconds)
  return new OpeningHours(text, somewhere)
    .getOpenIntervals(new Date(startOfDay(fromDay).epochMilliseconds), until)
    .map(([start, end, isUnknown]) => {
      expect(isUnknown).toBe(false)
      return [start.getTime(), end.getTime()]
    })
}
const textOf = (name: string, from = '2026-11-24', until = '2027-11-24'): string =>
  osmHours(knownHours[name] as DeskHours, from, until, isForVisitors)

// This library tells the time by the zone of its process.
beforeAll(() => {
  process.env.TZ = 'Europe/Amsterdam'
  expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(-120)
})

describe('hours for OpenStreetMap', () => {
  test('read as people write them: the week, then the days that differ', () => {
    expect(textOf('ZB Middelburg')).toBe('Tu-Fr 11:00-13:00; 2027 Apr 27 off; 2027 May 06 off')
    expect(textOf('ZB Vlissingen', '2026-11-24', '2027-05-01')).toBe(
      'Mo,Tu,Th,Fr 11:00-13:00; 2027 Apr 27 off',
    )
  })

  test('name a summer with its own week, and nothing of what staff do among themselves', () => {
    expect(textOf('Rotterdam Centraal', '2027-06-01', '2027-12-31')).toBe(
      'Mo-Fr 09:00-17:00; Sa 11:00-16:00; 2027 Jul 12-2027 Aug 22 off; 2027 Jul 12-2027 Aug 22 Tu,Th 10:00-14:00; ' +
        '2027 Dec 24 10:00-13:00; 2027 Dec 25 off',
    )
  })

  test('list the stops of a bus, and not one that was called off', () => {
    expect(textOf('ZBBUZZ', '2026-12-01', '2027-01-01')).toBe(
      '2026 Dec 03 10:00-12:30,14:00-16:00; 2026 Dec 17 10:00-12:30; 2026 Dec 31 10:00-12:30,14:00-16:00',
    )
  })

  test('cut a night at midnight, so that the next day does not end it', () => {
    expect(textOf('Nacht van de bibliotheek', '2027-06-01', '2027-06-17')).toBe(
      'Fr 18:00-24:00; Sa 20:00-24:00; Su 00:00-04:00',
    )
  })

  test('say what holds for all of them', () => {
    const hours = knownHours['Zaanstreek in het wijkcentrum'] as DeskHours
    const text = osmHours(hours, '2026-11-24', '2027-04-01', isForVisitors, 'op afspraak')
    expect(text).toBe('Tu,Fr 09:30-12:00 open "op afspraak"')
    expect(read(text, '2026-11-24', '2026-11-25')).toHaveLength(1)
  })

  test('of a desk without any are off', () => {
    expect(osmHours({ timetables: [], dated: [] }, '2026-11-24', '2026-12-24', isForVisitors)).toBe('off')
  })

  test('are the same minutes to the evaluator of OpenStreetMap, for two years', () => {
    expectSameIntervals(
      (hours, from, until) => read(osmHours(hours, from, until, isForVisitors), from, until),
      { numRuns: 40 },
    )
  })
})
