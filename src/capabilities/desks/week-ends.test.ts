import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { type Timetable, timetableOn } from './opening-hours.ts'
import { endFollowedWeeks } from './week-ends.ts'

const week = (id: string, fromDay: string, untilDay: string | null = null): Timetable => ({
  id,
  kind: 'ordinary',
  name: null,
  fromDay,
  untilDay,
  version: 1,
  hours: [],
})
const ends = (weeks: readonly Timetable[]) => weeks.map(({ id, untilDay }) => [id, untilDay])

const first = week('first', '2026-01-01')
const second = week('second', '2026-03-01')
const third = week('third', '2026-06-01')

test('a week ends where the next one begins, and lasts again when that one goes', () => {
  const two = endFollowedWeeks([first], [first, third])
  expect(ends(two)).toEqual([
    ['first', '2026-06-01'],
    ['third', null],
  ])
  const three = endFollowedWeeks(two, [...two, second])
  expect(ends(three)).toEqual([
    ['first', '2026-03-01'],
    ['third', null],
    ['second', '2026-06-01'],
  ])
  expect(
    ends(
      endFollowedWeeks(
        three,
        three.filter(({ id }) => id !== 'second'),
      ),
    ),
  ).toEqual(ends(two))
  expect(
    ends(
      endFollowedWeeks(
        two,
        two.filter(({ id }) => id !== 'third'),
      ),
    ),
  ).toEqual([['first', null]])
})

test('a week keeps an end of its own, before the next one', () => {
  const ended = week('first', '2026-01-01', '2026-02-01')
  const two = endFollowedWeeks([ended], [ended, second])
  expect(ends(two)[0]).toEqual(['first', '2026-02-01'])
  expect(ends(endFollowedWeeks(two, [ended]))).toEqual([['first', '2026-02-01']])
})

test('a week that moves takes the end of the one before along', () => {
  const two = endFollowedWeeks([first], [first, third])
  const moved = two.map((each) => (each.id === 'third' ? { ...each, fromDay: '2026-04-01' } : each))
  expect(ends(endFollowedWeeks(two, moved))[0]).toEqual(['first', '2026-04-01'])
})

const dayArbitrary = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days))
const weeksArbitrary = fc
  .uniqueArray(dayArbitrary, { minLength: 1, maxLength: 6 })
  .map((days) => days.map((day, index) => week(String(index), day)))

test('it changes nothing about which week is in force, and leaves at most one in force at a time', () => {
  fc.assert(
    fc.property(weeksArbitrary, fc.nat(), dayArbitrary, (weeks, gone, day) => {
      const on = (timetables: readonly Timetable[]) => timetableOn({ timetables, dated: [] }, day)?.id
      const holding = (timetables: readonly Timetable[]) =>
        timetables.filter(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay > day))
      const ended = endFollowedWeeks([], weeks)
      expect(on(ended)).toBe(on(weeks))
      expect(holding(ended).length).toBeLessThanOrEqual(1)
      const id = String(gone % weeks.length)
      const without = weeks.filter((each) => each.id !== id)
      expect(
        ends(
          endFollowedWeeks(
            ended,
            ended.filter((each) => each.id !== id),
          ),
        ),
      ).toEqual(ends(endFollowedWeeks([], without)))
    }),
  )
})
