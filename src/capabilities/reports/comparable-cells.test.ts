import { expect, test } from 'vitest'
import { comparableOver, type Mapping } from '../lists/public.ts'
import { comparableCells, comparableCounted, withoutIncomparable } from './comparable-cells.ts'
import { makeReport } from './report.ts'

const since = '2026-01-01'
const mappings: Mapping[] = [
  { list: 'topic', from: 'computer', to: 'devices', kind: 'merge', since },
  { list: 'topic', from: 'smartphone', to: 'devices', kind: 'merge', since },
  { list: 'topic', from: 'digid', to: 'digid-app', kind: 'split', since },
  { list: 'topic', from: 'digid', to: 'digid-code', kind: 'split', since },
]
const period = { from: '2026-01-01', until: '2026-01-31' }
const other = { from: '2025-01-01', until: '2025-01-31' }
const changed = comparableOver(mappings, period, other)

test('what was merged is added up, and nothing is lost', () => {
  expect(
    comparableCells(
      {
        questions: 10,
        'questions/topic:computer': 4,
        'questions/topic:smartphone': 3,
        'questions/topic:digid': 3,
      },
      changed,
    ),
  ).toEqual({ questions: 10, 'questions/topic:devices': 7, 'questions/topic:digid': 3 })
})

const counted = {
  period,
  byMonth: new Map([
    ['2026-01', { contacts: 9, questions: 9, 'questions/topic:devices': 5, 'questions/topic:digid-app': 4 }],
  ]),
  compared: {
    period: other,
    with: 'year-earlier' as const,
    byMonth: new Map([
      [
        '2025-01',
        {
          contacts: 10,
          questions: 10,
          'questions/topic:computer': 4,
          'questions/topic:smartphone': 3,
          'questions/topic:digid': 3,
        },
      ],
    ]),
    wholeQuarters: new Map(),
  },
  countedSince: undefined,
  wholeQuarters: new Map(),
}
const answers = {
  channel: [],
  help: [],
  gender: [],
  age: [],
  language: [],
  duration: [],
  satisfied: [],
  digid: [],
}
const reader = { today: '2026-03-01', seesVisitors: true, answers }

test('a report compares over it, and says nothing where a split makes that impossible', () => {
  const area = { level: 'library', key: 'one' } as const
  const report = withoutIncomparable(
    makeReport(area, comparableCounted(counted, changed, true), reader),
    changed,
    true,
  )
  const topics = report.figures.find(({ name }) => name === 'topics')
  expect(topics?.rows.map(({ code, count, before }) => [code, count, before])).toEqual([
    ['devices', 5, 7],
    ['digid-app', 4, undefined],
  ])
})

test('where parts are hidden nothing is added up, and what was merged is not compared', () => {
  expect(comparableCounted(counted, changed, false)).toBe(counted)
  const area = { level: 'library', key: 'one' } as const
  const report = withoutIncomparable(makeReport(area, counted, reader), changed, false)
  const topics = report.figures.find(({ name }) => name === 'topics')
  expect(topics?.rows.map(({ before }) => before)).toEqual([undefined, undefined])
})
