import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { versionOf } from '../../../platform/http/newer-version.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { writtenText } from '../written-text.ts'

export const answerForm = z
  .object({
    answer: z.enum(['confirmed', 'disputed'], {
      error: 'accountability.error.answer' satisfies MessageKey,
    }),
    remark: writtenText,
    /** The numbers that stood on the page: one confirms what one saw. */
    shown: z.string(),
    version: z.string().transform(versionOf),
  })
  .refine(({ answer, remark }) => answer !== 'disputed' || remark !== '', {
    path: ['remark'],
    message: 'accountability.error.remark' satisfies MessageKey,
  })

export const answerSent = (form: FormFields) => ({
  answer: form.text('answer'),
  remark: form.text('remark'),
  shown: form.text('shown'),
  version: form.text('version'),
})
