import { z } from 'zod'
import { dayField } from '../../../platform/http/day-field.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { longestReason } from '../proposal.ts'

/** From which day the answer can be chosen: today or later. */
export const adoptForm = (today: string) =>
  z.object({
    from: dayField('triage.error.from').refine(
      (day) => day >= today,
      'triage.error.from' satisfies MessageKey,
    ),
  })

export const rejectForm = z.object({
  reason: z
    .string()
    .min(1, 'triage.error.reason' satisfies MessageKey)
    .max(longestReason, 'triage.error.reason-long' satisfies MessageKey),
})
