import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'

/** The first information points opened in 2019: an earlier year is a typing error. */
const earliest = '2019-01-01'

/** In place of another mother: what happens to a desk whose mother closes. */
export const childCloses = 'closes'
/** It goes on without a mother. */
export const childAlone = 'alone'

/** @param today local day, as 2026-11-24 */
export function closeForm(today: string) {
  return z.object({
    day: dayField('desks.error.closed-on', { earliest, latest: '2099-12-31' }).refine(
      (day) => day <= today,
      'desks.error.closed-on-later' satisfies MessageKey,
    ),
    successor: z.string().transform((id) => id || null),
  })
}

export function closeSent(form: FormFields): Record<string, string> {
  return { day: daySent(form, 'day'), successor: form.text('successor') }
}

/** The name of the field in which one says what happens to a child. */
export const childField = (id: string): string => `child-${id}`
