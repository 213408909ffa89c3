import { z } from 'zod'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { longestReason } from '../proposal.ts'

/** Whether a proposal helps the desk; why not, where it does not. The reason is read by the nation: nothing about a person. */
export const reactForm = (deskIds: readonly string[], year: number) =>
  z
    .object({
      desk: z.string().refine((id) => deskIds.includes(id), 'triage.error.desk' satisfies MessageKey),
      answer: z.enum(['helps', 'does-not'], 'triage.error.answer' satisfies MessageKey),
      reason: z
        .string()
        .max(longestReason, 'triage.error.reason-long' satisfies MessageKey)
        .refine(
          (text) => findPersonalData(text, year) === undefined,
          'triage.error.personal-data' satisfies MessageKey,
        ),
    })
    .refine(({ answer, reason }) => answer === 'helps' || reason !== '', {
      path: ['reason'],
      message: 'triage.error.why-not' satisfies MessageKey,
    })
    .transform((sent) => ({ ...sent, reason: sent.reason || null }))
