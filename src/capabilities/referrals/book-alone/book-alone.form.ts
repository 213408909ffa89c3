import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { type Instant, instantAt, parseInstant } from '../../../platform/time/local-time.ts'
import type { Person } from '../person.ts'
import { readContact } from '../visitor-fields.ts'

/** Longest name, in characters. */
const longestName = 80

/** The time that was chosen: its offer and its beginning, as `slotValue` writes them. */
export interface ChosenTime {
  readonly offerId: string
  readonly startsAt: Instant
}

/** A time as it stands in an address or a form, and in an id there: only letters, digits and signs that an id may hold. */
export const slotValue = ({ offerId, start }: { offerId: string; start: number }): string =>
  `${offerId}_${instantAt(start).toString().replaceAll(/[-:]/g, '')}`

/** @returns undefined when nothing was chosen, or what no list of ours holds */
export function readSlot(sent: string): ChosenTime | undefined {
  const [offerId = '', moment = ''] = sent.split('_')
  const startsAt = parseInstant(moment)
  return isId(offerId) && startsAt ? { offerId, startsAt } : undefined
}

/**
 * What a visitor tells of himself: a name and a way of contact, both only when he likes. A number of the state, a birthday and the
 * like are refused wherever they are typed.
 * @param year the year it is now
 */
export function readVisitor(
  form: FormFields,
  { t, language }: PublicVoice,
  year: number,
): { readonly person: Person | undefined; readonly errors: readonly FormError[] } {
  const name = form.text('name').replace(/\s+/g, ' ')
  const typed = form.text('contact').replace(/\s+/g, ' ')
  const contact = typed === '' ? undefined : readContact(typed)
  const errors: FormError[] = []
  if (name.length > longestName || findPersonalData(name, year) !== undefined || /\d{4}/.test(name))
    errors.push({ id: 'name', message: t('visit.booking.error.name') })
  if (typed !== '' && !contact) errors.push({ id: 'contact', message: t('visit.booking.error.contact') })
  const person = name === '' && !contact ? undefined : { name: name || undefined, contact, language }
  return { person, errors }
}
