import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOpening } from '../../../db/demo/opening.ts'
import { deskHoursArbitrary } from '../../../tests/support/hours-arbitrary.ts'
import { knownHours } from '../../../tests/support/known-hours.ts'
import { type Interval, union } from '../../../tests/support/open-intervals.ts'
import { addDays } from '../../platform/time/local-time.ts'
import {
  type AverageWeek,
  averageWeek,
  countedDays,
  hourClasses,
  hourClassOf,
  isAtDesk,
  isByTelephone,
  minutesAWeek,
  openingFigures,
} from './hours-week.ts'
import { type DeskHours, type Hours, hoursOn, openingsBetween, type WeekHours } from './opening-hours.ts'

const at = (weekday: number, opens: number, closes: number, kind: Hours['kind'] = 'desk'): WeekHours => ({
  weekday,
  opens: opens * 60,
  closes: closes * 60,
  kind,
  label: null,
  access: 'walk-in',
  languages: [],
  targetGroup: null,
  placeId: null,
})
const usual = (...hours: readonly WeekHours[]): DeskHours => ({
  timetables: [
    { id: '1', kind: 'ordinary', name: null, fromDay: '2025-01-01', untilDay: null, version: 1, hours },
  ],
  dated: [],
})
const stops = (first: string, count: number, step = 7): DeskHours => ({
  timetables: [],
  dated: Array.from({ length: count }, (_, index) => {
    const { weekday: _weekday, ...hours } = at(1, 10, 14)
    return { ...hours, id: `${index}`, day: addDays(first, index * step), cancelled: false }
  }),
})
const weekOf = (hours: DeskHours, counts = isAtDesk, today = '2026-11-24'): AverageWeek | undefined => {
  const days = countedDays(hours, today)
  return days && averageWeek(hours, days, counts)
}
const hoursAWeek = (...parameters: Parameters<typeof weekOf>): number =>
  (weekOf(...parameters)?.minutes ?? 0) / 60

describe('hours a week', () => {
  test('of a timetable count hours at the same time once', () => {
    expect(minutesAWeek([at(2, 11, 13), at(2, 12, 15), at(4, 9, 10)], isAtDesk)).toBe(5 * 60)
    expect(minutesAWeek([{ ...at(2, 9, 10), weekday: null }], isAtDesk)).toBe(7 * 60)
    expect(minutesAWeek([at(2, 20, 26), at(3, 1, 3)], isAtDesk)).toBe(7 * 60)
  })

  test('are of the desk: by telephone, of partners and of staff are apart', () => {
    const hours = [
      at(1, 9, 12),
      at(2, 9, 12, 'youth'),
      at(3, 9, 12, 'theme'),
      at(4, 9, 11, 'telephone'),
      at(5, 9, 13, 'consultation'),
      at(5, 14, 17, 'staff'),
    ]
    expect(minutesAWeek(hours, isAtDesk)).toBe(9 * 60)
    expect(minutesAWeek(hours, isByTelephone)).toBe(2 * 60)
    expect(minutesAWeek(hours, ({ kind }) => kind === 'consultation')).toBe(4 * 60)
  })

  test('over a year are less by its holidays and its summer', () => {
    const hours = usual(at(2, 10, 14), at(4, 10, 14))
    expect(hoursAWeek(hours)).toBe(8)
    const summer = {
      ...hours,
      timetables: [
        ...hours.timetables,
        {
          id: '2',
          kind: 'period' as const,
          name: 'Zomer',
          fromDay: '2026-07-06',
          untilDay: '2026-08-17',
          version: 1,
          hours: [at(2, 10, 12)],
        },
        {
          id: '3',
          kind: 'exception' as const,
          name: 'Hemelvaart',
          fromDay: '2026-05-14',
          untilDay: '2026-05-15',
          version: 1,
          hours: [],
        },
      ],
    }
    // 46 usual weeks, 6 of summer, and a Thursday less.
    expect(hoursAWeek(summer)).toBe((46 * 8 + 6 * 2 - 4) / 52)
  })

  test('of known desks are what the guide says', () => {
    const known = (name: string): number =>
      minutesAWeek(knownHours[name]?.timetables[0]?.hours ?? [], isAtDesk) / 60
    expect(known('ZB Middelburg')).toBe(8)
    expect(known('ZB Vlissingen')).toBe(8)
    expect(known('BiblioPlus Boxmeer')).toBe(12)
    expect(known('BiblioPlus Gennep')).toBe(6)
    expect(known('Kennemerwaard in de HEMA')).toBe(1)
  })

  test('come to the same as the openings themselves, whatever the hours', () => {
    const days = { fromDay: '2026-11-30', untilDay: '2027-11-29' }
    fc.assert(
      fc.property(deskHoursArbitrary, (hours) => {
        const open = openingsBetween(hours, days.fromDay, days.untilDay).filter((each) =>
          isAtDesk(each.hours),
        )
        // By the clock: the two nights on which it changes are left out, also hours that fall away in the one that is skipped.
        const inMarch = ['2027-03-27', '2027-03-28']
        fc.pre(
          open.filter(({ day }) => inMarch.includes(day)).length ===
            inMarch.flatMap((day) => hoursOn(hours, day)).filter(isAtDesk).length,
        )
        fc.pre(
          open.every(({ start, end, hours: { opens, closes } }) => end - start === (closes - opens) * 60_000),
        )
        const total = union(open.map(({ start, end }): Interval => [start, end])).reduce(
          (sum, [start, end]) => sum + end - start,
          0,
        )
        expect(averageWeek(hours, days, isAtDesk).minutes).toBeCloseTo(total / 60_000 / 52, 6)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the days that count', () => {
  test.each([
    ['the 52 weeks before today', usual(at(2, 10, 12)), '2025-11-25', '2026-11-24'],
    [
      '52 weeks since the hours are known',
      { ...usual(), ...startingOn('2026-11-01') },
      '2026-11-01',
      '2027-10-31',
    ],
    ['the weeks of which stops are known', stops('2026-10-31', 10), '2026-10-31', '2027-01-03'],
  ])('are %s', (_what, hours, fromDay, untilDay) => {
    expect(countedDays(hours, '2026-11-24')).toEqual({ fromDay, untilDay })
  })

  test('are none for a desk without hours, or that stopped more than a year ago', () => {
    expect(countedDays({ timetables: [], dated: [] }, '2026-11-24')).toBeUndefined()
    expect(countedDays(stops('2024-01-06', 10), '2026-11-24')).toBeUndefined()
  })

  test('give a bus the hours of its weeks', () => {
    expect(hoursAWeek(stops('2026-10-31', 10))).toBe(4)
    // Every other week.
    expect(hoursAWeek(stops('2025-11-29', 26, 14))).toBeCloseTo(2, 1)
  })

  function startingOn(fromDay: string): Pick<DeskHours, 'timetables'> {
    return { timetables: usual(at(2, 10, 12)).timetables.map((each) => ({ ...each, fromDay })) }
  }
})

describe('evenings and weekends', () => {
  test.each([
    ['until six', [at(2, 10, 18)], false, false],
    ['past six', [at(2, 10, 18.5)], true, false],
    ['a Saturday', [at(6, 10, 12)], false, true],
    ['a Sunday evening', [at(7, 19, 21)], true, true],
    ['an evening by telephone', [at(2, 19, 21, 'telephone')], false, false],
  ])('%s', (_what, hours, evenings, weekends) => {
    expect(weekOf(usual(...hours))).toMatchObject({ evenings, weekends })
  })

  test('are regular: one evening in a year is none, one a month is', () => {
    const evening = (count: number, step: number): DeskHours => {
      const { dated } = stops('2025-12-01', count, step)
      return { ...usual(at(2, 10, 12)), dated: dated.map((each) => ({ ...each, opens: 1140, closes: 1260 })) }
    }
    expect(weekOf(evening(1, 7))?.evenings).toBe(false)
    expect(weekOf(evening(13, 28))).toMatchObject({ evenings: true, eveningMinutes: (13 * 120) / 52 })
  })
})

describe('figure 7 of the guide', () => {
  const week = (hours: number): AverageWeek => ({
    weeks: 52,
    minutes: hours * 60,
    eveningMinutes: 0,
    weekendMinutes: 0,
    evenings: false,
    weekends: false,
  })

  test.each([
    [0, 0],
    [7.9, 0],
    [8, 1],
    [16, 2],
    [24, 3],
    [32, 3],
    [32.1, 4],
  ])('%f hours a week are in class %i', (hours, which) => {
    expect(hourClassOf(hours * 60)).toBe(which)
  })

  test('counts each desk once, and says of how many it knows nothing', () => {
    const mother = { id: 'mother', week: week(40) }
    const child = { id: 'child', week: week(4) }
    expect(openingFigures([mother, child, child, { id: 'unknown', week: undefined }])).toEqual({
      desks: 2,
      unknown: 1,
      meanMinutes: 22 * 60,
      classes: [1, 0, 0, 0, 1],
      evenings: 0,
      weekends: 0,
    })
    expect(openingFigures([])).toMatchObject({ desks: 0, meanMinutes: undefined })
  })

  test('is for the demo what its README says: 23 under 8 hours, 5 over 32, 7 in the evening, 10 in the weekend, 11.9 on average', () => {
    const rows: { name: string; opening: string }[] = parse(readFileSync('db/demo/desks.csv', 'utf8'), {
      columns: true,
    })
    const figures = openingFigures(
      rows.map(({ name, opening }) => ({
        id: name,
        week: weekOf(
          usual(...readOpening(opening).map(({ weekday, from, until }) => at(weekday, from, until))),
        ),
      })),
    )
    expect(figures).toMatchObject({ desks: 40, evenings: 7, weekends: 10 })
    expect(figures.classes[0]).toBe(23)
    expect(figures.classes.at(-1)).toBe(5)
    expect(figures.classes).toHaveLength(hourClasses.length)
    expect(((figures.meanMinutes ?? 0) / 60).toFixed(1)).toBe('11.9')
  })
})
