import { expect, test } from 'vitest'
import { parseInstant } from '../../platform/time/local-time.ts'
import { hoursAhead, isOpenAt, minuteOf, type ServiceHours } from './service-hours.ts'

const hours = (change: Partial<ServiceHours> = {}): ServiceHours => ({
  weekday: 2,
  opens: 9 * 60,
  closes: 17 * 60,
  fromDay: null,
  untilDay: null,
  note: '',
  ...change,
})
const tuesday = '2026-11-24'

test('open from its first minute up to its last', () => {
  expect(isOpenAt([hours()], { day: tuesday, minute: 539 })).toBe(false)
  expect(isOpenAt([hours()], { day: tuesday, minute: 540 })).toBe(true)
  expect(isOpenAt([hours()], { day: tuesday, minute: 1019 })).toBe(true)
  expect(isOpenAt([hours()], { day: tuesday, minute: 1020 })).toBe(false)
  expect(isOpenAt([hours()], { day: '2026-11-25', minute: 600 })).toBe(false)
})

test('the night that began the day before counts', () => {
  const night = [hours({ opens: 20 * 60, closes: 26 * 60 })]
  expect(isOpenAt(night, { day: '2026-11-25', minute: 60 })).toBe(true)
  expect(isOpenAt(night, { day: '2026-11-25', minute: 120 })).toBe(false)
})

test('hours of a season count in it alone', () => {
  const season = [hours({ fromDay: '2026-12-01', untilDay: '2027-01-01' })]
  expect(isOpenAt(season, { day: tuesday, minute: 600 })).toBe(false)
  expect(isOpenAt(season, { day: '2026-12-01', minute: 600 })).toBe(true)
  expect(hoursAhead(season, '2026-12-31')).toHaveLength(1)
  expect(hoursAhead(season, '2027-01-01')).toHaveLength(0)
})

test('of hours in words nobody knows whether it is open', () => {
  expect(isOpenAt([], { day: tuesday, minute: 600 })).toBeUndefined()
  const inWords = hours({ weekday: null, opens: null, closes: null, note: 'Bel voor de tijden' })
  expect(isOpenAt([inWords], { day: tuesday, minute: 600 })).toBeUndefined()
})

test('a moment is a minute of the local day, in winter and in summer', () => {
  const at = (text: string) => minuteOf(parseInstant(text) ?? expect.fail())
  expect(at('2026-11-24T23:30:00Z')).toEqual({ day: '2026-11-25', minute: 30 })
  expect(at('2026-07-01T10:00:00Z')).toEqual({ day: '2026-07-01', minute: 720 })
})
