import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import type { Person } from '../person.ts'
import { visitorFields, visitorSent } from '../visitor-fields.ts'

/**
 * What a visitor tells of himself, by the rules that hold everywhere (`visitorFields`); what to mend is said in his own language.
 * @param year the year it is now
 */
export function readVisitor(
  form: FormFields,
  { t, language }: PublicVoice,
  year: number,
): { readonly person: Person | undefined; readonly errors: readonly FormError[] } {
  const read = visitorFields(year).safeParse({ ...visitorSent(form), language })
  if (read.success) return { person: read.data, errors: [] }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  return {
    person: undefined,
    errors: (['name', 'contact'] as const)
      .filter((field) => wrong.has(field))
      .map((id) => ({ id, message: t(`visit.booking.error.${id}`) })),
  }
}
