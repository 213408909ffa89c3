import { describe, expect, test } from 'vitest'
import { translator } from '../../platform/i18n/translate.ts'
import type { Figure, FigureName } from './figure.ts'
import { sayComparison, sayFinding, sayPeriod, sayShare, titleOf, type Words } from './figure-words.ts'
import type { Report } from './report.ts'

const words: Words = {
  t: translator('nl'),
  language: 'nl',
  nameOf: (_, code) => ({ digid: 'DigiD', allowances: 'Toeslagen', 'gender-man': 'Man' })[code] ?? code,
}

function figure(name: FigureName, counts: Record<string, readonly [number, number?]>): Figure {
  const rows = Object.entries(counts).map(([code, [count, before]]) => ({
    code,
    cell: code,
    count,
    before,
    questions: undefined,
  }))
  return {
    name,
    unit: name === 'topics' ? 'questions' : 'contacts',
    several: false,
    state: 'shown',
    base: rows.reduce((sum, { count }) => sum + count, 0),
    rows,
    hidden: undefined,
    notRegistered: undefined,
    incomplete: false,
    byMonth: true,
    countedOver: undefined,
    leftOut: [],
  }
}

function report(changes: Partial<Report>): Report {
  return {
    area: { level: 'library', key: 'x' },
    period: { from: '2026-01-01', until: '2026-03-31' },
    compared: { period: { from: '2025-01-01', until: '2025-03-31' }, with: 'year-earlier' },
    countedSince: undefined,
    contacts: { now: 400, before: 400 },
    questions: { now: 500, before: 500 },
    months: [],
    figures: [],
    ...changes,
  }
}

describe('shares', () => {
  test('are whole percents; what is there is not 0 %, and what is not everything not 100 %', () => {
    expect(sayShare(1, 3, words)).toBe('33 %')
    expect(sayShare(1, 1000, words)).toBe('minder dan 1 %')
    expect(sayShare(999, 1000, words)).toBe('99 %')
    expect(sayShare(5, 5, words)).toBe('100 %')
    expect(sayShare(0, 5, words)).toBe('0 %')
    expect(sayShare(0, 0, words)).toBe('')
  })
})

test('periods are said as short as they allow', () => {
  const say = (from: string, until: string) => sayPeriod({ from, until }, words)
  expect(say('2026-01-01', '2026-12-31')).toBe('2026')
  expect(say('2026-03-01', '2026-03-31')).toBe('maart 2026')
  expect(say('2026-03-01', '2026-05-31')).toBe('maart 2026 tot en met mei 2026')
  expect(say('2026-03-02', '2026-05-31')).toBe('2 maart 2026 tot en met 31 mei 2026')
  expect(say('2026-03-02', '2026-03-02')).toBe('2 maart 2026')
})

test('comparisons say with what, and make no percentage out of nothing', () => {
  const say = (now: number, before?: number) => sayComparison({ now, before }, report({}), words)
  expect(say(112, 100)).toBe('12 % meer dan een jaar eerder (100)')
  expect(say(88, 100)).toBe('12 % minder dan een jaar eerder (100)')
  expect(say(100, 100)).toBe('evenveel als een jaar eerder')
  expect(say(3, 0)).toBe('een jaar eerder: 0')
  expect(say(3)).toBeUndefined()
})

describe('the title of a figure', () => {
  test('says what is largest, and only its name when that is chance', () => {
    expect(titleOf(figure('topics', { digid: [60], allowances: [20] }), words)).toBe(
      'DigiD is het meest gevraagd: 75 %',
    )
    expect(titleOf(figure('gender', { 'gender-man': [599], 'gender-woman': [590] }), words)).toBe(
      'Man of vrouw',
    )
    expect(
      titleOf(figure('duration', { 'duration-not-registered': [90], a: [10], b: [1] }), words),
    ).toContain('a')
  })

  test('names nothing the largest that may be smaller than what is hidden', () => {
    const shown = figure('topics', { digid: [60], allowances: [20] })
    const hiding = (hidden: number | undefined) =>
      titleOf({ ...shown, base: 80 + (hidden ?? 0), hidden, incomplete: true }, words)
    expect(hiding(20)).toBe('DigiD is het meest gevraagd: 60 %')
    expect(hiding(60)).toBe('Onderwerp')
    expect(hiding(600)).toBe('Onderwerp')
    expect(hiding(undefined)).toBe('Onderwerp')
  })

  test('counts only who was asked as satisfied or not', () => {
    const asked = { ...figure('satisfied', { 'satisfied-yes': [80], 'satisfied-no': [20] }), base: 100 }
    expect(titleOf(asked, words)).toBe('80 % van de bezoekers ging tevreden weg')
  })
})

describe('the finding', () => {
  test('is a topic of which the share grew by more than chance', () => {
    const figures = [figure('topics', { digid: [100, 100], allowances: [80, 30] })]
    expect(sayFinding(report({ figures }), words)).toBe(
      'Toeslagen valt op: 16 % van de hulpvragen ging daarover. Dat is meer dan een jaar eerder: 6 %.',
    )
  })

  test('else how much busier or quieter it was', () => {
    const figures = [figure('topics', { digid: [100, 50], allowances: [6, 1] })]
    const busier = { contacts: { now: 800, before: 400 }, questions: { now: 1000, before: 500 } }
    expect(sayFinding(report({ figures, ...busier }), words)).toBe(
      'Het was drukker: 100 % meer hulpcontacten dan een jaar eerder.',
    )
  })

  test('else what was asked most; nothing when nothing was', () => {
    const figures = [figure('topics', { digid: [100, 98], allowances: [6, 8] })]
    expect(sayFinding(report({ figures }), words)).toBe(
      'DigiD is het meest gevraagd: 100 van de 106 hulpvragen.',
    )
    expect(sayFinding(report({ contacts: { now: 0, before: 4 } }), words)).toBeUndefined()
    // Counted over other days than the numbers on top, or of how many is hidden.
    const countedOver = { from: '2026-01-01', until: '2026-01-31' }
    const topics = figure('topics', { digid: [100], allowances: [6] })
    for (const partly of [{ countedOver }, { base: undefined }])
      expect(sayFinding(report({ figures: [{ ...topics, ...partly }] }), words)).toBeUndefined()
    const all = { countedOver: { from: '2026-01-01', until: '2026-03-31' } }
    expect(sayFinding(report({ figures: [{ ...topics, ...all }] }), words)).toContain('100 van de 106')
  })
})
