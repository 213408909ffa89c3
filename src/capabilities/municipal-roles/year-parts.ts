import type { Language, Translate } from '../../platform/i18n/translate.ts'
import type { YearAccount } from '../funding/public.ts'
import { type GoalProgress, type NamedGoal, sayNow, sayTarget } from '../goals/public.ts'
import type { YearFacts, YearMoney } from './year-facts.ts'

/** The money of a year as it was signed, else as it is booked; null without a scheme. @param running the year is not over */
export function moneyOfYear(account: YearAccount, running: boolean): YearMoney | null {
  if (!account.scheme) return null
  const balance = account.signed ?? account.balance
  const { library, promotion, network } = account.purposes
  return {
    received: balance.receivedCents,
    spent: balance.spentCents,
    library: library.spentCents,
    promotion: promotion.spentCents,
    network: network.spentCents,
    left: running ? balance.unspentCents : 0,
    carriedOver: running ? 0 : balance.carriedOverCents,
    toRepay: running ? 0 : balance.toRepayCents,
    own: balance.ownMoneyCents,
    incomplete: account.grant.missing !== null,
  }
}

/** A goal in one line: what, of which desks, how far, and where it should come. */
export function goalInWords(
  goal: NamedGoal,
  progress: GoalProgress,
  words: {
    readonly t: Translate
    readonly language: Language
    readonly answers: ReadonlyMap<string, string>
  },
): YearFacts['goals'][number] {
  const { t } = words
  return {
    name: goal.title,
    progress: t('town-hall.goal.progress', {
      now: sayNow(goal, progress, words),
      target: sayTarget(goal, progress.target, words),
      state: t(`goals.state.${progress.state}`),
    }),
  }
}
