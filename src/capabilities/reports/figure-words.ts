import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { dateInWords, firstDayOf, lastDayOf, monthInWords, monthOf } from '../../platform/time/local-month.ts'
import { notRegistered } from '../lists/public.ts'
import { type Figure, type FigureRow, isParts } from './figure.ts'
import type { NameOf } from './name-codes/name-codes.query.ts'
import type { Period } from './period.ts'
import type { Pair, Report } from './report.ts'

/** What figures are told with: the reader's language, and the names of codes. */
export interface Words {
  readonly t: Translate
  readonly language: Language
  readonly nameOf: NameOf
}

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
}

/** A number as the reader writes it: 1.234 or 1,5. */
export const sayNumber = (value: number, language: Language): string => numbers[language].format(value)

/** A share in whole percents. What is there is never 0 %, and what is not everything never 100 %. */
export function sayShare(part: number, whole: number, { t }: Pick<Words, 't'>): string {
  if (whole === 0) return ''
  const percent = Math.round((part / whole) * 100)
  if (percent === 0 && part > 0) return t('reports.share.small')
  return t('reports.share', { percent: percent === 100 && part < whole ? 99 : percent })
}

/** Days in words, as short as they allow: a year, a month, months, or days. */
export function sayPeriod({ from, until }: Period, { t, language }: Pick<Words, 't' | 'language'>): string {
  const [first, last] = [monthOf(from), monthOf(until)]
  if (from !== firstDayOf(first) || until !== lastDayOf(last))
    return from === until
      ? dateInWords(from, language)
      : t('reports.period.from-until', {
          from: dateInWords(from, language),
          until: dateInWords(until, language),
        })
  if (first === last) return monthInWords(first, language)
  if (from.endsWith('-01-01') && until === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return t('reports.period.from-until', {
    from: monthInWords(first, language),
    until: monthInWords(last, language),
  })
}

/** Which months are not counted, and why; nothing where all are. */
export function sayLeftOut({ leftOut }: Figure, { t, language }: Pick<Words, 't' | 'language'>): string[] {
  if (leftOut.length === 0) return []
  return [t('reports.left-out', { months: leftOut.map((month) => monthInWords(month, language)).join(', ') })]
}

/** How many more or fewer than before, in words; undefined when nothing is compared. */
export function sayComparison(
  { now, before }: Pair,
  { compared }: Pick<Report, 'compared'>,
  { t, language }: Words,
): string | undefined {
  if (before === undefined || !compared) return undefined
  const than = t(`reports.than.${compared.with}`)
  const values = { than, before: sayNumber(before, language) }
  if (now === before) return t('reports.compare.same', values)
  // Out of nothing no percentage comes.
  if (before === 0) return t('reports.compare.from-nothing', values)
  const share = sayShare(Math.abs(now - before), before, { t })
  return t(now > before ? 'reports.compare.more' : 'reports.compare.fewer', { ...values, share })
}

/** So many standard errors apart before one is called the largest, and before something is called a trend. */
const errorsApartToLead = 2
const errorsForTrend = 3

/** Whether two counts differ more than chance: counts that come one by one vary as the square root of their sum. */
const differ = (one: number, other: number, errors: number): boolean =>
  Math.abs(one - other) > errors * Math.sqrt(one + other)

/** Whether one count is larger than the next by more than chance: then it may be called the largest. */
export const leads = (one: number, next: number): boolean =>
  one > next && differ(one, next, errorsApartToLead)

/**
 * The row that stands out in a figure: the largest, when it is larger than the next by more than chance. What is hidden may
 * be one answer that was small in one quarter only: then it must be larger than all that together, too.
 */
function largest({ rows, hidden, incomplete }: Figure): FigureRow | undefined {
  if (incomplete && hidden === undefined) return undefined
  const [one, other] = rows
    .filter(({ code, count }) => count > 0 && !isNotRegistered(code))
    .toSorted((first, second) => second.count - first.count)
  const next = Math.max(other?.count ?? 0, hidden ?? 0)
  return one && leads(one.count, next) ? one : undefined
}

/** Whether a code says that it was not asked or not known. */
export const isNotRegistered = (code: string): boolean => Object.values<string>(notRegistered).includes(code)

/** The title of a figure: what one sees in it; only its name where nothing stands out or all is hidden. */
export function titleOf(figure: Figure, words: Words): string {
  const { t, language, nameOf } = words
  const { name, base } = figure
  const plain = t(`reports.figure.${name}`)
  if (name === 'satisfied') {
    const content = figure.rows.find(({ code }) => code === 'satisfied-yes')
    return content && base
      ? t('reports.title.satisfied', { share: sayShare(content.count, base, words) })
      : plain
  }
  const row = largest(figure)
  // What is all of it is no finding: that is what was asked for.
  if (!row || base === undefined || row.count === base) return plain
  return t(`reports.title.${isParts(name) ? 'parts' : name}`, {
    name: nameOf(name, row.code),
    share: sayShare(row.count, base, words),
    count: sayNumber(row.count, language),
  })
}

/** The title of the months: which was the busiest of those that are whole. */
export function titleOfMonths({ months }: Report, { t, language }: Words): string {
  const whole = months.filter(({ unfinished, partly }) => !unfinished && !partly)
  const [one, other] = whole.toSorted((first, second) => second.now - first.now)
  if (!one || whole.length < 2 || !differ(one.now, other?.now ?? 0, errorsApartToLead))
    return t('reports.months')
  return t('reports.title.months', {
    month: capital(monthInWords(one.month, language)),
    count: sayNumber(one.now, language),
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** So many of a topic before it is called a trend: a few more of a few is chance. */
const fewestForTrend = 20

/**
 * One sentence on what stands out: a topic whose share grew more than by chance (two proportions, 3 standard errors), else
 * how much busier or quieter it was, else what was asked most.
 */
export function sayFinding(report: Report, words: Words): string | undefined {
  const { t, language, nameOf } = words
  const { contacts, questions, compared, period } = report
  if (contacts.now === 0) return undefined
  const topics = report.figures.find(({ name }) => name === 'topics')
  const before = questions.before
  const days = topics?.countedOver ?? period
  // Counted over other days than the numbers beside it, a figure is no finding.
  const whole = days.from === period.from && days.until === period.until && topics?.leftOut.length === 0
  if (topics && whole && compared && before) {
    const rising = topics.rows
      .filter(({ count, before: earlier }) => count >= fewestForTrend && earlier !== undefined)
      .map((row) => ({ row, errors: errorsApart(row.count, questions.now, row.before ?? 0, before) }))
      .toSorted((one, other) => other.errors - one.errors)[0]
    if (rising && rising.errors >= errorsForTrend)
      return t('reports.finding.rising', {
        name: nameOf('topics', rising.row.code),
        share: sayShare(rising.row.count, questions.now, words),
        than: t(`reports.than.${compared.with}`),
        before: sayShare(rising.row.before ?? 0, before, words) || t('reports.share', { percent: 0 }),
      })
  }
  if (contacts.before !== undefined && compared) {
    if (contacts.before > 0 && differ(contacts.now, contacts.before, errorsForTrend))
      return t(contacts.now > contacts.before ? 'reports.finding.busier' : 'reports.finding.quieter', {
        share: sayShare(Math.abs(contacts.now - contacts.before), contacts.before, words),
        than: t(`reports.than.${compared.with}`),
      })
  }
  const most = topics?.base !== undefined && whole ? largest(topics) : undefined
  return most && most.count !== topics?.base
    ? t('reports.finding.most', {
        name: nameOf('topics', most.code),
        count: sayNumber(most.count, language),
        total: sayNumber(topics?.base ?? 0, language),
      })
    : undefined
}

/** How many standard errors two shares differ. */
function errorsApart(count: number, total: number, before: number, totalBefore: number): number {
  const pooled = (count + before) / (total + totalBefore)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / total + 1 / totalBefore))
  return error === 0 ? 0 : (count / total - before / totalBefore) / error
}
