import { dayInWords } from '../../platform/time/local-time.ts'
import { amountsIn, type MoneyPage } from './money-year.ts'
import type { Scheme } from './scheme.ts'

/** The rules of a scheme in words; empty where one is not set. */
export function schemeTerms(
  scheme: Scheme,
  { t, language }: Pick<MoneyPage, 't' | 'language'>,
): { term: string; text: string }[] {
  const amounts = amountsIn(language)
  const amount = (cents: number | null): string => (cents === null ? '' : amounts(cents))
  const percent = (number: number | null): string => (number === null ? '' : `${number} %`)
  return [
    { term: t('money.scheme.name'), text: scheme.name },
    { term: t('money.scheme.kind'), text: t(`money.scheme-kind.${scheme.kind}`) },
    { term: t('money.scheme.years'), text: yearsOf(scheme, t) },
    { term: t('money.scheme.provider'), text: scheme.provider },
    { term: t('money.scheme.legal-basis'), text: scheme.legalBasis },
    { term: t('money.scheme.per-inhabitant'), text: amount(scheme.centsPerInhabitant) },
    {
      term: t('money.scheme.inhabitants-on'),
      text: scheme.inhabitantsOn ? dayInWords(scheme.inhabitantsOn, language, 'date') : '',
    },
    { term: t('money.scheme.per-less-educated'), text: amount(scheme.centsPerLessEducated) },
    { term: t('money.scheme.advance'), text: percent(scheme.advancePercent) },
    { term: t('money.scheme.carry-over'), text: percent(scheme.carryOverPercent) },
  ]
}

/** From when until when a scheme counts. */
export const yearsOf = (
  { firstYear, lastYear }: Pick<Scheme, 'firstYear' | 'lastYear'>,
  t: MoneyPage['t'],
): string =>
  lastYear === null
    ? t('money.key.since', { year: String(firstYear) })
    : t('money.key.during', { from: String(firstYear), until: String(lastYear) })
