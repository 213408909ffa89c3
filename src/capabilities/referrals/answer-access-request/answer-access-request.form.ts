import { z } from 'zod'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { readContact } from '../visitor-fields.ts'

/** By what somebody is looked up: a code, a telephone number or an e-mail address. A name is not enough: others bear it too. */
export const accessRequestForm = z.object({
  who: z
    .string()
    .max(200, 'privacy.access.error.who' satisfies MessageKey)
    .refine(
      (typed) => readShortCode(typed) !== undefined || readContact(typed) !== undefined,
      'privacy.access.error.who' satisfies MessageKey,
    ),
})

/** Erasing cannot be undone: who does it says so. */
export const eraseForm = z.object({
  sure: z.literal('yes', 'privacy.access.error.sure' satisfies MessageKey),
})
