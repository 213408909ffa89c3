import type { Language, MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { type Benchmark, fewestMonths, type PeerClasses } from './benchmark.ts'
import { type ComparedLevel, kindOfMeasure, type Measure } from './benchmark-measure.ts'
import { sayNumber, sayShare } from './figure-words.ts'
import type { Rank } from './peer-groups.ts'
import { sizeBorders } from './size-class.ts'

interface Words {
  readonly t: Translate
  readonly language: Language
}

const small: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}

/** A value or an average of a measure as one reads it: a share in percents, what is below ten with two decimals. */
export function sayValue(measure: Measure, value: number, { t, language }: Words): string {
  if (kindOfMeasure(measure).unit === 'share')
    return sayShare(value, 1, { t }) || t('reports.share', { percent: 0 })
  return value < 10 ? small[language].format(value) : sayNumber(value, language)
}

/** What those who are alike have in common: '25.000 tot 50.000 inwoners in het werkgebied, stedelijk'. */
export function sayTraits({ size, urban, hours }: PeerClasses, { t, language }: Words): string {
  const said: string[] = []
  if (size) {
    const [from, until] = [sizeBorders[size[0]] ?? 0, sizeBorders[size[1] + 1]]
    const kind = until === undefined ? 'above' : from === 0 ? 'below' : 'between'
    said.push(
      t(`benchmark.trait.size.${kind}`, {
        from: sayNumber(from, language),
        until: sayNumber(until ?? 0, language),
      }),
    )
  }
  if (urban) said.push(t(urban[0] === 0 ? 'benchmark.trait.urban.0' : 'benchmark.trait.urban.1'))
  if (hours)
    said.push(
      hourKeys
        .slice(hours[0], hours[1] + 1)
        .map((key) => t(key))
        .reduce((one, other) => t('benchmark.or', { one, other })),
    )
  return said.join(', ')
}

const hourKeys = [
  'benchmark.trait.hours.0',
  'benchmark.trait.hours.1',
  'benchmark.trait.hours.2',
  'benchmark.trait.hours.3',
] as const satisfies readonly MessageKey[]

export function sayRank({ from, until, of }: Rank, { t, language }: Words): string {
  const values = {
    from: sayNumber(from, language),
    until: sayNumber(until, language),
    of: sayNumber(of, language),
  }
  if (from === until) return t('benchmark.rank.exact', values)
  if (from === 1) return t('benchmark.rank.first', values)
  return t('benchmark.rank.last', { ...values, count: sayNumber(until - from + 1, language) })
}

/** Of how many contacts or questions a value is, and over which months where these are not twelve. */
export function sayBase({ measure, base, months }: Benchmark, { t, language }: Words): string {
  const of = kindOfMeasure(measure).base
  const kind = of === 'contacts' ? 'contacts' : of === 'questionsOfTopics' ? 'questions' : 'known'
  const said = t(`benchmark.base.${kind}`, { count: sayNumber(base, language) })
  return months < 12 ? `${said} ${t('benchmark.months', { count: months })}` : said
}

/** Too new to be compared: what it has says nothing yet. */
export const isTooNew = (rows: readonly Benchmark[]): boolean =>
  rows.every(({ months }) => months < fewestMonths)

/** For a municipality some is counted over the months only that tell of more than one desk. */
export const countsSomeMonths = (measure: Measure, level: ComparedLevel): boolean =>
  level === 'municipality' && (measure === 'digid' || measure === 'warm' || measure === 'other-help')
