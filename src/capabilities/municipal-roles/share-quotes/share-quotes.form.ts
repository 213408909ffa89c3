import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { longestQuote } from '../quote.ts'

/**
 * A quote as a desk writes it down: only when the visitor agreed, and without what tells who it was.
 * @param today 2026-11-26
 * @param deskIds the desks at which who writes works
 */
export const quoteForm = (today: string, deskIds: readonly string[]) =>
  z.object({
    id: z.uuid('quotes.error.form' satisfies MessageKey),
    desk: z
      .string()
      .refine((desk) => deskIds.includes(desk), { error: 'quotes.error.desk' satisfies MessageKey }),
    text: z
      .string()
      .min(1, 'quotes.error.text' satisfies MessageKey)
      .max(longestQuote, 'quotes.error.long' satisfies MessageKey)
      .refine((text) => findPersonalData(text, Number(today.slice(0, 4))) === undefined, {
        error: 'quotes.error.personal-data' satisfies MessageKey,
      }),
    heard: dayField('quotes.error.day').refine((day) => day <= today, {
      error: 'quotes.error.day' satisfies MessageKey,
    }),
    agreed: z.literal(true, 'quotes.error.agreed' satisfies MessageKey),
  })

export const quoteSent = (form: FormFields) => ({
  id: form.text('id'),
  desk: form.text('desk'),
  text: form.text('text'),
  heard: daySent(form, 'heard'),
  agreed: form.text('agreed') === 'ja',
})
