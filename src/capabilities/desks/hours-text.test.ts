import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DaysInText, type HoursSpan, readHoursText, spansOverlap, writeHoursText } from './hours-text.ts'

/** Each day with each of its hours, in one order: what two ways of writing must have in common. */
const moments = (spans: readonly HoursSpan[]): string[] =>
  spans
    .flatMap(({ weekdays, opens, closes }) =>
      (weekdays.length ? weekdays : [0]).map((day) => `${day} ${opens}-${closes}`),
    )
    .sort()

function read(text: string, days: DaysInText = 'needed'): string[] {
  const found = readHoursText(text, { days })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return moments(found.spans)
}

function problems(text: string, days: DaysInText = 'needed'): string[] {
  const found = readHoursText(text, { days })
  return found.ok ? [] : found.problems.map(({ kind, words }) => `${kind}: ${words}`)
}

describe('hours in one line', () => {
  test.each([
    ['di-vr 11-13', ['2 660-780', '3 660-780', '4 660-780', '5 660-780']],
    ['ma, wo 9:30-12 en 13-17', ['1 570-720', '1 780-1020', '3 570-720', '3 780-1020']],
    ['za 10.00-14.00', ['6 600-840']],
    ['vr 20-02', ['5 1200-1560']],
    ['za 20-24', ['6 1200-1440']],
    ['za 20-0', ['6 1200-1440']],
    ['zo 0-24', ['7 0-1440']],
    ['elke dag 9-12', [1, 2, 3, 4, 5, 6, 7].map((day) => `${day} 540-720`)],
    ['Tue-Thu 9am'.replace('9am', '9-12'), ['2 540-720', '3 540-720', '4 540-720']],
    ['mo to we 9 until 12', ['1 540-720', '2 540-720', '3 540-720']],
    ['Maandag t/m woensdag van 9 uur tot 12.30 uur', ['1 540-750', '2 540-750', '3 540-750']],
    ['di: 9u30–12u; do 0930-1200', ['2 570-720', '4 570-720']],
    ['vr-ma 10-11', ['1 600-660', '5 600-660', '6 600-660', '7 600-660']],
    [
      'werkdagen 9-10, weekend 10-11',
      ['1', '2', '3', '4', '5'].map((day) => `${day} 540-600`).concat('6 600-660', '7 600-660'),
    ],
    ['ma 9-12 13-17', ['1 540-720', '1 780-1020']],
    ['vr 20-8 volgende dag', ['5 1200-1920']],
    ['DI 11-13,', ['2 660-780']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('without days, where those are known already', () => {
    expect(read('10-12 en 13:30-15', 'none')).toEqual(['0 600-720', '0 810-900'])
    expect(problems('di 10-12', 'none')).toEqual(['days-not-here: di'])
    expect(read('10-12, za 13-14', 'optional')).toEqual(['0 600-720', '6 780-840'])
    expect(
      writeHoursText(
        [
          { weekdays: [6], opens: 780, closes: 840 },
          { weekdays: [], opens: 600, closes: 720 },
        ],
        'nl',
      ),
    ).toBe('10-12, za 13-14')
  })

  test.each([
    ['', ['empty: ']],
    ['dinsdg 11-13', ['word: dinsdg']],
    ['di 25-26', ['hour: 25', 'hour: 26']],
    ['di 24-26', ['hour: 26']],
    ['di 9:75-11', ['minute: 9:75']],
    ['di 9:5-11', ['time: 9:5']],
    ['di 13-11', ['end-before-start: 13-11']],
    ['di 11-11', ['end-before-start: 11-11']],
    ['di 20-7', ['end-before-start: 20-7']],
    ['di 9-10 volgende dag', ['too-long: 9-10']],
    ['11-13', ['no-days: 11 - 13']],
    ['di-vr', ['no-times: di-vr']],
    ['di 11', ['no-end: 11']],
    ['di 11-', ['no-end: 11']],
    ['di 11-13 en 12-14', ['overlap: di 12-14']],
    ['di-do 9-12, wo 11-13', ['overlap: wo 11-13']],
    ['vr 20-02, za 1-3', ['overlap: za 1-3']],
    ['zo 20-02, ma 1-3', ['overlap: ma 1-3']],
    ['- vr 11-13', ['word: - vr']],
  ])('%j is not read, and it says what is wrong', (text, expected) =>
    expect(problems(text)).toEqual(expected),
  )

  test('ten thousand characters are answered at once', () => {
    const started = performance.now()
    for (const text of [
      'a'.repeat(10_000),
      '1'.repeat(10_000),
      'di '.repeat(3_300),
      '-'.repeat(10_000),
      '9-10 '.repeat(2_000),
    ])
      expect(readHoursText(text, { days: 'needed' }).ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  const span = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.sort()),
    opens: fc.integer({ min: 0, max: 1439 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
  })
  const spans = fc.array(span, { minLength: 1, maxLength: 6 }).map((found) => {
    const apart: HoursSpan[] = []
    for (const { weekdays, opens, minutes } of found) {
      const next = { weekdays, opens, closes: opens + minutes }
      const withItself = weekdays.length > 1 && minutes > 1440
      if (!withItself && !apart.some((other) => spansOverlap(other, next))) apart.push(next)
    }
    return apart
  })
  const language = fc.constantFrom('nl' as const, 'en' as const)

  test('what is written is read back the same, in both languages', () => {
    fc.assert(
      fc.property(spans, language, (hours, spoken) => {
        expect(read(writeHoursText(hours, spoken))).toEqual(moments(hours))
      }),
    )
  })

  test('what is written is short', () => {
    expect(writeHoursText([{ weekdays: [2, 3, 4, 5], opens: 660, closes: 780 }], 'nl')).toBe('di-vr 11-13')
    expect(
      writeHoursText(
        [
          { weekdays: [1, 3], opens: 570, closes: 720 },
          { weekdays: [1, 3], opens: 780, closes: 1020 },
          { weekdays: [5], opens: 1200, closes: 1560 },
        ],
        'nl',
      ),
    ).toBe('ma, wo 9:30-12 en 13-17, vr 20-2')
    expect(writeHoursText([{ weekdays: [], opens: 600, closes: 720 }], 'nl')).toBe('10-12')
  })

  test('never breaks on what people type', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.constantFrom('needed' as const, 'optional' as const, 'none' as const),
        (text, days) => {
          const found = readHoursText(text, { days })
          if (!found.ok) expect(found.problems.length).toBeGreaterThan(0)
          else
            for (const { opens, closes } of found.spans) {
              expect(opens).toBeLessThan(1440)
              expect(closes).toBeGreaterThan(opens)
              expect(closes).toBeLessThanOrEqual(opens + 1440)
            }
        },
      ),
    )
  })
})
