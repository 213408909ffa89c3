import { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { hasCitizenNumber } from '../../platform/personal-data/find-personal-data.ts'

const longestText = 1000

/** Words on an account, a reason or a remark: never the number of a visitor. */
export const writtenText = z
  .string()
  .max(longestText, 'accountability.error.long' satisfies MessageKey)
  .refine((text) => !hasCitizenNumber(text), 'accountability.error.bsn' satisfies MessageKey)
