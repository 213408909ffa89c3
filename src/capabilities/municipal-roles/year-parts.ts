import type { Language, Translate } from '../../platform/i18n/translate.ts'
import type { SignedBalance, YearAccount } from '../funding/public.ts'
import { type GoalProgress, type NamedGoal, sayNow, sayTarget } from '../goals/public.ts'
import type { YearFacts, YearMoney } from './year-facts.ts'

/**
 * The money of a year, all of it as it was signed, else all as it is booked now; null without a scheme.
 * @param running the year is not over
 */
export function moneyOfYear(
  { scheme, balance, purposes, grant }: YearAccount,
  signed: SignedBalance | undefined,
  running: boolean,
): YearMoney | null {
  if (!scheme) return null
  const { receivedCents, spentCents, unspentCents, carriedOverCents, toRepayCents, ownMoneyCents } =
    signed ?? balance
  const { library, promotion, network } = signed?.spentByPurpose ?? {
    library: purposes.library.spentCents,
    promotion: purposes.promotion.spentCents,
    network: purposes.network.spentCents,
  }
  return {
    received: receivedCents,
    spent: spentCents,
    library,
    promotion,
    network,
    left: running ? unspentCents : 0,
    carriedOver: running ? 0 : carriedOverCents,
    toRepay: running ? 0 : toRepayCents,
    own: ownMoneyCents,
    incomplete: signed?.incomplete ?? grant.missing !== null,
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
