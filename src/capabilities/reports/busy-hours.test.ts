import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { zone } from '../../platform/time/local-time.ts'
import { busyHours, openHours, shadeBeside } from './busy-hours.ts'

test('counts by hour of the week, and tells the busiest and what is not known', () => {
  const { hours, counts, timed, untimed, busiest, next } = busyHours({
    contacts: 20,
    'hour:1-10': 7,
    'hour:1-14': 5,
    'hour:6-09': 1,
    'hour:7-12': 0,
    'channel-desk': 20,
  })
  expect(hours).toEqual([9, 10, 14])
  expect(counts.get('6-09')).toBe(1)
  expect([timed, untimed]).toEqual([13, 7])
  expect([busiest, next]).toEqual([{ weekday: 1, hour: 10, count: 7 }, 5])
  expect(busyHours({}).busiest).toBeUndefined()
})

const at = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds

test('adds up how long desks were open in each hour of the week', () => {
  const open = openHours([
    [at('2026-11-23T09:30'), at('2026-11-23T11:00')],
    [at('2026-07-06T10:00'), at('2026-07-06T10:15')],
    [at('2026-11-24T23:15'), at('2026-11-25T00:00')],
    [at('2026-07-01T00:10'), at('2026-07-01T00:20')],
  ])
  expect(Object.fromEntries(open)).toEqual({ '1-09': 0.5, '1-10': 1.25, '2-23': 0.75, '3-00': 1 / 6 })
})

test('loses no minute, also on days on which the clock jumps', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2026-03-29', '2026-10-25', '2026-01-31', '2026-06-30'),
      fc.integer({ min: 4 * 60, max: 1380 }),
      fc.integer({ min: 1, max: 60 }),
      (day, minute, length) => {
        const start = Temporal.PlainDate.from(day)
          .toPlainDateTime('00:00')
          .add({ minutes: minute })
          .toString()
        const open = openHours([[at(start), at(start) + length * 60_000]])
        const sum = [...open.values()].reduce((all, hours) => all + hours, 0)
        expect(sum * 60).toBeCloseTo(length)
        expect([...open.keys()][0]).toBe(
          `${Temporal.PlainDate.from(day).dayOfWeek}-${String(Math.floor(minute / 60)).padStart(2, '0')}`,
        )
      },
    ),
  )
})

test('what is there has a shade, the largest the darkest', () => {
  expect([0, 1, 20, 21, 60, 100].map((value) => shadeBeside(value, 100))).toEqual([0, 1, 1, 2, 3, 5])
  expect(shadeBeside(0, 0)).toBe(0)
})
