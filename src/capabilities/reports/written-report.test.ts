import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../platform/csv/read-csv.ts'
import { translator } from '../../platform/i18n/translate.ts'
import type { Cells } from '../contacts/public.ts'
import type { ChangedAnswers } from '../lists/public.ts'
import type { Area } from './area.ts'
import { makeReport } from './report.ts'
import { lastOver, periodsOfTopics, periodsUpTo, reportPeriod, reportPeriods } from './report-period.ts'
import { type DesksOfReport, makeWrittenReport, type WrittenReport } from './written-report.ts'
import { sayFraction, topicsFigure } from './written-report-visitors.ts'

const t = translator('nl')
const now = Temporal.Instant.from('2022-10-11T08:00:00Z')
const answers = {
  channel: [],
  help: ['help-done-together', 'help-other'],
  gender: ['gender-man', 'gender-woman', 'gender-not-registered'],
  age: ['age-0-17', 'age-18-24', 'age-25-44', 'age-45-65', 'age-65-plus', 'age-not-registered'],
  language: ['language-nt1', 'language-nt2', 'language-not-registered'],
  duration: [],
  satisfied: [],
  digid: [],
}
const noDesks: DesksOfReport = {
  overTime: [],
  opening: {
    desks: 0,
    unknown: 0,
    meanMinutes: undefined,
    classes: [0, 0, 0, 0, 0],
    evenings: 0,
    weekends: 0,
  },
  staff: { employees: 0, volunteers: 0, partners: 0, unknown: 0 },
}

function written(
  cells: Cells,
  {
    desks = noDesks,
    area = { level: 'nation', key: 'NL' },
    withVisitors = true,
    changed = [],
  }: {
    desks?: DesksOfReport
    area?: Area
    withVisitors?: boolean
    changed?: ChangedAnswers['changes']
  } = {},
): WrittenReport {
  const period = { from: '2022-04-01', until: '2022-06-30' }
  const byMonth = new Map([['2022-06', cells]])
  const report = makeReport(
    area,
    {
      period,
      byMonth,
      compared: undefined,
      countedSince: undefined,
      wholeQuarters: byMonth,
    },
    { today: '2022-10-11', seesVisitors: withVisitors, answers },
  )
  const topics = report.figures.flatMap((figure) => (figure.name === 'topics' ? [{ period, figure }] : []))
  return makeWrittenReport(
    { kind: 'quarter', areaName: 'heel Nederland', report, withVisitors, topics, changed, desks, now },
    { t, language: 'nl', nameOf: (_, code) => code },
  )
}

const figure = (report: WrittenReport, id: string) => {
  const found = report.figures.find((each) => each.id === id)
  if (!found) throw new Error(id)
  return {
    ...found,
    shares: Object.fromEntries(
      found.rows.map(({ code, share }) => [code, share === null ? null : Math.round(share * 100)]),
    ),
  }
}

/** The numbers of the guide (November 2022, §§ 2.2.1–2.2.4), each as it stands there. */
const guide = (() => {
  const columns = ['metric', 'value', 'unit', 'period', 'source', 'reliability', 'note']
  const read = readCsv(readFileSync('tests/support/guide-figures.csv'), columns, ['metric', 'value'])
  if (!read.ok) throw new Error('guide-figures.csv')
  return (metric: string): number => {
    const row = read.rows.find(({ cells }) => cells.metric === metric)
    if (!row) throw new Error(metric)
    return Number(row.cells.value)
  }
})()

describe('with the numbers of the guide', () => {
  // A thousand times as many people as percents: a nation, in which nothing is small.
  const people = (metric: string): number => guide(metric) * 1000
  const report = written(
    {
      contacts: 100_000,
      questions: 100_000,
      'age-18-24': 10_000,
      'age-25-44': 11_000,
      'age-45-65': people('visitors_age_25_65') - 11_000,
      'age-65-plus': people('visitors_age_over_65'),
      'age-not-registered': 4_000,
      'language-nt1': people('visitors_language_nt1'),
      'language-nt2': people('visitors_language_nt2'),
      'language-not-registered': people('visitors_language_unknown'),
      'gender-man': people('visitors_gender_male'),
      'gender-woman': people('visitors_gender_female'),
      'gender-not-registered': people('visitors_gender_not_registered'),
      'known:help': 100_000,
      'help-done-together': 61_000,
      'help-other': people('help_way_other'),
    },
    {
      desks: {
        overTime: [
          { day: '2022-03-31', count: 450 },
          { day: '2022-06-30', count: guide('ido_locations') },
        ],
        opening: {
          desks: 100,
          unknown: 0,
          meanMinutes: guide('opening_hours_mean') * 60,
          classes: [guide('opening_hours_under_8'), 15, 10, 6, guide('opening_hours_over_32')],
          evenings: guide('open_in_evening'),
          weekends: guide('open_in_weekend'),
        },
        // 838 + 146 + 16 people are 84 %, 15 % and 2 %: 101 together, as in the guide.
        staff: { employees: 838, volunteers: 146, partners: 16, unknown: 0 },
      },
    },
  )

  test('figure 1 says 26 % and 60 %', () => {
    const { text } = figure(report, 'age')
    expect(text).toEqual([
      '26 % van de bezoekers was tussen 25 en 65 jaar. 60 % was ouder dan 65 jaar.',
      'Van 4 % van de bezoekers is dit niet geregistreerd.',
    ])
  })

  test('figure 2 says 64 %, 18 % and 18 % not known', () => {
    const { text, shares } = figure(report, 'language')
    expect(shares).toEqual({ 'language-nt1': 64, 'language-nt2': 18, 'not-registered': 18 })
    expect(text).toEqual([
      '64 % van de bezoekers heeft Nederlands als eerste taal en 18 % als tweede taal.',
      'Van 18 % van de bezoekers is dit niet geregistreerd.',
    ])
  })

  test('figure 3 says 42 %, 47 % and 11 % not known, and that the difference is small', () => {
    const { text, shares } = figure(report, 'gender')
    expect(shares).toEqual({ 'gender-man': 42, 'gender-woman': 47, 'not-registered': 11 })
    expect(text).toEqual([
      'Het verschil tussen mannen en vrouwen is klein: 42 % was man en 47 % was vrouw.',
      'Van 11 % van de bezoekers is dit niet geregistreerd.',
    ])
  })

  test('figure 4 says 45 % other, and that shares are more than 100 % together', () => {
    const { text, shares } = figure(report, 'help')
    expect(shares['help-other']).toBe(45)
    expect(text).toContain('Bij 45 % is ‘help-other’ ingevuld.')
    expect(text.join(' ')).toContain('meer dan 100 %')
  })

  test('figure 6 counts the desks that stand in it, and says which are missed', () => {
    const { rows, notes } = figure(report, 'desks')
    expect(rows.map(({ values }) => values)).toEqual([[450], [466]])
    expect(notes).toContain(
      'Informatiepunten die niet in Balie staan, tellen niet mee. Het echte aantal kan hoger zijn.',
    )
  })

  test('figure 7 says 12 hours, 57 %, 12 %, 18 % and 24 %', () => {
    expect(figure(report, 'hours').text).toEqual([
      'De informatiepunten zijn gemiddeld 12 uur per week open.',
      '57 % is minder dan 8 uur per week open en 12 % meer dan 32 uur.',
      '18 % is ook in de avond open en 24 % in het weekend.',
    ])
  })

  test('figure 8 says 84 %, 15 % and 2 %, which are 101 together', () => {
    const { text, shares } = figure(report, 'staff')
    expect(shares).toEqual({
      employees: guide('staffed_by_library_staff'),
      volunteers: guide('staffed_by_library_volunteers'),
      partners: guide('staffed_by_partner'),
    })
    expect(text).toEqual([
      '84 % is medewerker van de bibliotheek, 15 % is vrijwilliger en 2 % komt van een partner.',
    ])
  })
})

describe('a report', () => {
  const small = {
    contacts: 60,
    questions: 60,
    'language-nt1': 45,
    'language-nt2': 5,
    'language-not-registered': 10,
    'desk:a': 60,
  }

  test('hides what is small for a municipality, with the next smallest, and says so', () => {
    const report = written(small, { area: { level: 'municipality', key: 'GM0307' } })
    const { rows, text, notes } = figure(report, 'language')
    expect(rows).toEqual([])
    expect(text).toEqual([t('sent-reports.none.too-small')])
    expect(notes).toContain(t('reports.hidden'))
    expect(JSON.stringify(figure(report, 'language'))).not.toMatch(/\b5\b/)
  })

  test('tells a library the same whole', () => {
    const report = written(small, { area: { level: 'library', key: 'x' } })
    expect(figure(report, 'language').shares).toEqual({
      'language-nt1': 75,
      'language-nt2': 8,
      'not-registered': 17,
    })
  })

  test('without visitors has none of them, anywhere', () => {
    const report = written(small, { area: { level: 'municipality', key: 'GM0307' }, withVisitors: false })
    for (const id of ['age', 'language', 'gender']) expect(figure(report, id).rows).toEqual([])
    expect(JSON.stringify(report)).not.toContain('language-nt')
  })

  test('says where topics of years do not compare, since a list changed', () => {
    const change = {
      kind: 'split',
      list: 'topic',
      from: ['digid'],
      to: ['digid-app', 'digid-code'],
      since: '2022-05-01',
    } as const
    const { notes } = figure(
      written({ contacts: 5, questions: 5, 'questions/topic:digid': 5 }, { changed: [change] }),
      'topics',
    )
    expect(notes.join(' ')).toMatch(/‘digid’.*‘digid-app’, ‘digid-code’/)
  })

  test('of nothing says so', () => {
    expect(written({}).summary).toEqual(['In deze periode is niets geregistreerd.'])
  })

  test('says a share of next to nothing as less than one percent, at the head of its sentence too', () => {
    const report = written(
      { contacts: 1000, questions: 1000, 'gender-man': 1, 'gender-woman': 999 },
      { area: { level: 'library', key: 'x' } },
    )
    expect(figure(report, 'gender').text[0]).toBe(
      'Minder dan 1 % van de bezoekers was man en 99 % was vrouw.',
    )
    expect(sayFraction(0.005, { t })).toBe('1 %')
  })
})

describe('topics of periods beside each other', () => {
  const topics = (code: string, cells: (from: string) => Cells) => {
    const about = reportPeriod(code, '2026-11-24')
    if (!about) throw new Error(code)
    const beside = periodsOfTopics(about, '2026-11-24').flatMap((period) => {
      const byMonth = new Map([[period.from.slice(0, 7), cells(period.from)]])
      const counted = {
        period,
        byMonth,
        compared: undefined,
        countedSince: undefined,
        wholeQuarters: byMonth,
      }
      const reader = { today: '2026-11-24', seesVisitors: true, answers }
      const report = makeReport({ level: 'library', key: 'x' }, counted, reader)
      return report.figures.flatMap((figure) => (figure.name === 'topics' ? [{ period, figure }] : []))
    })
    return topicsFigure(beside, [], { t, language: 'nl', nameOf: (_, code) => code })
  }
  const asked = (digid: number, taxes: number): Cells => ({
    contacts: digid + taxes,
    questions: digid + taxes,
    'questions/topic:digid': digid,
    'questions/topic:taxes': taxes,
  })

  test('are of a year told of the year, with its quarters beside it', () => {
    const year = topics('2025', (from) =>
      from === '2025-10-01' ? asked(10, 90) : from === '2025-01-01' ? asked(300, 100) : asked(0, 0),
    )
    expect(year.columns).toEqual([
      '1e kwartaal 2025',
      '2e kwartaal 2025',
      '3e kwartaal 2025',
      '4e kwartaal 2025',
      'Samen in 2025',
    ])
    expect(year.rows[0]).toMatchObject({ code: 'digid', share: 0.75 })
    expect(year.text[0]).toBe('De meeste vragen gingen over digid: 75 % van alle hulpvragen.')
    expect(year.notes[0]).toContain('de 400 hulpvragen')
  })

  test('are called by their months in the report of a month, also of one that begins a quarter', () => {
    expect(topics('2026-10', () => asked(10, 10)).columns).toEqual([
      'juli 2026',
      'augustus 2026',
      'september 2026',
      'oktober 2026',
    ])
  })
})

describe('the periods of reports', () => {
  test('are quarters, months and years that have begun', () => {
    expect(reportPeriod('2026-Q3', '2026-11-24')).toEqual({
      kind: 'quarter',
      code: '2026-Q3',
      period: { from: '2026-07-01', until: '2026-09-30' },
    })
    expect(reportPeriod('2026-11', '2026-11-24')?.kind).toBe('month')
    for (const wrong of ['2026-12', '2027', '2026-Q5', '2026-13', '2018', 'x', '']) {
      expect(reportPeriod(wrong, '2026-11-24'), wrong).toBeUndefined()
    }
    expect(reportPeriods('2026-11-24').map(({ code }) => code)).toContain('2024-Q4')
  })

  test('of which the last that is over is the one before today’s', () => {
    expect(lastOver('month', '2027-01-04').code).toBe('2026-12')
    expect(lastOver('quarter', '2026-10-01').code).toBe('2026-Q3')
    expect(lastOver('year', '2026-12-31').code).toBe('2025')
  })

  test('stand beside the three before them; a year is told by its quarters', () => {
    const year = reportPeriod('2025', '2026-11-24')
    expect(year && periodsUpTo(year, 4, '2026-11-24').map(({ from }) => from)).toEqual([
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
    ])
    const month = reportPeriod('2026-01', '2026-11-24')
    expect(month && periodsUpTo(month, 2, '2026-11-24')).toEqual([
      { from: '2025-12-01', until: '2025-12-31' },
      { from: '2026-01-01', until: '2026-01-31' },
    ])
  })

  test('of a year that runs are the quarters that have begun', () => {
    const year = reportPeriod('2026', '2026-05-10')
    expect(year && periodsUpTo(year, 4, '2026-05-10').map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-04-01',
    ])
  })
})
