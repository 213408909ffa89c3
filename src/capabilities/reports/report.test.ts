import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDayOf, lastDayOf, monthsFrom } from '../../platform/time/local-month.ts'
import { addDays } from '../../platform/time/local-time.ts'
import type { Cells } from '../contacts/public.ts'
import type { Level } from './area.ts'
import type { Figure, FigureName } from './figure.ts'
import { monthsOf } from './period.ts'
import { type Counted, figuresOfMonth, makeReport, type Report } from './report.ts'

const today = '2026-11-24'
const answers = {
  channel: ['channel-desk', 'channel-phone', 'channel-not-registered'],
  help: ['help-answered', 'help-brochure'],
  gender: ['gender-man', 'gender-woman', 'gender-not-registered'],
  age: ['age-0-17', 'age-18-24', 'age-65-plus', 'age-not-registered'],
  language: ['language-nt1', 'language-nt2', 'language-not-registered'],
  duration: ['duration-0-5', 'duration-5-10', 'duration-not-registered'],
  satisfied: ['satisfied-yes', 'satisfied-no', 'satisfied-not-asked'],
  digid: ['digid-apply'],
}
const summer: Cells = {
  contacts: 80,
  questions: 100,
  'desk:a': 50,
  'questions/desk:a': 60,
  'desk:b': 30,
  'questions/desk:b': 40,
  'counted:contact': 70,
  'counted:rush': 10,
  'questions/topic:digid': 60,
  'questions/topic:passport': 37,
  'questions/topic:debt-help': 3,
  'questions/provider:logius': 60,
  'channel-desk': 77,
  'channel-phone': 3,
  'help-answered': 60,
  'help-brochure': 40,
  'known:help': 65,
  'duration-5-10': 30,
  'duration-not-registered': 50,
  'gender-man': 21,
  'gender-woman': 30,
  'gender-not-registered': 4,
  'age-65-plus': 40,
  'age-18-24': 9,
  'home:GM0307': 40,
  'home:GM0344': 4,
}

function report(level: Level, changes: Partial<Counted> = {}, seesVisitors = true): Report {
  const byMonth = changes.byMonth ?? new Map([['2026-08', summer]])
  return makeReport(
    { level, key: 'x' },
    {
      period: { from: '2026-07-01', until: '2026-09-30' },
      byMonth,
      compared: undefined,
      countedSince: undefined,
      wholeQuarters: byMonth,
      ...changes,
    },
    { today, seesVisitors, answers },
  )
}
const figure = (of: Report, name: FigureName) => of.figures.find((each) => each.name === name)
const counts = (of: Report, name: FigureName) =>
  Object.fromEntries(figure(of, name)?.rows.map(({ code, count }) => [code, count]) ?? [])

describe('a report of one’s own library', () => {
  test('is whole, and has every month, also the empty ones', () => {
    const own = report('library')
    expect(own.months.map(({ month, now }) => [month, now])).toEqual([
      ['2026-07', 0],
      ['2026-08', 80],
      ['2026-09', 0],
    ])
    expect(counts(own, 'topics')).toEqual({ digid: 60, passport: 37, 'debt-help': 3 })
    expect(counts(own, 'gender')).toEqual({
      'gender-man': 21,
      'gender-woman': 30,
      'gender-not-registered': 4,
    })
    expect(figure(own, 'gender')).toMatchObject({ base: 51, incomplete: false, countedOver: undefined })
    expect(counts(own, 'home')).toEqual({ GM0307: 40, GM0344: 4 })
  })

  test('names of how many its shares are: not of contacts for which it was not asked', () => {
    const own = report('library')
    expect(figure(own, 'topics')?.base).toBe(100)
    // Of 70 registered one by one five say nothing of it: those were imported from a list without that column.
    expect(figure(own, 'help')).toMatchObject({ base: 65, several: true })
    const { 'known:help': _, 'help-answered': __, 'help-brochure': ___, ...unknown } = summer
    expect(figure(report('library', { byMonth: new Map([['2026-08', unknown]]) }), 'help')?.state).toBe(
      'nothing',
    )
    expect(figure(own, 'duration')?.base).toBe(30)
    expect(figure(own, 'language')?.state).toBe('nothing')
  })

  test('puts answers with an order in that order, others by size, and what was not registered last', () => {
    const own = report('library')
    expect(figure(own, 'age')?.rows.map(({ code }) => code)).toEqual([
      'age-0-17',
      'age-18-24',
      'age-65-plus',
      'age-not-registered',
    ])
    expect(figure(own, 'desks')?.rows).toMatchObject([
      { code: 'a', cell: 'desk:a', count: 50, questions: 60 },
      { code: 'b', count: 30, questions: 40 },
    ])
  })

  test('compares month with month only when it is the same month of another year', () => {
    const before = new Map([['2025-08', { contacts: 40, questions: 44 }]])
    const year = report('library', {
      compared: {
        period: { from: '2025-07-01', until: '2025-09-30' },
        byMonth: before,
        wholeQuarters: before,
        with: 'year-earlier',
      },
    })
    expect(year.contacts).toEqual({ now: 80, before: 40 })
    expect(year.months[1]).toMatchObject({ now: 80, before: 40, questions: { now: 100, before: 44 } })
    expect(figure(year, 'topics')?.rows[0]?.before).toBe(0)
    const other = report('library', {
      compared: {
        period: { from: '2026-04-01', until: '2026-06-30' },
        byMonth: before,
        wholeQuarters: before,
        with: 'period-before',
      },
    })
    expect(other.months[1]).toMatchObject({ now: 80, before: undefined })
  })

  test('marks the month that runs and the month of which only a part was asked', () => {
    const { months } = report('library', { period: { from: '2026-09-10', until: today }, byMonth: new Map() })
    expect(months.map(({ unfinished, partly }) => [unfinished, partly])).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ])
  })
})

describe('a report for others', () => {
  test('hides small counts of visitors, and what would tell them', () => {
    const municipality = report('municipality')
    expect(counts(municipality, 'gender')).toEqual({ 'gender-man': 21, 'gender-woman': 30 })
    expect(figure(municipality, 'gender')).toMatchObject({
      base: 51,
      countedOver: { from: '2026-07-01', until: '2026-09-30' },
    })
    // Nine and nobody: fewer than ten together, so the third goes as well.
    expect(figure(municipality, 'age')).toMatchObject({ state: 'too-small', rows: [] })
    // Four in one municipality would be the total minus forty.
    expect(figure(municipality, 'home')).toMatchObject({ state: 'too-small' })
  })

  test('has topics, help and organisations whole where there are two desks', () => {
    expect(counts(report('municipality'), 'topics')).toEqual({ digid: 60, passport: 37, 'debt-help': 3 })
  })

  test('guards these too where one desk had all contacts of a quarter', () => {
    const { 'desk:b': _, ...oneDesk } = summer
    const one = report('municipality', { byMonth: new Map([['2026-08', oneDesk]]) })
    expect(counts(one, 'topics')).toEqual({ digid: 60 })
    expect(figure(one, 'topics')).toMatchObject({ base: 100, hidden: 40, incomplete: true })
    expect(counts(one, 'help')).toEqual({ 'help-answered': 60, 'help-brochure': 40 })
    expect(counts(one, 'channel')).toEqual({ 'channel-desk': 77, 'channel-phone': 3 })
    expect(one.contacts.now).toBe(80)
  })

  test('counts what is guarded over whole quarters only, and says so when there is none', () => {
    const half = report('municipality', { period: { from: '2026-07-02', until: '2026-09-30' } })
    expect(figure(half, 'gender')).toMatchObject({ state: 'no-quarter', rows: [] })
  })

  test('counts topics over whole months where two desks took part, never over a few days', () => {
    const of = (from: string, until: string) =>
      figure(report('municipality', { period: { from, until } }), 'topics')
    expect(of('2026-07-15', '2026-09-30')).toMatchObject({
      state: 'shown',
      countedOver: { from: '2026-08-01', until: '2026-09-30' },
      incomplete: false,
    })
    expect(of('2026-08-01', '2026-08-30')).toMatchObject({ state: 'no-quarter', rows: [] })
    const running = new Map([['2026-11', summer]])
    const november = { period: { from: '2026-11-01', until: today }, byMonth: running }
    expect(figure(report('municipality', november), 'topics')?.state).toBe('no-quarter')
  })

  test('tells months by themselves where all of them may be', () => {
    const { 'desk:b': _, ...oneDesk } = summer
    const topicsOf = (september: Cells) => {
      const byMonth = new Map([
        ['2026-06', summer],
        ['2026-08', summer],
        ['2026-09', september],
      ])
      const counted = {
        period: { from: '2026-06-10', until: '2026-09-30' },
        byMonth,
        wholeQuarters: byMonth,
        compared: undefined,
        countedSince: undefined,
      }
      const area = { level: 'municipality', key: 'x' } as const
      const reader = { today, seesVisitors: true, answers }
      const months = ['2026-06', '2026-08', '2026-09'].map(
        (month) =>
          figuresOfMonth(area, counted, reader, month).find(({ name }) => name === 'topics')?.rows[0]?.count,
      )
      return [figure(makeReport(area, counted, reader), 'topics')?.byMonth, ...months]
    }
    // Of June only a part was asked; in July there was nothing, of which nothing is to hide.
    expect(topicsOf(summer)).toEqual([true, undefined, 60, 60])
    expect(topicsOf({ ...oneDesk, contacts: 81 })).toEqual([false, undefined, undefined, undefined])
  })

  test('takes a desk for a second one only when it could be shown itself', () => {
    const august = (second: number): Counted['byMonth'] =>
      new Map([['2026-08', { ...summer, 'desk:b': second }]])
    expect(figure(report('municipality', { byMonth: august(10) }), 'topics')?.incomplete).toBe(false)
    expect(counts(report('municipality', { byMonth: august(9) }), 'topics')).toEqual({ digid: 60 })
  })

  test('counts a quarter month by month once two desks took part in one of its months', () => {
    const { 'desk:b': _, ...oneDesk } = summer
    const byMonth = new Map([
      ['2026-08', summer],
      ['2026-09', oneDesk],
    ])
    // Three questions on debts in September would be three of one desk: what August alone tells is not taken from it.
    byMonth.set('2026-07', oneDesk)
    const topics = figure(report('municipality', { byMonth }), 'topics')
    expect(topics?.rows.map(({ code, count }) => [code, count])).toEqual([['digid', 180]])
    expect(topics).toMatchObject({ base: 300, hidden: 120, incomplete: true, leftOut: [] })
  })

  test('leaves months with one desk out where most was in months with two', () => {
    const { 'desk:b': _, ...oneDesk } = summer
    const byMonth = new Map([
      ['2026-07', summer],
      ['2026-08', oneDesk],
      ['2026-09', summer],
    ])
    const topics = figure(report('municipality', { byMonth }), 'topics')
    expect(topics).toMatchObject({ base: 200, incomplete: false, byMonth: true, leftOut: ['2026-08'] })
    expect(topics?.rows.map(({ code, count }) => [code, count])).toContainEqual(['debt-help', 6])
  })

  test('sets an earlier period beside it only where that has two desks in every month', () => {
    const twoDesks: Cells = { ...summer, 'questions/topic:debt-help': 2 }
    const oneDesk: Cells = { ...twoDesks, 'desk:b': 0 }
    const months = (september: Cells): Counted['byMonth'] =>
      new Map([
        ['2025-08', { ...summer, 'questions/topic:debt-help': 1 }],
        ['2025-09', september],
      ])
    const beside = (level: Level, name: FigureName, byMonth: Counted['byMonth'], until = '2025-09-30') => {
      const now = new Map([
        ['2026-08', summer],
        ['2026-09', summer],
      ])
      const compared = {
        period: { from: '2025-08-01', until },
        byMonth,
        wholeQuarters: byMonth,
        with: 'year-earlier' as const,
      }
      const period = { from: '2026-08-01', until: '2026-09-30' }
      return figure(report(level, { period, byMonth: now, compared }), name)?.rows.at(-1)?.before
    }
    expect(beside('municipality', 'topics', months(twoDesks))).toBe(3)
    expect(beside('province', 'topics', months(oneDesk))).toBe(3)
    for (const name of ['topics', 'providers', 'help'] as const)
      expect([name, beside('municipality', name, months(oneDesk))]).toEqual([name, undefined])
    expect(beside('municipality', 'channel', months(oneDesk))).toBe(6)
    // Of other days than those beside which it would stand.
    expect(beside('municipality', 'topics', months(twoDesks), '2025-09-29')).toBeUndefined()
    expect(beside('municipality', 'age', months(twoDesks))).toBeUndefined()
  })

  test('shows visitors of the reader’s own level only: a province minus its municipalities would tell', () => {
    expect(figure(report('municipality', {}, false), 'gender')?.state).toBe('elsewhere')
    expect(figure(report('province', {}, false), 'gender')?.state).toBe('elsewhere')
    expect(figure(report('province'), 'gender')?.state).toBe('shown')
    expect(figure(report('nation'), 'home')).toBeUndefined()
  })
})

test('whatever two periods a municipality asks for, their difference tells of nobody', () => {
  const months = monthsFrom('2025-01', '2026-06')
  const counted = fc.array(
    fc.record({
      man: fc.integer({ min: 0, max: 15 }),
      woman: fc.integer({ min: 0, max: 40 }),
      far: fc.nat(6),
    }),
    { minLength: months.length, maxLength: months.length },
  )
  const span = fc.tuple(fc.nat(months.length - 1), fc.nat(months.length - 1))
  fc.assert(
    fc.property(counted, span, span, (numbers, one, other) => {
      const all = new Map(
        numbers.map(({ man, woman, far }, at): [string, Cells] => [
          months[at] ?? '',
          {
            contacts: man + woman,
            'desk:a': man + woman,
            'gender-man': man,
            'gender-woman': woman,
            'home:GM0307': woman,
            'home:GM0344': far,
            'questions/topic:digid': woman,
            'questions/topic:debt-help': far,
          },
        ]),
      )
      const of = ([first, last]: [number, number]) => {
        const period = {
          from: firstDayOf(months[Math.min(first, last)] ?? ''),
          until: lastDayOf(months[Math.max(first, last)] ?? ''),
        }
        const byMonth = new Map(
          [...all].filter(([month]) => `${month}-01` >= period.from && month <= period.until),
        )
        return { period, made: report('municipality', { period, byMonth, wholeQuarters: all }) }
      }
      const [inner, outer] = [of(one), of(other)]
      if (inner.period.from < outer.period.from || inner.period.until > outer.period.until) return
      for (const name of ['gender', 'home', 'topics'] as const) {
        const [small, large] = [counts(inner.made, name), counts(outer.made, name)]
        for (const [code, number] of Object.entries(small)) {
          const difference = (large[code] ?? number) - number
          expect(difference === 0 || difference >= 10).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('nor does it of one desk, whatever desks took part in which month', () => {
  const months = monthsFrom('2025-01', '2026-10')
  const numbers = fc.array(
    fc.record({ one: fc.integer({ min: 0, max: 40 }), other: fc.nat(20), debts: fc.nat(14) }),
    { minLength: months.length, maxLength: months.length },
  )
  const days = fc.tuple(fc.nat(months.length * 30), fc.nat(months.length * 30))
  fc.assert(
    fc.property(numbers, days, days, (asked, one, other) => {
      const all = new Map(
        asked.map(({ one: first, other: second, debts: asking }, at): [string, Cells] => {
          const debts = first + second > 0 ? asking : 0 // Where nobody came, nobody asked.
          const cells = {
            contacts: first + second,
            questions: first + second + debts,
            'desk:a': first,
            'desk:b': second,
            'questions/topic:digid': first,
            'questions/topic:passport': second,
            'questions/topic:debt-help': debts,
          }
          return [months[at] ?? '', cells]
        }),
      )
      const of = (ends: [number, number]) => {
        const [from = '', until = ''] = ends.map((day) => addDays('2025-01-01', day)).toSorted()
        return {
          from,
          until,
          topics: figure(report('municipality', { period: { from, until }, wholeQuarters: all }), 'topics'),
        }
      }
      const [inner, outer] = [of(one), of(other)]
      if (inner.from < outer.from || inner.until > outer.until) return
      const [small, large] = [inner.topics, outer.topics]
      if (!small?.countedOver || !large?.countedOver) return
      const counted = ({ countedOver, leftOut }: Figure): string[] =>
        countedOver ? monthsOf(countedOver).filter((month) => !leftOut.includes(month)) : []
      const ofOneDesk = (months: readonly string[]): string[] =>
        months.filter(
          (month) => (all.get(month)?.['desk:a'] ?? 0) < 10 || (all.get(month)?.['desk:b'] ?? 0) < 10,
        )
      for (const { code, count } of large.rows) {
        const sum = (among: readonly string[]): number =>
          among.reduce((total, month) => total + (all.get(month)?.[`questions/topic:${code}`] ?? 0), 0)
        expect(count).toBe(sum(counted(large)))
        const told = Math.abs(sum(ofOneDesk(counted(large))) - sum(ofOneDesk(counted(small))))
        if (small.rows.some((row) => row.code === code)) expect(told === 0 || told >= 10).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
