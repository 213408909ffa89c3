import type { Translate } from '../../platform/i18n/translate.ts'
import { writeAmount } from '../../platform/money/amount.ts'
import { type Account, changedAfterSigning, figuresToSign } from './account.ts'
import { goesToNation, isMoney } from './account-words.ts'
import { type IndicatorNumber, indicatorNumbers, wholeEuros } from './indicators.ts'
import { deadlineOf, materialsNotFilledIn, type SignedFigures } from './statement.ts'

/** One of the five in the form of the annex. */
export interface AnnexIndicator {
  readonly number: IndicatorNumber
  /** Code of the grant with the number of the indicator, as A16/01; empty: not set. */
  readonly code: string
  readonly name: string
  /** Empty: not set. */
  readonly auditKind: string
  /** Whole euros of an amount, or a count. */
  readonly value: number
  /** Nobody counted it: the value says nothing. */
  readonly isNotFilledIn: boolean
  /** The amount as it was booked, in cents; undefined for a count. */
  readonly cents: number | undefined
  /** Why it is another number than what was counted. */
  readonly reason: string
  /** What changed since it was signed, in cents or as a count; 0: nothing, or not signed. */
  readonly later: number
}

/**
 * An account in the columns of the annex to a municipality's yearly accounts, as published annexes have them: provider, code, grant,
 * legal basis, receiver, and for each indicator its number, kind of audit and value.
 */
export interface Annex {
  readonly municipality: string
  readonly year: number
  /** False: an account of the municipality's own, which the nation does not ask. */
  readonly toNation: boolean
  readonly provider: string
  readonly code: string
  readonly name: string
  readonly legalBasis: string
  readonly receiver: string
  /** Local day; null: not set. */
  readonly deadline: string | null
  readonly indicators: readonly AnnexIndicator[]
  readonly figures: SignedFigures
  /** Undefined: a draft. */
  readonly signed: { readonly on: string; readonly as: string } | undefined
}

/** The annex of an account: as it was signed, else a draft of what stands now. */
export function annexOf(account: Account, t: Translate): Annex {
  const { statement, municipality, year } = account
  const figures = statement?.figures ?? figuresToSign(account, '')
  // What nobody had set when it was signed may have been set since: the code and the kinds of audit say nothing of the figures.
  const now = account.money.scheme
  const code = figures.scheme?.code || (now?.code ?? '')
  const later = changedAfterSigning(account)
  return {
    municipality: municipality.name,
    year,
    toNation: goesToNation(account),
    provider: figures.scheme?.provider ?? '',
    code,
    name: figures.scheme?.name ?? '',
    legalBasis: figures.scheme?.legalBasis ?? '',
    receiver: t('accountability.annex.receiver-name', { municipality: municipality.name }),
    deadline: deadlineOf(year, figures.scheme?.deadline || (now?.deadline ?? null)),
    indicators: indicatorNumbers.map((number) => {
      const figure = figures.indicators.find((each) => each.number === number)
      const value = figure?.value ?? 0
      return {
        number,
        code: code ? `${code}/${String(number).padStart(2, '0')}` : '',
        name: t(`accountability.annex.indicator.${number}`, { next: year + 1 }),
        auditKind: figures.scheme?.auditKinds[number - 1] || (now?.auditKinds[number - 1] ?? ''),
        value: isMoney(number) ? wholeEuros(value) : value,
        isNotFilledIn: number === 5 && materialsNotFilledIn(figures),
        cents: isMoney(number) ? value : undefined,
        reason: figure?.reason ?? '',
        later: later.find((each) => each.number === number)?.difference ?? 0,
      }
    }),
    figures,
    signed: statement && { on: statement.signedOn, as: statement.signedAs },
  }
}

/** A file of an account has these columns; a line for each indicator. */
export function annexLines(annex: Annex, t: Translate): { header: string[]; lines: string[][] } {
  const unset = t('accountability.not-set')
  const grant = annex.toNation
    ? {
        header: [
          t('accountability.annex.provider'),
          t('accountability.annex.code'),
          t('accountability.annex.grant'),
          t('accountability.annex.legal-basis'),
          t('accountability.annex.receiver'),
        ],
        line: [
          annex.provider || unset,
          annex.code || unset,
          annex.name,
          annex.legalBasis || unset,
          annex.receiver,
        ],
      }
    : { header: [t('accountability.annex.receiver')], line: [annex.receiver] }
  return {
    header: [
      t('accountability.annex.year'),
      t('accountability.annex.state'),
      ...grant.header,
      t('accountability.annex.number'),
      t('accountability.annex.indicator'),
      ...(annex.toNation ? [t('accountability.annex.audit-kind')] : []),
      t('accountability.annex.value'),
      t('accountability.annex.cents'),
      t('accountability.annex.reason'),
      t('accountability.annex.later'),
    ],
    lines: annex.indicators.map((indicator) => [
      `${annex.year}`,
      t(annex.signed ? 'accountability.annex.signed' : 'accountability.annex.draft'),
      ...grant.line,
      annex.toNation ? indicator.code || unset : `${indicator.number}`,
      indicator.name,
      ...(annex.toNation ? [indicator.auditKind || unset] : []),
      indicator.isNotFilledIn ? t('accountability.not-filled-in') : `${indicator.value}`,
      indicator.cents === undefined ? '' : writeAmount(indicator.cents),
      indicator.reason,
      indicator.later === 0
        ? ''
        : isMoney(indicator.number)
          ? writeAmount(indicator.later)
          : `${indicator.later}`,
    ]),
  }
}

/** How an account is called as a file, without its ending. */
export const annexFileName = ({ municipality, year, signed }: Annex): string =>
  `verantwoording-${year}-${municipality
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')}${signed ? '' : '-concept'}`
