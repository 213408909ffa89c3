import { z } from 'zod'
import { shortestPassword } from '../../../platform/auth/password.ts'
import { languages, type MessageKey } from '../../../platform/i18n/translate.ts'

/** Long enough for any sentence, short enough to hash in a moment. */
const longestPassword = 200

export const changePasswordForm = z
  .object({
    current: z.string().min(1, 'people.own.error.current' satisfies MessageKey),
    password: z
      .string()
      .min(shortestPassword, 'people.own.error.short' satisfies MessageKey)
      .max(longestPassword, 'people.own.error.long' satisfies MessageKey),
    repeated: z.string(),
  })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    message: 'people.own.error.repeated' satisfies MessageKey,
  })
  .refine(({ current, password }) => password !== current, {
    path: ['password'],
    message: 'people.own.error.same' satisfies MessageKey,
  })

export const chooseLanguageForm = z.object({
  language: z.enum(languages, 'people.error.language' satisfies MessageKey),
})
