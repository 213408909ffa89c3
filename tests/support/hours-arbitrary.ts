import fc from 'fast-check'
import type {
  DatedHours,
  DeskHours,
  Hours,
  Timetable,
  TimetableKind,
  WeekHours,
} from '../../src/capabilities/desks/opening-hours.ts'
import { hoursKinds } from '../../src/capabilities/desks/opening-hours.ts'
import { addDays } from '../../src/platform/time/local-time.ts'

/** The days that hours are made for: two years, with four changes of the clock and a 29th of February. */
export const arbitraryFrom = '2026-11-24'
export const arbitraryUntil = '2028-11-24'
const lengthInDays = 731
/** Sundays on which the clock changes. */
const clockChanges = ['2027-03-28', '2027-10-31', '2028-03-26', '2028-10-29']

const dayArbitrary = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.integer({ min: 0, max: lengthInDays - 1 }).map((days) => addDays(arbitraryFrom, days)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...clockChanges, ...clockChanges.map((day) => addDays(day, -1))) },
)

type Minutes = Pick<Hours, 'opens' | 'closes'>
const inSteps = ([start, length]: readonly [number, number]): Minutes => ({
  opens: start * 5,
  closes: (start + length) * 5,
})
/** From 8:00, until 22:55 at the latest. */
const byDay = fc.tuple(fc.integer({ min: 96, max: 216 }), fc.integer({ min: 6, max: 59 })).map(inSteps)
/** Mostly by day; now and then past midnight, and in the hours that the clock skips or shows twice. */
const atAnyTime = fc.oneof(
  { weight: 6, arbitrary: byDay },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 288 })).map(inSteps),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 1, max: 48 })).map(inSteps),
  },
)

const hoursAt = (minutesArbitrary: fc.Arbitrary<Minutes>): fc.Arbitrary<Hours> =>
  fc
    .record({
      minutes: minutesArbitrary,
      kind: fc.constantFrom(...hoursKinds, 'desk', 'desk', 'desk'),
      access: fc.constantFrom('walk-in', 'walk-in', 'appointment'),
      label: fc.constantFrom(null, null, 'Belastingdienst', 'Digitale zorg; pgb, Wmo'),
      languages: fc.subarray(['en', 'tr', 'ar', 'uk']),
      targetGroup: fc.constantFrom(null, null, 'jongeren'),
    })
    .map(({ minutes, ...rest }) => ({ ...minutes, ...rest, placeId: null }))

const weekdayArbitrary = fc.integer({ min: 1, max: 7 })
function timetableArbitrary(
  kind: TimetableKind,
  days: readonly [number, number],
  hours: fc.Arbitrary<readonly WeekHours[]>,
): fc.Arbitrary<Timetable> {
  return fc
    .record({
      fromDay: dayArbitrary,
      days: fc.integer({ min: days[0], max: days[1] }),
      version: fc.integer({ min: 1, max: 9 }),
      hours,
    })
    .map(({ fromDay, days: length, ...rest }) => ({
      ...rest,
      id: '',
      kind,
      name: kind === 'ordinary' ? null : 'Anders',
      fromDay,
      untilDay: addDays(fromDay, length),
    }))
}

const uuid = (number: number): string => `0193a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`

const several = <Value>(arbitrary: fc.Arbitrary<Value>, max: number, min = 0): fc.Arbitrary<Value[]> =>
  fc.array(arbitrary, { minLength: min, maxLength: max })

function deskHoursOf(hoursArbitrary: fc.Arbitrary<Hours>): fc.Arbitrary<DeskHours> {
  const weekly: fc.Arbitrary<WeekHours> = fc
    .tuple(hoursArbitrary, weekdayArbitrary)
    .map(([hours, weekday]) => ({ ...hours, weekday }))
  const inException: fc.Arbitrary<WeekHours> = fc
    .tuple(hoursArbitrary, fc.option(weekdayArbitrary))
    .map(([hours, weekday]) => ({ ...hours, weekday }))
  const stop: fc.Arbitrary<DatedHours> = fc
    .record({
      hours: hoursArbitrary,
      day: dayArbitrary,
      cancelled: fc.constantFrom(false, false, false, true),
    })
    .map(({ hours, ...rest }) => ({ ...hours, ...rest, id: '' }))
  return fc
    .record({
      first: timetableArbitrary('ordinary', [1, 1], several(weekly, 6, 1)),
      ordinary: several(timetableArbitrary('ordinary', [30, 700], several(weekly, 6)), 1),
      periods: several(timetableArbitrary('period', [3, 60], several(weekly, 3)), 2),
      closed: several(timetableArbitrary('exception', [1, 14], fc.constant([])), 3),
      exceptions: several(timetableArbitrary('exception', [1, 9], several(inException, 3, 1)), 2),
      dated: several(stop, 5),
    })
    .map(({ first, ordinary, periods, closed, exceptions, dated }) => ({
      // Each desk begins with what it usually does, for good.
      timetables: once([
        { ...first, fromDay: addDays(arbitraryFrom, 1 - first.version), untilDay: null },
        ...ordinary,
        ...periods,
        ...closed,
        ...exceptions,
      ]),
      dated: dated.map((each, index) => ({ ...each, id: uuid(100 + index) })),
    }))
}

/** Any hours that the database could hold of one desk, overlapping ones and nights too. */
export const deskHoursArbitrary: fc.Arbitrary<DeskHours> = deskHoursOf(hoursAt(atAnyTime))
/** The same without nights. */
export const deskHoursByDayArbitrary: fc.Arbitrary<DeskHours> = deskHoursOf(hoursAt(byDay))

/** No two of a kind from the same day: the database refuses that. */
function once(timetables: readonly Timetable[]): Timetable[] {
  const known = new Map(timetables.map((timetable) => [`${timetable.kind} ${timetable.fromDay}`, timetable]))
  return [...known.values()].map((timetable, index) => ({ ...timetable, id: uuid(index) }))
}
