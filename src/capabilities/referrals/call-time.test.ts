import { describe, expect, test } from 'vitest'
import { localDay, localTime, momentOf } from '../../platform/time/local-time.ts'
import type { DeskHours } from '../desks/public.ts'
import { suggestCallTime } from './call-time.ts'

type Line = readonly [weekday: number, opens: number, closes: number, kind: 'desk' | 'telephone']
const week = (lines: readonly Line[]): DeskHours => ({
  timetables: [
    {
      id: 't',
      kind: 'ordinary',
      name: null,
      fromDay: '2026-01-01',
      untilDay: null,
      version: 1,
      hours: lines.map(([weekday, opens, closes, kind]) => ({
        weekday,
        opens,
        closes,
        kind,
        label: null,
        access: 'walk-in',
        languages: [],
        targetGroup: null,
        placeId: null,
      })),
    },
  ],
  dated: [],
})
const hours = week([
  [2, 600, 840, 'telephone'],
  [4, 1080, 1200, 'telephone'],
  [3, 540, 1020, 'desk'],
])
const written = (moment: ReturnType<typeof suggestCallTime>): string | undefined =>
  moment && `${localDay(moment)} ${localTime(moment)}`

describe('when to call', () => {
  test('is the next quarter in the telephone hours', () => {
    expect(written(suggestCallTime(hours, 'any', momentOf('2026-11-24', '10:31')))).toBe('2026-11-24 10:45')
    expect(written(suggestCallTime(hours, 'any', momentOf('2026-11-24', '08:00')))).toBe('2026-11-24 10:00')
    expect(written(suggestCallTime(hours, 'any', momentOf('2026-11-24', '14:00')))).toBe('2026-11-26 18:00')
  })

  test('is in the part of the day that suits', () => {
    const from = momentOf('2026-11-24', '08:00')
    expect(written(suggestCallTime(hours, 'morning', from))).toBe('2026-11-24 10:00')
    expect(written(suggestCallTime(hours, 'afternoon', from))).toBe('2026-11-24 12:00')
    expect(written(suggestCallTime(hours, 'evening', from))).toBe('2026-11-26 18:00')
  })

  test('is in the ordinary hours of a desk that keeps none for the telephone, and unknown where there are none', () => {
    const door = week([[3, 540, 1020, 'desk']])
    expect(written(suggestCallTime(door, 'any', momentOf('2026-11-24', '08:00')))).toBe('2026-11-25 09:00')
    expect(suggestCallTime(door, 'evening', momentOf('2026-11-24', '08:00'))).toBeUndefined()
    expect(suggestCallTime(week([]), 'any', momentOf('2026-11-24', '08:00'))).toBeUndefined()
  })
})
