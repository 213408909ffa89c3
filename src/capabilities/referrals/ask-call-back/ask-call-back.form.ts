import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { readVisitor } from '../book-alone/book-alone.form.ts'
import { type Suiting, suitings } from '../call-time.ts'
import type { Person } from '../person.ts'

/** Nobody calls within the minute. */
export const leastNoticeMinutes = 30

export interface CallWish {
  readonly suits: Suiting
  /** With a telephone number. */
  readonly person: Person
}

/** What was asked; a number is needed, a name is not. @param year the year it is now */
export function readCallWish(
  form: FormFields,
  voice: PublicVoice,
  year: number,
): { readonly wish?: CallWish; readonly errors: readonly FormError[] } {
  const { person, errors } = readVisitor(form, voice, year)
  const named = errors.filter(({ id }) => id === 'name')
  if (person?.contact?.kind !== 'phone')
    return {
      errors: [{ id: 'contact', message: voice.t('visit.call-back.error.phone') }, ...named],
    }
  if (named.length > 0) return { errors: named }
  const suits = suitings.find((each) => each === form.text('suits')) ?? 'any'
  return { wish: { suits, person }, errors: [] }
}
