import { z } from 'zod'
import { dayField } from '../../../platform/http/day-field.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'

/** The day on which somebody signed, and that who records it saw the paper himself. */
export const statementForm = (today: string) =>
  z.object({
    signed: dayField('privacy.statement.error.day').refine(
      (day) => day <= today,
      'privacy.statement.error.future' satisfies MessageKey,
    ),
    seen: z.literal('yes', 'privacy.statement.error.seen' satisfies MessageKey),
  })
