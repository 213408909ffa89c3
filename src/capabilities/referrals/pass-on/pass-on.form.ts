import { z } from 'zod'
import type { MessageKey } from '../../../platform/i18n/translate.ts'

/** That the visitor agreed, just now; only asked when no consent on file names this receiver. */
export const passOnForm = z.object({
  agreed: z.literal('yes', 'privacy.pass-on.error.agreed' satisfies MessageKey),
})
