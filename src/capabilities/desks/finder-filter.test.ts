import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  asksHours,
  dayMeant,
  deskFits,
  type FinderFilter,
  filterFields,
  fitsByAppointmentAlone,
  fittingOpenings,
  readFinderFilter,
  spotWishes,
  telephoneFilter,
} from './finder-filter.ts'
import type { Hours, WeekHours } from './opening-hours.ts'
import type { PublicDesk, Venue } from './venue.ts'

const nothing: FinderFilter = {
  day: undefined,
  part: undefined,
  way: undefined,
  language: undefined,
  only: [],
}
const at = (text: string) => {
  const moment = Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Amsterdam')
  return { moment: moment.epochMilliseconds, today: moment.toPlainDate().toString() }
}
const hours = (change: Partial<WeekHours>): WeekHours => ({
  weekday: 2,
  opens: 660,
  closes: 780,
  kind: 'desk',
  label: null,
  access: 'walk-in',
  languages: [],
  targetGroup: null,
  placeId: null,
  ...change,
})
function venue(lines: readonly WeekHours[], desk: Partial<PublicDesk> = {}, metres = 1000): Venue {
  return {
    desk: { stepFree: null, languages: [], byAppointment: false, ...desk } as PublicDesk,
    place: undefined,
    hours: {
      timetables: [
        {
          id: 't',
          kind: 'ordinary',
          name: null,
          fromDay: '2026-01-01',
          untilDay: null,
          version: 1,
          hours: lines,
        },
      ],
      dated: [],
    },
    metres,
  }
}
// Tuesday 24 November 2026.
const tuesday = at('2026-11-24T10:00')
const days = (found: Venue, filter: Partial<FinderFilter>, now = tuesday): string[] =>
  fittingOpenings(found, { ...nothing, ...filter }, now).map(({ day }) => day)

describe('a filter in an address', () => {
  test('comes out as it went in', () => {
    const filter: FinderFilter = {
      day: 'do',
      part: 'avond',
      way: 'afspraak',
      language: 'tr',
      only: ['dichtbij', 'jongeren'],
    }
    const fields = new URLSearchParams(filterFields(filter))
    expect(
      readFinderFilter(
        (name) => fields.get(name) ?? '',
        (name) => fields.getAll(name),
      ),
    ).toEqual(filter)
  })

  test('that means nothing asks nothing', () =>
    expect(
      readFinderFilter(
        () => 'onzin',
        () => ['onzin'],
      ),
    ).toEqual(nothing))

  test('asks of the hours, or of the desk alone', () => {
    expect(asksHours({ ...nothing, only: ['drempelvrij', 'dichtbij'] })).toBe(false)
    expect(asksHours({ ...nothing, only: ['thema'] })).toBe(true)
    expect(asksHours({ ...nothing, way: 'telefoon' })).toBe(true)
  })
})

test.each([
  ['nu', '2026-11-24'],
  ['vandaag', '2026-11-24'],
  ['morgen', '2026-11-25'],
  ['di', '2026-11-24'],
  ['wo', '2026-11-25'],
  ['ma', '2026-11-30'],
] as const)('%s is %s on a Tuesday', (word, day) => expect(dayMeant(word, '2026-11-24')).toBe(day))

describe('openings that fit', () => {
  const week = venue([hours({}), hours({ weekday: 4, opens: 1080, closes: 1200 })])

  test('are those of the day that is asked', () => {
    expect(days(week, { day: 'vandaag' })).toEqual(['2026-11-24'])
    expect(days(week, { day: 'do' })).toEqual(['2026-11-26'])
    expect(days(week, { day: 'vr' })).toEqual([])
  })

  test('have not ended, and now means now', () => {
    expect(days(week, { day: 'vandaag' }, at('2026-11-24T13:00'))).toEqual([])
    expect(days(week, { day: 'vandaag' }, at('2026-11-24T12:59'))).toEqual(['2026-11-24'])
    expect(days(week, { day: 'nu' })).toEqual([])
    expect(days(week, { day: 'nu' }, at('2026-11-24T11:00'))).toEqual(['2026-11-24'])
  })

  test('overlap the part of the day', () => {
    expect(days(week, { part: 'avond' })).toEqual(['2026-11-26', '2026-12-03'])
    expect(days(week, { part: 'middag', day: 'di' })).toEqual(['2026-11-24'])
    expect(days(week, { part: 'ochtend', day: 'do' })).toEqual([])
  })

  test('of a night that began yesterday still count today, and only for today', () => {
    const night = venue([hours({ weekday: 1, opens: 1320, closes: 1560 })])
    expect(days(night, { day: 'nu' }, at('2026-11-24T01:30'))).toEqual(['2026-11-23'])
    expect(days(night, { day: 'wo' }, at('2026-11-24T01:30'))).toEqual([])
  })

  test('are for everybody, unless hours for young people, about a theme or by telephone are asked', () => {
    const kinds = venue([
      hours({ kind: 'youth', weekday: 3 }),
      hours({ kind: 'theme', weekday: 4 }),
      hours({ kind: 'telephone', weekday: 5, placeId: 'elsewhere' }),
      hours({ kind: 'staff', weekday: 6 }),
      hours({ kind: 'consultation', weekday: 7 }),
    ])
    expect(days(kinds, {})).toEqual([])
    expect(days(kinds, { only: ['jongeren'] })).toEqual(['2026-11-25', '2026-12-02'])
    expect(days(kinds, { only: ['jongeren', 'thema'], day: 'do' })).toEqual(['2026-11-26'])
    expect(days(kinds, { way: 'telefoon', day: 'vr' })).toEqual(['2026-11-27'])
  })

  test('at another place are not here', () =>
    expect(days(venue([hours({ placeId: 'market' })]), { day: 'vandaag' })).toEqual([]))

  test('with an appointment: hours for it, or a desk that makes them', () => {
    const byAppointment = venue([hours({ access: 'appointment' })])
    expect(days(byAppointment, { way: 'afspraak', day: 'di' })).toEqual(['2026-11-24'])
    expect(days(byAppointment, { way: 'inloop', day: 'di' })).toEqual([])
    expect(days(week, { way: 'afspraak' })).toEqual([])
    expect(days(venue([hours({})], { byAppointment: true }), { way: 'afspraak', day: 'di' })).toEqual([
      '2026-11-24',
    ])
  })

  test('in a language are those of the desk, or of these hours alone', () => {
    const some: readonly Partial<Hours>[] = [{ languages: ['tr'] }, { languages: ['pl'] }]
    const turkish = venue(some.map((each, index) => hours({ ...each, weekday: index + 3 })))
    expect(days(turkish, { language: 'tr' })).toEqual(['2026-11-25', '2026-12-02'])
    expect(days(turkish, { language: 'ar' })).toEqual([])
    expect(days(venue([hours({})], { languages: ['ar'] }), { language: 'ar', day: 'di' })).toEqual([
      '2026-11-24',
    ])
  })
})

test('a desk fits by distance and entrance', () => {
  const far = venue([], {}, 5001)
  expect(deskFits(far, { ...nothing, only: ['dichtbij'] })).toBe(false)
  expect(deskFits(venue([], {}, 5000), { ...nothing, only: ['dichtbij'] })).toBe(true)
  expect(deskFits(far, { ...nothing, only: ['drempelvrij'] })).toBe(false)
  expect(deskFits(venue([], { stepFree: true }), { ...nothing, only: ['drempelvrij'] })).toBe(true)
})

test('the database is asked for the night that began yesterday too, when today is asked', () => {
  const days = (day: FinderFilter['day']) => spotWishes({ ...nothing, day }, '2026-11-24').hours?.days
  expect(days('nu')).toEqual(['2026-11-23', '2026-11-24'])
  expect(days('do')).toEqual(['2026-11-26'])
  expect(spotWishes(nothing, '2026-11-24').hours).toBeUndefined()
})

test('a night that began yesterday is in the early hours of today, not in yesterday’s morning', () => {
  const night = venue([hours({ weekday: 1, opens: 600, closes: 1560 })])
  const early = at('2026-11-24T00:30')
  expect(days(night, { day: 'vandaag', part: 'ochtend' }, early)).toEqual([])
  expect(days(night, { day: 'vandaag' }, early)).toEqual(['2026-11-23'])
})

test('a desk that answers the telephone fits only where help at a desk is not what is asked', () => {
  expect(telephoneFilter({ ...nothing, way: 'inloop' })).toBeUndefined()
  expect(telephoneFilter({ ...nothing, only: ['jongeren'] })).toBeUndefined()
  expect(telephoneFilter({ ...nothing, only: ['dichtbij', 'drempelvrij'] })).toEqual(nothing)
  expect(telephoneFilter({ ...nothing, day: 'zo' })).toEqual({ ...nothing, day: 'zo', way: 'telefoon' })
})

test('by appointment alone, a desk that makes them needs no hours', () => {
  expect(fitsByAppointmentAlone({ ...nothing, way: 'afspraak' })).toBe(true)
  expect(fitsByAppointmentAlone({ ...nothing, way: 'afspraak', part: 'avond' })).toBe(false)
})
