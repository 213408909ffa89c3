import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'

export const stepForm = z
  .object({
    state: z.enum(['open', 'done', 'not-needed'], 'town-hall.step.error.state' satisfies MessageKey),
    note: z.string().max(500, 'town-hall.step.error.long' satisfies MessageKey),
  })
  .refine(({ state, note }) => state === 'open' || note !== '', {
    path: ['note'],
    error: 'town-hall.step.error.note' satisfies MessageKey,
  })

export const stepSent = (form: FormFields) => ({ state: form.text('state'), note: form.text('note') })
