import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { knownHours } from '../../../tests/support/known-hours.ts'
import { expectSameIntervals, type Interval } from '../../../tests/support/open-intervals.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { type DeskHours, isForVisitors } from './opening-hours.ts'
import { type OpeningHoursSpecification, type SchemaOrgHours, schemaOrgHours } from './schema-org-hours.ts'

/** Reads the properties as Google describes them, day by day, with nothing of our own. */
function read(hours: SchemaOrgHours, fromDay: string, untilDay: string): Interval[] {
  const intervals: Interval[] = []
  const holds = (each: OpeningHoursSpecification, day: string): boolean =>
    (each.validFrom ?? '') <= day && day <= (each.validThrough ?? '9999')
  for (let day = addDays(fromDay, -1); day < untilDay; day = addDays(day, 1)) {
    const date = Temporal.PlainDate.from(day)
    const name = date.toLocaleString('en', { weekday: 'long' })
    const special = (hours.specialOpeningHoursSpecification ?? []).filter((each) => holds(each, day))
    const usual = hours.openingHoursSpecification.filter(
      (each) => holds(each, day) && [each.dayOfWeek ?? []].flat().includes(name as never),
    )
    for (const { opens, closes } of special.length > 0 ? special : usual) {
      if (opens === '00:00' && closes === '00:00') continue
      const at = (on: Temporal.PlainDate, plainTime: string): number =>
        on.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime }).epochMilliseconds
      intervals.push([at(date, opens), at(closes < opens ? date.add({ days: 1 }) : date, closes)])
    }
  }
  return intervals
}
const hoursOf = (name: string, from: string, until: string): SchemaOrgHours =>
  schemaOrgHours(knownHours[name] as DeskHours, from, until, isForVisitors)

describe('hours for search engines', () => {
  test('are a week, with holidays closed from midnight to midnight', () => {
    expect(hoursOf('ZB Middelburg', '2027-04-01', '2027-05-01')).toEqual({
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Tuesday', 'Wednesday', 'Thursday', 'Friday'],
          opens: '11:00',
          closes: '13:00',
        },
      ],
      specialOpeningHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          opens: '00:00',
          closes: '00:00',
          validFrom: '2027-04-27',
          validThrough: '2027-04-27',
        },
      ],
    })
  })

  test('name the days between which a summer holds', () => {
    const { openingHoursSpecification } = hoursOf('Rotterdam Centraal', '2027-06-01', '2027-10-01')
    expect(openingHoursSpecification).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: ['Tuesday', 'Thursday'],
      opens: '10:00',
      closes: '14:00',
      validFrom: '2027-07-12',
      validThrough: '2027-08-22',
    })
    expect(
      openingHoursSpecification.filter(({ validThrough }) => validThrough === '2027-07-11'),
    ).toHaveLength(2)
  })

  test('stay small on a page: two months of a large desk in less than 2 kB', () => {
    const text = JSON.stringify(hoursOf('Rotterdam Centraal', '2027-06-20', '2027-08-20'))
    expect(text.length).toBeLessThan(2000)
  })

  test('tell a whole day in two halves: from midnight to midnight would be closed', () => {
    const { specialOpeningHoursSpecification } = hoursOf(
      'Nacht van de bibliotheek',
      '2027-01-10',
      '2027-02-20',
    )
    expect(specialOpeningHoursSpecification?.map(({ opens, closes }) => `${opens}-${closes}`)).toEqual([
      '00:00-12:00',
      '12:00-00:00',
    ])
  })

  test('are the same minutes to another reader, for two years', () => {
    expectSameIntervals(
      (hours, from, until) => read(schemaOrgHours(hours, from, until, isForVisitors), from, until),
      { numRuns: 40 },
    )
  })
})
