import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { arbitraryFrom, arbitraryUntil, deskHoursArbitrary } from '../../../tests/support/hours-arbitrary.ts'
import { knownHours } from '../../../tests/support/known-hours.ts'
import { addDays, localDay, localTime, momentOf } from '../../platform/time/local-time.ts'
import {
  type DatedHours,
  type DeskHours,
  type Hours,
  hoursOn,
  isClosedOn,
  isForVisitors,
  openingsBetween,
  openingsOn,
  stateAt,
  type Timetable,
  timetableOn,
} from './opening-hours.ts'

const at = (opens: number, closes: number, what: Partial<Hours> = {}): Hours => ({
  opens: opens * 60,
  closes: closes * 60,
  kind: 'desk',
  label: null,
  access: 'walk-in',
  languages: [],
  targetGroup: null,
  placeId: null,
  ...what,
})
const timetable = (
  kind: Timetable['kind'],
  fromDay: string,
  untilDay: string | null,
  ...hours: readonly (readonly [weekday: number | null, Hours])[]
): Timetable => ({
  id: `${kind} ${fromDay}`,
  kind,
  name: null,
  fromDay,
  untilDay,
  version: 1,
  hours: hours.map(([weekday, each]) => ({ ...each, weekday })),
})
const stop = (day: string, hours: Hours, cancelled = false): DatedHours => ({
  ...hours,
  id: day,
  day,
  cancelled,
})
const clock = (moment: number | undefined): string => {
  if (moment === undefined) return 'never'
  const instant = Temporal.Instant.fromEpochMilliseconds(moment)
  return `${localDay(instant)} ${localTime(instant)}`
}
const timesOn = (hours: DeskHours, day: string): string[] =>
  openingsOn(hours, day).map(({ start, end }) => `${clock(start)} - ${clock(end)}`)
const state = (hours: DeskHours, day: string, time: string, counts?: Parameters<typeof stateAt>[3]) => {
  const { now, next, changesAt } = stateAt(hours, momentOf(day, time).epochMilliseconds, day, counts)
  return { now: now.map(({ end }) => clock(end)), next: clock(next?.start), changesAt: clock(changesAt) }
}

// Of 24 November 2026, a Tuesday, and after.
const tuesday = '2026-11-24'
const usual = timetable('ordinary', '2026-01-01', null, [2, at(11, 13)], [4, at(11, 13)])

describe('the timetable in force', () => {
  const hours: DeskHours = {
    timetables: [
      timetable('exception', '2027-07-20', '2027-07-21', [null, at(9, 10)]),
      timetable('period', '2027-07-12', '2027-08-23', [2, at(10, 11)]),
      timetable('period', '2027-08-01', '2027-08-09'),
      usual,
      timetable('ordinary', '2027-09-01', null, [2, at(14, 16)]),
    ],
    dated: [],
  }

  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'ordinary 2026-01-01'],
    ['2027-07-11', 'ordinary 2026-01-01'],
    ['2027-07-12', 'period 2027-07-12'],
    ['2027-07-20', 'exception 2027-07-20'],
    ['2027-07-21', 'period 2027-07-12'],
    ['2027-08-01', 'period 2027-08-01'],
    ['2027-08-09', 'period 2027-07-12'],
    ['2027-08-23', 'ordinary 2026-01-01'],
    ['2027-09-01', 'ordinary 2027-09-01'],
  ])(
    'on %s is %s: an exception before a period, a period before the usual week, the later before the earlier',
    (day, id) => {
      expect(timetableOn(hours, day)?.id).toBe(id)
    },
  )

  test('takes the whole place of a weaker one', () => {
    // In the summer there is no Thursday, though the usual week has one.
    expect(timesOn(hours, '2027-07-15')).toEqual([])
    expect(timesOn(hours, '2027-07-13')).toEqual(['2027-07-13 10:00 - 2027-07-13 11:00'])
  })

  test('holds on each of its days where it names no weekday', () => {
    expect(timesOn(hours, '2027-07-20')).toEqual(['2027-07-20 09:00 - 2027-07-20 10:00'])
  })
})

describe('stops', () => {
  const stops = [
    stop(tuesday, at(14, 16)),
    stop('2026-11-25', at(10, 12)),
    stop('2026-11-26', at(10, 12), true),
  ]

  test('stand beside the week, in order of time', () => {
    const hours = { timetables: [usual], dated: [...stops, stop(tuesday, at(9, 10))] }
    expect(hoursOn(hours, tuesday).map(({ opens }) => opens / 60)).toEqual([9, 11, 14])
  })

  test('do not count once they are called off', () => {
    expect(timesOn({ timetables: [], dated: stops }, '2026-11-26')).toEqual([])
  })

  test('do not count on a day that an exception closes, but do in a period without hours', () => {
    const closed = { timetables: [usual, timetable('exception', '2026-11-25', '2026-11-26')], dated: stops }
    expect(isClosedOn(closed, '2026-11-25')).toBe(true)
    expect(timesOn(closed, '2026-11-25')).toEqual([])
    const holiday = { timetables: [usual, timetable('period', '2026-11-23', '2026-11-30')], dated: stops }
    expect(isClosedOn(holiday, '2026-11-25')).toBe(false)
    expect(timesOn(holiday, '2026-11-25')).toHaveLength(1)
    expect(timesOn(holiday, tuesday)).toEqual(['2026-11-24 14:00 - 2026-11-24 16:00'])
  })

  test('do not count on a day on which staff alone are there, whoever asks', () => {
    const meeting: readonly [null, Hours] = [null, at(9, 17, { kind: 'staff' })]
    const toStaff = {
      timetables: [usual, timetable('exception', '2026-11-25', '2026-11-26', meeting)],
      dated: stops,
    }
    const toVisitors = {
      timetables: [usual, timetable('exception', '2026-11-25', '2026-11-26')],
      dated: stops,
    }
    for (const hours of [toStaff, toVisitors]) {
      expect(isClosedOn(hours, '2026-11-25')).toBe(true)
      expect(openingsOn(hours, '2026-11-25').filter(isForVisitors)).toEqual([])
    }
    expect(hoursOn(toStaff, '2026-11-25').map(({ kind }) => kind)).toEqual(['staff'])
  })

  test('stand beside an exception with hours of its own', () => {
    const other = {
      timetables: [timetable('exception', tuesday, '2026-11-25', [null, at(9, 10)])],
      dated: stops,
    }
    expect(timesOn(other, tuesday)).toHaveLength(2)
  })
})

describe('nights and clocks', () => {
  const night: DeskHours = {
    timetables: [timetable('ordinary', '2026-01-01', null, [2, at(20, 26)])],
    dated: [],
  }

  test('a night belongs to the day on which it begins, and lasts into the next', () => {
    expect(timesOn(night, tuesday)).toEqual(['2026-11-24 20:00 - 2026-11-25 02:00'])
    expect(timesOn(night, '2026-11-25')).toEqual([])
    expect(state(night, '2026-11-25', '01:59').now).toEqual(['2026-11-25 02:00'])
    expect(state(night, '2026-11-25', '02:00')).toEqual({
      now: [],
      next: '2026-12-01 20:00',
      changesAt: '2026-12-01 20:00',
    })
  })

  test('an exception on the next day does not end it', () => {
    const closed = {
      ...night,
      timetables: [...night.timetables, timetable('exception', '2026-11-25', '2026-11-26')],
    }
    expect(state(closed, '2026-11-25', '01:00').now).toEqual(['2026-11-25 02:00'])
  })

  const onDay = (day: string, ...hours: Hours[]): string[] =>
    timesOn({ timetables: [], dated: hours.map((each) => stop(day, each)) }, day)

  test('the hour that the clock skips is no hour', () => {
    expect(onDay('2027-03-28', at(2, 3))).toEqual([])
    expect(onDay('2027-03-28', at(1, 4))).toEqual(['2027-03-28 01:00 - 2027-03-28 04:00'])
    const [opening] = openingsOn({ timetables: [], dated: [stop('2027-03-28', at(1, 4))] }, '2027-03-28')
    expect(((opening?.end ?? 0) - (opening?.start ?? 0)) / 3_600_000).toBe(2)
  })

  test('what lies wholly within that hour is none, and what lies partly in it is cut', () => {
    expect(onDay('2027-03-28', at(2.25, 2.75))).toEqual([])
    expect(onDay('2027-03-28', at(2.25, 4))).toEqual(['2027-03-28 03:00 - 2027-03-28 04:00'])
    const [opening] = openingsOn({ timetables: [], dated: [stop('2027-03-28', at(1, 2.5))] }, '2027-03-28')
    expect(((opening?.end ?? 0) - (opening?.start ?? 0)) / 3_600_000).toBe(1)
  })

  test('an hour that the clock shows twice is begun the first time', () => {
    const [opening] = openingsOn({ timetables: [], dated: [stop('2027-10-31', at(2, 4))] }, '2027-10-31')
    expect(((opening?.end ?? 0) - (opening?.start ?? 0)) / 3_600_000).toBe(3)
  })

  test('the last half hour of the year is of that year', () => {
    expect(onDay('2026-12-31', at(23.5, 24.5))).toEqual(['2026-12-31 23:30 - 2027-01-01 00:30'])
    expect(
      state({ timetables: [], dated: [stop('2026-12-31', at(23.5, 24.5))] }, '2027-01-01', '00:15').now,
    ).toEqual(['2027-01-01 00:30'])
  })
})

describe('open now, and when next', () => {
  const hours: DeskHours = { timetables: [usual], dated: [] }

  test.each([
    ['10:59', [], '2026-11-24 11:00', '2026-11-24 11:00'],
    ['11:00', ['2026-11-24 13:00'], '2026-11-26 11:00', '2026-11-24 13:00'],
    ['12:59', ['2026-11-24 13:00'], '2026-11-26 11:00', '2026-11-24 13:00'],
    ['13:00', [], '2026-11-26 11:00', '2026-11-26 11:00'],
  ])('at %s', (time, now, next, changesAt) => {
    expect(state(hours, tuesday, time)).toEqual({ now, next, changesAt })
  })

  test('of two at once the longest comes first, and the first end is a change', () => {
    const both = { timetables: [usual], dated: [stop(tuesday, at(11, 15))] }
    expect(state(both, tuesday, '12:00')).toEqual({
      now: ['2026-11-24 15:00', '2026-11-24 13:00'],
      next: '2026-11-26 11:00',
      changesAt: '2026-11-24 13:00',
    })
  })

  test('finds an opening that is months ahead, and says when there is none', () => {
    const far = { timetables: [], dated: [stop('2027-03-01', at(10, 12))] }
    expect(state(far, tuesday, '12:00').next).toBe('2027-03-01 10:00')
    expect(state({ timetables: [], dated: [] }, tuesday, '12:00')).toEqual({
      now: [],
      next: 'never',
      changesAt: 'never',
    })
  })

  test('leaves out what is of staff alone, and what is not asked for', () => {
    const mixed = {
      timetables: [
        timetable(
          'ordinary',
          '2026-01-01',
          null,
          [2, at(9, 10, { kind: 'staff' })],
          [2, at(14, 16, { kind: 'telephone' })],
          [2, at(11, 13)],
        ),
      ],
      dated: [],
    }
    expect(state(mixed, tuesday, '09:30')).toMatchObject({ now: [], next: '2026-11-24 11:00' })
    const byTelephone = state(mixed, tuesday, '09:30', ({ hours: { kind } }) => kind === 'telephone')
    expect(byTelephone.next).toBe('2026-11-24 14:00')
  })

  test('holidays of known desks: closed on Koningsdag and Hemelvaart, open on the days around them', () => {
    const middelburg = knownHours['ZB Middelburg'] as DeskHours
    expect(timesOn(middelburg, '2027-04-27')).toEqual([])
    expect(timesOn(middelburg, '2027-04-28')).toHaveLength(1)
    expect(timesOn(middelburg, '2027-05-06')).toEqual([])
    expect(state(middelburg, '2027-05-05', '14:00').next).toBe('2027-05-07 11:00')
  })
})

test('what is open at a moment is what began before it and has not ended, whatever the hours', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((ahead) => addDays(arbitraryFrom, ahead))
  fc.assert(
    fc.property(deskHoursArbitrary, days, fc.integer({ min: 0, max: 1439 }), (hours, day, minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const instant = momentOf(day, time)
      const moment = instant.epochMilliseconds
      const all = openingsBetween(hours, addDays(arbitraryFrom, -1), arbitraryUntil).filter(isForVisitors)
      const { now, next, changesAt } = stateAt(hours, moment, localDay(instant))
      expect(now.map(({ end }) => end).sort()).toEqual(
        all.flatMap(({ start, end }) => (start <= moment && moment < end ? [end] : [])).sort(),
      )
      const later = all.flatMap(({ start }) => (start > moment ? [start] : []))
      if (later.length > 0 && Math.min(...later) < moment + 100 * 86_400_000)
        expect(next?.start).toBe(Math.min(...later))
      const ends = now.map(({ end }) => end)
      expect(changesAt).toBe(
        ends.length > 0 || next ? Math.min(...ends, next?.start ?? Number.POSITIVE_INFINITY) : undefined,
      )
    }),
    { numRuns: 60 },
  )
})
