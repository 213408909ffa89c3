import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Target } from './goal.ts'
import { areAlike, type Course, forecast, judge, type Span, sumOfSpans, targetValue } from './progress.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }
const span = (value: Span['value'], whole = true): Span => ({
  from: '2026-01-01',
  until: '2026-01-31',
  value,
  whole,
})
const months = (...values: number[]): Course => ({
  kind: 'count',
  value: values.reduce((sum, value) => sum + value, 0),
  spans: values.map((value) => span(value)),
  spansLeft: 12 - values.length,
})
const level = (value: number | undefined, more: Partial<Course> = {}): Course => ({
  kind: 'level',
  value,
  spans: [],
  ...more,
})
const more = (target: number | undefined, today = '2026-07-01') => ({
  target,
  less: false,
  period: year,
  today,
})
const less = (target: number, today = '2026-07-01') => ({ target, less: true, period: year, today })

describe('the forecast', () => {
  test('goes on with the mean of the whole months, and is as wide as they differ', () => {
    // By hand: mean 100, s = 10, n = 3, m = 9; t(2) = 1.886; 1.886 × 10 × √(9 + 27) = 113.16.
    const ahead = forecast([90, 100, 110], 300, 9)
    expect(ahead?.middle).toBe(1200)
    // The deviation of three such counts is 10: exactly what chance gives a count of 100.
    expect(ahead?.low).toBeCloseTo(1200 - 113.16, 1)
    expect(ahead?.high).toBeCloseTo(1200 + 113.16, 1)
    expect(ahead?.from).toBe(3)
  })

  test('is not made of fewer than three months, nor when nothing is left', () => {
    expect(forecast([100, 110], 210, 10)).toBeUndefined()
    expect(forecast([100, 110, 90], 300, 0)).toBeUndefined()
  })

  test('of months that are all alike still has the uncertainty of counting', () => {
    const ahead = forecast([4, 4, 4, 4], 16, 8)
    expect((ahead?.high ?? 0) - (ahead?.middle ?? 0)).toBeGreaterThan(5)
  })

  test('is the same for a number per 1,000 inhabitants as for the counts behind it', () => {
    const counts = [80, 120, 95, 130]
    const scale = 1000 / 150_000
    const ofCounts = forecast(counts, 425, 8)
    const ofReach = forecast(
      counts.map((count) => count * scale),
      425 * scale,
      8,
      scale,
    )
    expect(ofReach?.low).toBeCloseTo((ofCounts?.low ?? 0) * scale, 9)
    expect(ofReach?.high).toBeCloseTo((ofCounts?.high ?? 0) * scale, 9)
  })

  const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 3, maxLength: 40 })

  test('never undoes what was counted, and has its middle between its ends', () =>
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 24, noNaN: true }), (values, left) => {
        const soFar = values.reduce((sum, value) => sum + value, 0)
        const ahead = forecast(values, soFar, left)
        expect(ahead?.low).toBeGreaterThanOrEqual(soFar)
        expect(ahead?.middle).toBeGreaterThanOrEqual(ahead?.low ?? 0)
        expect(ahead?.high).toBeGreaterThanOrEqual(ahead?.middle ?? 0)
      }),
    ))

  test('is wider the more is left', () =>
    fc.assert(
      fc.property(counts, fc.double({ min: 0.1, max: 12, noNaN: true }), (values, left) => {
        const width = (of: number): number => {
          const ahead = forecast(values, 0, of)
          return (ahead?.high ?? 0) - (ahead?.middle ?? 0)
        }
        expect(width(left + 1)).toBeGreaterThanOrEqual(width(left))
      }),
    ))

  test('holds about eight times out of ten for months that vary by chance', () => {
    // Months drawn without chance, the same in each run: a multiplicative generator.
    let state = 12345
    const draw = (): number => {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    }
    const normal = (): number => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw())
    const count = (): number => Math.max(0, Math.round(200 + 30 * normal()))
    let within = 0
    const times = 4000
    for (let time = 0; time < times; time += 1) {
      const known = Array.from({ length: 6 }, count)
      const coming = Array.from({ length: 6 }, count)
      const soFar = known.reduce((sum, value) => sum + value, 0)
      const end = soFar + coming.reduce((sum, value) => sum + value, 0)
      const ahead = forecast(known, soFar, 6)
      if (ahead && end >= ahead.low && end <= ahead.high) within += 1
    }
    expect(within / times).toBeGreaterThan(0.77)
    expect(within / times).toBeLessThan(0.83)
  })
})

describe('a target', () => {
  const relative = (percent: number, base = { from: '2025-01-01', until: '2025-12-31' }): Target => ({
    kind: 'relative',
    percent,
    base,
    baseValue: null,
  })

  test('that is a number is that number', () =>
    expect(targetValue({ kind: 'absolute', value: 7 }, { kind: 'level', period: year }, undefined)).toBe(7))

  test('of 30 % more than 1,000 is 1,300, and of 10 % less 900', () => {
    expect(targetValue(relative(30), { kind: 'count', period: year }, 1000)).toBeCloseTo(1300)
    expect(targetValue(relative(-10), { kind: 'count', period: year }, 1000)).toBeCloseTo(900)
  })

  test('against half a year is brought to the length of the goal; a level is not', () => {
    const half = relative(10, { from: '2025-01-01', until: '2025-06-30' })
    expect(targetValue(half, { kind: 'count', period: year }, 181)).toBeCloseTo(365 * 1.1)
    expect(targetValue(half, { kind: 'level', period: year }, 80)).toBeCloseTo(88)
    expect(areAlike(year, { from: '2025-01-01', until: '2025-06-30' })).toBe(false)
    expect(areAlike(year, { from: '2024-01-01', until: '2024-12-31' })).toBe(true)
  })

  test('against nothing known is not known', () =>
    expect(targetValue(relative(30), { kind: 'count', period: year }, undefined)).toBeUndefined())
})

describe('how a goal stands', () => {
  test.each([
    ['before it begins', months(1), more(10, '2025-12-31'), 'cannot-tell', 'not-begun'],
    ['hidden', { ...months(), value: 'hidden' }, more(10), 'cannot-tell', 'hidden'],
    ['not measured', level(undefined), more(10), 'cannot-tell', 'nothing-measured'],
    ['without a base', months(100, 100, 100), more(undefined), 'cannot-tell', 'no-base'],
    ['with two months', months(100, 100), more(1200), 'cannot-tell', 'too-few-spans'],
    ['counted by hand', { ...months(3), spansLeft: undefined }, more(12), 'cannot-tell', 'typed-count'],
    ['with enough already', months(700, 600), more(1200), 'reached', 'reached'],
    ['ahead', months(200, 210, 190, 205), more(1200), 'on-course', 'on-course'],
    ['about right', months(100, 110, 90, 105), more(1200), 'uncertain', 'uncertain'],
    ['too slow', months(50, 55, 45, 50), more(1200), 'behind', 'behind'],
    ['over and enough', { ...months(1300), spansLeft: 0 }, more(1200, '2027-01-01'), 'reached', 'reached'],
    ['over and not enough', { ...months(900), spansLeft: 0 }, more(1200, '2027-01-01'), 'behind', 'over'],
    [
      'over, the last quarter not told yet',
      { ...months(300, 300, 300), spansLeft: 1 },
      more(1000, '2027-01-10'),
      'on-course',
      'on-course',
    ],
    ['a level that is high enough', level(7.2), more(7), 'on-course', 'reached-now'],
    ['a level that is not, early', level(6.5), more(7), 'uncertain', 'not-yet'],
    ['a level that is not, late', level(6.5), more(7, '2026-11-01'), 'behind', 'late'],
    ['a level that is high enough, over', level(7.2), more(7, '2027-01-01'), 'reached', 'reached'],
    ['a level that is not, over', level(6.5), more(7, '2027-01-01'), 'behind', 'over'],
    ['a share of nine answers', level(100, { answers: 9 }), more(80), 'cannot-tell', 'few-answers'],
    ['a share of ten answers', level(100, { answers: 10 }), more(80), 'on-course', 'reached-now'],
    ['fewer wanted, already more', months(700, 600), less(1200), 'behind', 'passed'],
    ['fewer wanted, slow', months(50, 55, 45, 50), less(1200), 'on-course', 'on-course'],
    ['fewer wanted, about as many', months(100, 110, 90, 105), less(1200), 'uncertain', 'uncertain'],
    ['fewer wanted, too many ahead', months(250, 260, 240, 250), less(1200), 'behind', 'behind'],
    ['fewer wanted, over', { ...months(900), spansLeft: 0 }, less(1200, '2027-01-01'), 'reached', 'reached'],
    ['a low level wanted', level(5), less(6), 'on-course', 'reached-now'],
  ] as const)('%s', (_, course, wish, state, why) =>
    expect(judge(course as Course, wish)).toMatchObject({ state, why }),
  )

  test('a month that is not whole counts along, and says nothing of the others', () => {
    const course = {
      ...months(100, 100, 100),
      value: 310,
      spans: [span(10, false), ...months(100, 100, 100).spans],
    }
    expect(judge(course, more(1200)).forecast).toMatchObject({ middle: 310 + 900, from: 3 })
  })

  test('more is never worse, less never better', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3, maxLength: 11 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 2000 }),
        (values, target, extra) => {
          const order = ['behind', 'uncertain', 'on-course', 'reached']
          const rank = (wanted: number): number => order.indexOf(judge(months(...values), more(wanted)).state)
          expect(rank(target)).toBeGreaterThanOrEqual(rank(target + extra))
        },
      ),
    ))
})

test('what is hidden in one span hides the sum', () => {
  expect(sumOfSpans([span(3), span(4)])).toBe(7)
  expect(sumOfSpans([span(30), span('hidden')])).toBe('hidden')
  expect(sumOfSpans([])).toBeUndefined()
})
