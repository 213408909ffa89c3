import { z } from 'zod'
import type { FormFields } from '../../platform/http/form-fields.ts'
import { publicLanguages } from '../../platform/i18n/public-language.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { findPersonalData } from '../../platform/personal-data/find-personal-data.ts'
import { tidyPhone } from '../desks/public.ts'
import type { Person } from './person.ts'

/** Longest name and address, in characters. */
const longestName = 80
const longestContact = 120

/** A telephone number or an e-mail address as somebody typed it; undefined when it is neither. */
export function readContact(typed: string): Person['contact'] {
  if (typed.includes('@'))
    return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(typed)
      ? { kind: 'email', value: typed.toLowerCase() }
      : undefined
  const phone = tidyPhone(typed)
  return phone === undefined ? undefined : { kind: 'phone', value: phone }
}

/**
 * All that is ever asked of a visitor: a name and one way of contact, each only when he likes. What has the form of a BSN, a birthday
 * or an account number is refused, in whichever field it was typed.
 * @param year the year it is now, by which a date of birth is known
 */
export const visitorFields = (year: number) =>
  z
    .object({
      name: z.string().max(longestName, 'referrals.error.name-long' satisfies MessageKey),
      contact: z.string().max(longestContact, 'referrals.error.contact' satisfies MessageKey),
      language: z.enum(publicLanguages).catch('nl'),
    })
    .superRefine(({ name, contact }, context) => {
      const issue = (path: string, message: MessageKey): void =>
        context.addIssue({ code: 'custom', path: [path], message })
      // A number that passes as a telephone number cannot be a BSN: it has another length.
      const read = contact === '' ? undefined : readContact(contact)
      if (findPersonalData(name, year) !== undefined) issue('name', 'referrals.error.name-data')
      if (contact === '' || read) return
      issue(
        'contact',
        findPersonalData(contact, year) === undefined
          ? 'referrals.error.contact'
          : 'referrals.error.contact-data',
      )
    })
    .transform(
      ({ name, contact, language }): Person => ({
        name: name || undefined,
        contact: contact === '' ? undefined : readContact(contact),
        language,
      }),
    )

/** What was typed in the fields `name`, `contact` and `language`. */
export const visitorSent = (form: FormFields) => ({
  name: form.text('name').replace(/\s+/g, ' '),
  contact: form.text('contact').replace(/\s+/g, ' '),
  language: form.text('language') || 'nl',
})

/** Which parts of a person are passed on, as a consent names them. */
export const passedOf = ({ name, contact }: Person): ('name' | 'phone' | 'email')[] => [
  ...(name === undefined ? [] : (['name'] as const)),
  ...(contact ? [contact.kind] : []),
]
