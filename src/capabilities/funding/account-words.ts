import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { showAmount } from '../../platform/money/amount.ts'
import type { Account } from './account.ts'
import type { DeskPaidFor, IndicatorNumber } from './indicators.ts'

/** Money is shown as euros, what is counted as a number. */
export const isMoney = (number: number): boolean => number <= 2

/** An indicator as it is shown: € 1.234,56 or 1.234. */
export const showValue = (number: number, value: number, t: Translate, language: Language): string =>
  isMoney(number) ? showAmount(value, language) : t('accountability.number', { number: value })

/** How much an indicator became more or less: +12, −€ 10,00. */
export function showDifference(number: number, difference: number, t: Translate, language: Language): string {
  const size = showValue(number, Math.abs(difference), t, language)
  return difference < 0 ? `−${size}` : `+${size}`
}

/** The part of a desk that is paid: 1, 0,5, 0,33. */
export const showShare = (share: number, t: Translate): string =>
  t('accountability.share', { share: Math.round(share * 100) / 100 })

/** What stands for an indicator in an account: what was signed, else what it is now. */
export const accountedValue = ({ statement, indicators }: Account, number: IndicatorNumber): number =>
  (statement?.figures.indicators ?? indicators).find((each) => each.number === number)?.value ?? 0

/** Whether the nation asks this account, in the form of its annex. As it was signed, once it was. */
export const goesToNation = ({ statement, money }: Account): boolean =>
  statement
    ? (statement.figures.scheme?.accountsToNation ?? false)
    : (money.scheme?.accountsToNation ?? false)

/** The municipalities that pay for a desk together, by name. */
export const payersInWords = (
  { payers, sharedBy }: DeskPaidFor,
  names: ReadonlyMap<string, string>,
  t: Translate,
): string =>
  sharedBy === 'assumed'
    ? t('accountability.desks.nobody-said')
    : payers.map((code) => names.get(code) ?? code).join(', ')
