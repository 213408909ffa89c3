import { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { passesElevenTest } from '../../platform/personal-data/find-personal-data.ts'

const longestText = 1000

/** Words on an account, a reason or a remark: never the number of a visitor. */
export const writtenText = z
  .string()
  .max(longestText, 'accountability.error.long' satisfies MessageKey)
  .refine(
    (text) =>
      !text
        .match(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g)
        ?.some((digits) => passesElevenTest(digits.replace(/\D/g, ''))),
    'accountability.error.bsn' satisfies MessageKey,
  )
