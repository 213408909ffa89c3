import { z } from 'zod'
import { versionOf } from '../../../platform/http/newer-version.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { referralOutcomes } from '../referral-state.ts'
import { visitorAnswers } from '../tell-outcome/tell-outcome.command.ts'

/** How it ended, in the words of the desk. */
export const closeForm = z.object({
  outcome: z.enum(referralOutcomes, 'referrals.error.outcome' satisfies MessageKey),
  version: z.string().transform(versionOf),
})

/** What the visitor told, or wrote on paper. */
export const saidForm = z.object({
  said: z.enum(visitorAnswers, 'referrals.error.said' satisfies MessageKey),
})
