import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { beforeAll, describe, expect, test } from 'vitest'
import { knownHours } from '../../../tests/support/known-hours.ts'
import { expectSameIntervals, type Interval } from '../../../tests/support/open-intervals.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { deskCalendar } from './desk-calendar.ts'
import { type DeskHours, isForVisitors } from './opening-hours.ts'

const calendarOf = (hours: DeskHours, from: string, until: string, name = 'Openingstijden'): string =>
  deskCalendar(hours, from, until, isForVisitors, {
    name,
    url: 'https://balie.example/informatiepunt/middelburg-00000001',
    host: 'balie.example',
    writtenAt: '20261124T090000Z',
    describe: ({ label, kind }) => ({
      summary: label ?? kind,
      location: 'Kousteensedijk 7, 4331 JE Middelburg',
    }),
  })
const known = (name: string, from = '2026-11-24', until = '2028-11-24'): string =>
  calendarOf(knownHours[name] as DeskHours, from, until)
const unfolded = (calendar: string): string[] => calendar.replaceAll('\r\n ', '').split('\r\n')
const linesOf = (calendar: string, name: string): string[] =>
  unfolded(calendar).filter((line) => line.startsWith(name))

/** By ical.js (Mozilla). */
function readByMozilla(calendar: string): Interval[] {
  const root = new ICAL.Component(ICAL.parse(calendar))
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const intervals: Interval[] = []
  for (const component of root.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component)
    if (component.getFirstPropertyValue('status') === 'CANCELLED') continue
    const ms = (time: ICAL.Time): number => time.toUnixTime() * 1000
    if (!event.isRecurring()) intervals.push([ms(event.startDate), ms(event.endDate)])
    else {
      const times = event.iterator()
      for (let next = times.next(); next; next = times.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(next)
        intervals.push([ms(startDate), ms(endDate)])
      }
    }
  }
  return intervals
}

/** By node-ical, which has its rules from rrule.js. */
function readByNode(calendar: string): Interval[] {
  return Object.values(nodeIcal.sync.parseICS(calendar)).flatMap((event): Interval[] => {
    if (event.type !== 'VEVENT' || event.status === 'CANCELLED') return []
    const lasts = event.end.getTime() - event.start.getTime()
    const starts = event.rrule ? event.rrule.all() : [event.start]
    const left = new Set(Object.values<Date>(event.exdate ?? {}).map((moment) => moment.getTime()))
    return starts
      .filter((start) => !left.has(start.getTime()))
      .map((start) => [start.getTime(), start.getTime() + lasts])
  })
}

// The rrule of node-ical is right in UTC only: elsewhere it moves what it finds by the zone of its process.
beforeAll(() => {
  process.env.TZ = 'UTC'
  expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(0)
})

describe('a calendar of a desk', () => {
  test('has an event for each weekday, with the days left out on which it is closed', () => {
    const calendar = known('ZB Middelburg', '2026-11-24', '2027-05-15')
    expect(linesOf(calendar, 'DTSTART;TZID')).toEqual([
      'DTSTART;TZID=Europe/Amsterdam:20261124T110000',
      'DTSTART;TZID=Europe/Amsterdam:20261125T110000',
      'DTSTART;TZID=Europe/Amsterdam:20261126T110000',
      'DTSTART;TZID=Europe/Amsterdam:20261127T110000',
    ])
    expect(linesOf(calendar, 'RRULE:FREQ=WEEKLY')).toContain(
      'RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270511T110000Z',
    )
    expect(linesOf(calendar, 'EXDATE')).toEqual([
      'EXDATE;TZID=Europe/Amsterdam:20270427T110000',
      'EXDATE;TZID=Europe/Amsterdam:20270506T110000',
    ])
  })

  test('keeps a stop that was called off, as cancelled, and one on a day that is closed as well', () => {
    const calendar = known('ZBBUZZ')
    expect(linesOf(calendar, 'BEGIN:VEVENT')).toHaveLength(61)
    expect(linesOf(calendar, 'STATUS:CANCELLED')).toHaveLength(2)
    const events = calendar.split('BEGIN:VEVENT')
    const one = events.find((event) => event.includes('20270210T140000'))
    expect(one).toContain('SEQUENCE:1')
  })

  test('tells a night on which the clock changes by its moments', () => {
    const calendar = known('Nacht van de bibliotheek', '2027-03-20', '2027-04-05')
    // From Saturday 20:00 until Sunday 04:00: an hour less.
    expect(linesOf(calendar, 'DTSTART:2027')).toContain('DTSTART:20270327T190000Z')
    expect(linesOf(calendar, 'DTEND:2027')).toContain('DTEND:20270328T020000Z')
  })

  test('has no event for a stop within the hour that the clock skips', () => {
    const [stop] = (knownHours.ZBBUZZ as DeskHours).dated
    const skipped = { ...(stop as DeskHours['dated'][number]), day: '2027-03-28', opens: 135, closes: 165 }
    const calendar = calendarOf({ timetables: [], dated: [skipped] }, '2027-03-20', '2027-04-05')
    expect(linesOf(calendar, 'BEGIN:VEVENT')).toEqual([])
  })

  test('keeps the ids of its events from day to day, whatever the times become', () => {
    const hours = knownHours['ZB Middelburg'] as DeskHours
    const ids = linesOf(calendarOf(hours, '2026-11-24', '2027-11-24'), 'UID')
    expect(new Set(ids).size).toBe(ids.length)
    const later = {
      ...hours,
      timetables: hours.timetables.map((timetable) => ({
        ...timetable,
        version: 2,
        hours: timetable.hours.map((each) => ({ ...each, closes: each.closes + 60 })),
      })),
    }
    const changed = calendarOf(later, '2026-11-25', '2027-11-25')
    expect(linesOf(changed, 'UID')).toEqual(ids)
    expect(new Set(linesOf(changed, 'SEQUENCE'))).toEqual(new Set(['SEQUENCE:1']))
  })

  test('is written as RFC 5545 asks: lines end with CRLF, are no longer than 75 octets, and hold nobody’s line ends', () => {
    const name =
      'Oefenpunt ’t Eiland, België; \\ één heel lange naam die over de rand van een regel gaat\r\nEND:VCALENDAR'
    const calendar = calendarOf(
      knownHours['Rotterdam Centraal'] as DeskHours,
      '2026-11-24',
      '2027-11-24',
      name,
    )
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...calendar.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    const root = new ICAL.Component(ICAL.parse(calendar))
    expect(linesOf(calendar, 'X-WR-CALNAME')[0]).toMatch(
      /Eiland\\, België\\; \\\\ één .* gaat\\nEND:VCALENDAR$/,
    )
    for (const each of root.getAllSubcomponents('vevent')) {
      expect(each.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-24T09:00:00Z')
      expect(each.getFirstPropertyValue('location')).toBe('Kousteensedijk 7, 4331 JE Middelburg')
    }
    expect(linesOf(calendar, 'REFRESH-INTERVAL')).toEqual(['REFRESH-INTERVAL;VALUE=DURATION:PT6H'])
  })

  // An event tells an opening by when it begins: the night before the first day comes with a day earlier.
  const readBy =
    (read: (calendar: string) => Interval[]) => (hours: DeskHours, from: string, until: string) =>
      read(calendarOf(hours, addDays(from, -1), until))

  test('is the same minutes to ical.js, for two years', () => {
    expectSameIntervals(readBy(readByMozilla), { numRuns: 40 })
  })

  // By Node 20, node-ical 0.22 forgets the minutes of the hour after midnight, and rrule.js is an hour off when the clock changes.
  test('is the same minutes to node-ical, for two years, by day', () => {
    expectSameIntervals(readBy(readByNode), { numRuns: 20, byDay: true })
  })
})
