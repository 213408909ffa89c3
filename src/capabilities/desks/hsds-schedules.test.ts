import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { knownHours } from '../../../tests/support/known-hours.ts'
import { expectSameIntervals, type Interval } from '../../../tests/support/open-intervals.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { type HsdsSchedule, hsdsSchedules } from './hsds-schedules.ts'
import { type DeskHours, isForVisitors } from './opening-hours.ts'

const schedulesOf = (hours: DeskHours, from: string, until: string): HsdsSchedule[] =>
  hsdsSchedules(hours, from, until, isForVisitors, {
    owner: '0193a1b2-0000-7000-8000-000000000001',
    describe: ({ kind, label }) => [kind, label].filter(Boolean).join(' '),
  })
const known = (name: string, from = '2026-11-24', until = '2028-11-24'): HsdsSchedule[] =>
  schedulesOf(knownHours[name] as DeskHours, from, until)

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Reads schedules by RFC 5545's rule alone, with nothing of our own. */
function read(schedules: readonly HsdsSchedule[]): Interval[] {
  return schedules.flatMap(({ dtstart, until, byday, opens_at, closes_at }) => {
    const intervals: Interval[] = []
    const last = Temporal.PlainDate.from(until)
    let day = Temporal.PlainDate.from(dtstart)
    for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (!byday.split(',').includes(codes[day.dayOfWeek - 1] ?? '')) continue
      const at = (date: Temporal.PlainDate, time: string): number =>
        Temporal.Instant.from(`${date}T${time}`).epochMilliseconds
      const start = at(day, opens_at)
      const end = at(day, closes_at)
      const nextDay = closes_at.slice(0, 5) <= opens_at.slice(0, 5)
      intervals.push([start, nextDay ? at(day.add({ days: 1 }), closes_at) : end])
    }
    return intervals
  })
}

describe('hours as HSDS schedules', () => {
  test('are weeks until the clock changes, and go on after it', () => {
    expect(known('ZB Middelburg', '2026-11-24', '2027-04-20').map(({ id: _, ...each }) => each)).toEqual([
      {
        freq: 'WEEKLY',
        interval: 1,
        wkst: 'MO',
        dtstart: '2026-11-24',
        until: '2027-03-26',
        valid_from: '2026-11-24',
        valid_to: '2027-03-26',
        byday: 'TU,WE,TH,FR',
        opens_at: '11:00+01:00',
        closes_at: '13:00+01:00',
        timezone: 1,
        description: 'desk',
      },
      expect.objectContaining({
        dtstart: '2027-03-30',
        until: '2027-04-16',
        byday: 'TU,WE,TH,FR',
        opens_at: '11:00+02:00',
        timezone: 2,
      }),
    ])
  })

  test('end before a holiday, and begin again after it', () => {
    const around = known('ZB Middelburg', '2027-04-12', '2027-05-15')
    expect(around.map(({ dtstart, until, byday }) => `${dtstart} ${until} ${byday}`)).toEqual([
      '2027-04-13 2027-04-23 TU,WE,TH,FR',
      '2027-04-28 2027-05-05 TU,WE,TH,FR',
      '2027-05-07 2027-05-14 TU,WE,TH,FR',
    ])
  })

  test('say what each is for, and when it ends on another day', () => {
    const kinds = new Set(known('Rotterdam Centraal').map(({ description }) => description))
    expect(kinds).toEqual(new Set(['desk', 'telephone', 'youth', 'consultation Belastingdienst']))
    const [night] = known('Nacht van de bibliotheek', '2026-12-31', '2027-01-01')
    expect(night).toMatchObject({
      opens_at: '22:00+01:00',
      closes_at: '01:00+01:00',
      notes: expect.stringContaining('next day'),
    })
  })

  test('keep their ids, each its own', () => {
    const ids = known('Rotterdam Centraal').map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(known('Rotterdam Centraal').map(({ id }) => id)).toEqual(ids)
  })

  test('have no field but those of HSDS 3.1, in their forms', () => {
    const day = /^\d{4}-\d\d-\d\d$/
    const time = /^\d\d:\d\d[+-]\d\d:\d\d$/
    const forms: Record<keyof HsdsSchedule, RegExp | 'number' | 'string'> = {
      id: /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      freq: /^(WEEKLY|MONTHLY)$/,
      interval: 'number',
      wkst: /^(MO|TU|WE|TH|FR|SA|SU)$/,
      dtstart: day,
      until: day,
      valid_from: day,
      valid_to: day,
      byday: /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/,
      opens_at: time,
      closes_at: time,
      timezone: 'number',
      description: 'string',
      notes: 'string',
    }
    for (const name of Object.keys(knownHours))
      for (const schedule of known(name))
        for (const [field, value] of Object.entries(schedule)) {
          const form = forms[field as keyof HsdsSchedule]
          if (form instanceof RegExp) expect(value, field).toMatch(form)
          else expect(typeof value, field).toBe(form)
        }
  })

  test('are the same minutes to another reader, for two years', () => {
    // A schedule tells the openings that begin in its days: the night before the first day comes with a day earlier.
    expectSameIntervals((hours, from, until) => read(schedulesOf(hours, addDays(from, -1), until)), {
      numRuns: 40,
    })
  })
})
