import { monthInWords, monthOf } from '../../platform/time/local-month.ts'
import type { ChangedAnswers } from '../lists/public.ts'
import { sayChangedAnswers } from './changed-answers.ts'
import { figureOfList } from './comparable-cells.ts'
import { type Figure, isOfOneDesk } from './figure.ts'
import { isNotRegistered, sayLeftOut, sayNumber, sayPeriod, sayShare, type Words } from './figure-words.ts'
import { daysOfQuarter, type Period, quarterOf } from './period.ts'
import type { Report } from './report.ts'
import type { WrittenFigure, WrittenRow } from './written-report.ts'

/** The share that a part is of the whole, in whole percents; each by itself, so that they may add up to 101. */
export const sayFraction = (share: number, words: Pick<Words, 't'>): string => sayShare(share, 1, words)

/**
 * Figures 1, 2 and 3 of the guide (§ 2.2.1). As there, shares are of everybody who was asked, also of those for whom it was
 * not filled in: 64 % + 18 % + 18 % not known. On the screen they are of those for whom it is known.
 */
export function visitorsFigure(
  name: 'age' | 'language' | 'gender',
  report: Report,
  words: Words,
): WrittenFigure {
  const { t, language } = words
  const figure = report.figures.find((each) => each.name === name)
  const known = figure?.base
  const left = figure?.notRegistered
  const asked = known === undefined ? undefined : known + (left ?? 0)
  const rows = figure?.state === 'shown' ? rowsOf(figure, asked, words) : []
  return {
    id: name,
    heading: t(`sent-reports.heading.${name}`),
    text: figure?.state === 'shown' ? saying(name, rows, words) : [sayWhyNot(figure, words)],
    notes: [
      ...(asked !== undefined && asked > 0
        ? [
            t('sent-reports.visitors.base', {
              asked: sayNumber(asked, language),
              contacts: sayNumber(report.contacts.now, language),
            }),
          ]
        : []),
      ...sayOfKnown(rows, known, words),
      ...(figure ? daysAndHidden(figure, report.period, words) : []),
      t('sent-reports.visitors.form'),
    ],
    definition: t(`sent-reports.definition.${name}`),
    rowHeader: t(`reports.figure.${name}`),
    columns: [t('reports.contacts')],
    rows,
  }
}

/** What the largest share would be of those for whom it is known, as the dashboard tells it: two numbers for one thing ask for a word. */
function sayOfKnown(rows: readonly WrittenRow[], known: number | undefined, words: Words): string[] {
  const [largest] = rows
    .filter(({ code }) => code !== 'hidden' && code !== 'not-registered')
    .toSorted((one, other) => (other.values[0] ?? 0) - (one.values[0] ?? 0))
  const count = largest?.values[0]
  if (!largest || !count || !known || !rows.some(({ code }) => code === 'not-registered')) return []
  return [
    words.t('sent-reports.visitors.of-known', {
      known: sayNumber(known, words.language),
      name: largest.label,
      share: sayShare(count, known, words),
    }),
  ]
}

function rowsOf(figure: Figure, asked: number | undefined, { t, nameOf }: Words): WrittenRow[] {
  const share = (count: number): number | null => (asked ? count / asked : null)
  const rows = figure.rows
    .filter(({ code }) => !isNotRegistered(code))
    .map(({ code, count }) => ({
      code,
      label: nameOf(figure.name, code),
      values: [count],
      share: share(count),
    }))
  const more = (code: string, label: string, count: number | undefined): WrittenRow[] =>
    count ? [{ code, label, values: [count], share: share(count) }] : []
  return [
    ...rows,
    ...more('hidden', t('reports.rest-hidden', { number: 0 }), figure.hidden),
    ...more('not-registered', t('sent-reports.not-registered'), figure.notRegistered),
  ]
}

/** The sentences of the guide, as far as their numbers are shown. */
function saying(name: 'age' | 'language' | 'gender', rows: readonly WrittenRow[], words: Words): string[] {
  const { t } = words
  const of = (...codes: string[]): number | undefined => {
    const shares = codes.map((code) => rows.find((row) => row.code === code)?.share ?? undefined)
    return shares.every((share) => share !== undefined)
      ? shares.reduce((sum, share) => sum + share, 0)
      : undefined
  }
  const say = (share: number): string => sayFraction(share, words)
  const unknown = of('not-registered')
  const pairs = {
    age: [of('age-25-44', 'age-45-65'), of('age-65-plus')],
    language: [of('language-nt1'), of('language-nt2')],
    gender: [of('gender-man'), of('gender-woman')],
  } as const
  const [one, other] = pairs[name]
  if (one === undefined || other === undefined) {
    const [largest] = rows
      .filter(({ code, share }) => share !== null && code !== 'hidden' && code !== 'not-registered')
      .toSorted((first, second) => (second.share ?? 0) - (first.share ?? 0))
    return largest?.share
      ? [t('sent-reports.visitors.largest', { name: largest.label, share: say(largest.share) })]
      : [t('sent-reports.visitors.partly-hidden')]
  }
  const key =
    name !== 'gender' ? name : Math.abs(one - other) <= littleDifference ? 'gender.alike' : 'gender.apart'
  return [
    t(`sent-reports.${key}`, { one: say(one), other: say(other) }),
    ...(unknown ? [t('sent-reports.visitors.unknown', { share: say(unknown) })] : []),
  ]
}

/** The guide calls 42 % and 47 % a difference that is relatively small (§ 2.2.1). */
const littleDifference = 0.05

/** Why a figure has no numbers. */
function sayWhyNot(figure: Figure | undefined, { t }: Words): string {
  switch (figure?.state) {
    case 'no-quarter':
      return t('sent-reports.none.no-quarter')
    case 'too-small':
      return t('sent-reports.none.too-small')
    case 'elsewhere':
      return t('sent-reports.none.elsewhere')
    default:
      return t('sent-reports.none.nothing')
  }
}

/** Over which days it was counted where those are others than the report's, and what is hidden in it. */
function daysAndHidden(figure: Figure, period: Period, words: Words): string[] {
  const { t } = words
  const over = figure.countedOver
  return [
    ...(over && (over.from !== period.from || over.until !== period.until)
      ? [t('reports.over-months', { period: sayPeriod(over, words) })]
      : []),
    ...sayLeftOut(figure, words),
    ...(figure.incomplete ? [t(isOfOneDesk(figure.name) ? 'reports.hidden-desk' : 'reports.hidden')] : []),
  ]
}

/** Figure 4 of the guide (§ 2.2.2). Several answers a contact: shares add up to more than 100 %. */
export function helpFigure(report: Report, words: Words): WrittenFigure {
  const { t, language, nameOf } = words
  const figure = report.figures.find(({ name }) => name === 'help')
  const base = figure?.base
  const rows = (figure?.rows ?? []).map(
    ({ code, count }): WrittenRow => ({
      code,
      label: nameOf('help', code),
      values: [count],
      share: base ? count / base : null,
    }),
  )
  const [most] = rows
  const others = rows.find(({ code }) => code === 'help-other')
  return {
    id: 'help',
    heading: t('sent-reports.heading.help'),
    text:
      figure?.state === 'shown' && most?.share
        ? [
            t('sent-reports.help.most', { name: most.label, share: sayFraction(most.share, words) }),
            ...(others?.share && others !== most
              ? [
                  t('sent-reports.help.other', {
                    name: others.label,
                    share: sayFraction(others.share, words),
                  }),
                ]
              : []),
            t('sent-reports.help.several'),
          ]
        : [sayWhyNot(figure, words)],
    notes: [
      ...(base ? [t('sent-reports.help.base', { count: sayNumber(base, language) })] : []),
      ...(figure ? daysAndHidden(figure, report.period, words) : []),
    ],
    definition: t('reports.definition.help'),
    rowHeader: t('reports.figure.help'),
    columns: [t('reports.contacts')],
    rows,
  }
}

/** Figure 5 of the guide (§ 2.2.2): the topics of some quarters, or months, beside each other. */
export function topicsFigure(
  topics: readonly { readonly period: Period; readonly figure: Figure }[],
  changed: ChangedAnswers['changes'],
  words: Words,
  /** The month in which counting began, if that was within these periods: before it nothing was counted. */
  countedFrom?: string,
): WrittenFigure {
  const { t, language, nameOf } = words
  const last = topics.at(-1)
  const base = last?.figure.base
  const counts = topics.map(({ figure }) => new Map(figure.rows.map(({ code, count }) => [code, count])))
  const codes = [...new Set(counts.toReversed().flatMap((each) => [...each.keys()]))]
  /** A number that is not there is nought, but in what is hidden it may be anything. */
  const valueAt = (code: string, at: number): number | null => {
    const { figure, period } = topics[at] ?? {}
    if (countedFrom && period && monthOf(period.until) < countedFrom) return null
    const count = counts[at]?.get(code)
    if (count !== undefined) return count
    return figure && !figure.incomplete && (figure.state === 'shown' || figure.state === 'nothing') ? 0 : null
  }
  const rows = codes
    .map((code): WrittenRow => {
      const values = topics.map((_, at) => valueAt(code, at))
      const now = values.at(-1)
      return {
        code,
        label: nameOf('topics', code),
        values,
        share: typeof now === 'number' && base ? now / base : null,
      }
    })
    .toSorted((one, other) => (other.values.at(-1) ?? -1) - (one.values.at(-1) ?? -1))
  if (topics.some(({ figure }) => figure.hidden))
    rows.push({
      code: 'hidden',
      label: t('reports.rest-hidden', { number: 0 }),
      values: topics.map(({ figure }) => figure.hidden ?? null),
      share: last?.figure.hidden && base ? last.figure.hidden / base : null,
    })
  return {
    id: 'topics',
    heading: t('sent-reports.heading.topics'),
    text: sayTopics(rows, last?.figure, words),
    notes: [
      ...(base ? [t('sent-reports.topics.base', { count: sayNumber(base, language) })] : []),
      ...(last ? daysAndHidden(last.figure, last.period, words) : []),
      ...(topics.some(({ figure }) => figure.state === 'no-quarter' || figure.state === 'too-small') ||
      (countedFrom && topics.some(({ period }) => monthOf(period.until) < countedFrom))
        ? [t('sent-reports.topics.empty')]
        : []),
      ...sayChangedAnswers(
        changed.filter(({ list }) => figureOfList[list] === 'topics'),
        false,
        words,
      ),
    ],
    definition: t('reports.definition.topics'),
    rowHeader: t('reports.figure.topics'),
    columns: topics.map(({ period }) => sayColumn(period, words)),
    rows,
  }
}

function sayTopics(rows: readonly WrittenRow[], figure: Figure | undefined, words: Words): string[] {
  const { t } = words
  const [first, second, third] = rows.filter(({ code, share }) => share && code !== 'hidden')
  if (figure?.state !== 'shown' || !first?.share) return [sayWhyNot(figure, words)]
  return [
    t('sent-reports.topics.most', { name: first.label, share: sayFraction(first.share, words) }),
    ...(second && third ? [t('sent-reports.topics.next', { second: second.label, third: third.label })] : []),
  ]
}

/** "Samen in 2026", "3e kwartaal 2026", or the month. */
function sayColumn(period: Period, { t, language }: Words): string {
  const year = period.from.slice(0, 4)
  const month = monthOf(period.from)
  if (month === monthOf(period.until)) return monthInWords(month, language)
  const quarter = quarterOf(month)
  return daysOfQuarter(quarter).until === period.until
    ? t('sent-reports.column.quarter', { number: quarter.slice(6), year })
    : t('sent-reports.column.year', { year })
}
