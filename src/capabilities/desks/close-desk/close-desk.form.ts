import { z } from 'zod'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { isDay } from '../../../platform/time/local-time.ts'

/** No desk is older: a year before it is a typing error. */
const earliest = '2000-01-01'

/** In place of another mother: what happens to a desk whose mother closes. */
export const childCloses = 'closes'
/** It goes on without a mother. */
export const childAlone = 'alone'

/** @param today local day, as 2026-11-24 */
export function closeForm(today: string) {
  return z.object({
    day: z
      .string()
      .refine((day) => isDay(day) && day >= earliest, 'desks.error.closed-on' satisfies MessageKey)
      .refine((day) => !isDay(day) || day <= today, 'desks.error.closed-on-later' satisfies MessageKey),
    successor: z.string().transform((id) => id || null),
  })
}

export function closeSent(form: FormFields): Record<string, string> {
  return { day: optionalDaySent(form, 'day'), successor: form.text('successor') }
}

/** The name of the field in which one says what happens to a child. */
export const childField = (id: string): string => `child-${id}`
