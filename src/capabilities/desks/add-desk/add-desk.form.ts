import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import {
  addressFields,
  municipalityCode,
  someText,
  textOrNull,
  tidiedOrNull,
  yesNoOrUnknown,
} from '../address-fields.ts'
import { type DeskFacts, deskKinds, deskVariants, tidyWebsite } from '../desk.ts'
import { deskFieldNames } from '../desk-fields.ts'
import { deskLanguages } from '../languages.ts'
import { tidyPhone } from '../phone-number.ts'

/** As much as a visitor reads before leaving home. */
export const longestNote = 300

const count = z
  .string()
  .regex(/^\d{0,3}$/, 'desks.error.count' satisfies MessageKey)
  .transform((digits) => (digits === '' ? null : Number(digits)))

/** @param year the year it is now: an older full date in the note reads as a date of birth */
const noteIn = (year: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' '))
    .superRefine((text, context) => {
      const refused = (message: MessageKey) => context.addIssue({ code: 'custom', message })
      if (text.length > longestNote) refused('desks.error.note-long')
      const kind = findPersonalData(text, year)
      if (kind === 'phone') refused('desks.error.note-phone')
      else if (kind === 'email') refused('desks.error.note-email')
      else if (kind) refused('desks.error.note-personal')
    })
    .transform((text) => text || null)

/**
 * What one says of a desk. To which library it belongs never changes; that it closes is said elsewhere.
 * @param today local day, as 2026-11-24
 */
export function deskForm(today: string) {
  return z
    .object({
      name: someText('desks.error.name'),
      kind: z.enum(deskKinds, 'desks.error.kind' satisfies MessageKey),
      municipality: municipalityCode,
      mother: z.string().transform((id) => id || null),
      host: textOrNull,
      ...addressFields,
      phone: tidiedOrNull(tidyPhone, 'desks.error.phone'),
      email: z
        .string()
        .refine(
          (email) => email === '' || (email.length <= 254 && z.email().safeParse(email).success),
          'desks.error.email' satisfies MessageKey,
        )
        .transform((email) => email || null),
      website: tidiedOrNull(tidyWebsite, 'desks.error.website'),
      'step-free': yesNoOrUnknown,
      'hearing-loop': yesNoOrUnknown,
      'private-room': yesNoOrUnknown,
      languages: z.array(z.enum(deskLanguages, 'desks.error.languages' satisfies MessageKey)),
      variant: z.enum(deskVariants, 'desks.error.variant' satisfies MessageKey),
      'by-appointment': z.boolean(),
      employees: count,
      volunteers: count,
      'partner-staff': count,
      note: noteIn(Number(today.slice(0, 4))),
      // As it is kept: each once, in order, so that two equal choices are equal.
      financiers: z
        .array(z.string().regex(/^GM\d{4}$/, 'desks.error.financiers' satisfies MessageKey))
        .transform((codes) => [...new Set(codes)].sort()),
    })
    .refine(({ kind, phone }) => kind !== 'telephone' || phone !== null, {
      path: ['phone'],
      error: 'desks.error.phone-missing' satisfies MessageKey,
    })
    .transform(
      ({
        'house-number': houseNumber,
        'step-free': stepFree,
        'hearing-loop': hearingLoop,
        'private-room': privateRoom,
        'by-appointment': byAppointment,
        'partner-staff': partnerStaff,
        languages,
        ...rest
      }): DeskFacts => ({
        ...rest,
        houseNumber,
        stepFree,
        hearingLoop,
        privateRoom,
        byAppointment,
        partnerStaff,
        // In the order of the list, so that two equal choices are equal.
        languages: deskLanguages.filter((language) => languages.includes(language)),
      }),
    )
}

/** What was typed, by the names of the form. A desk about which nothing is said is of the basic variant. */
export function deskSent(form: FormFields): Record<string, unknown> {
  const texts = Object.fromEntries(deskFieldNames.map((name) => [name, form.text(name)]))
  return {
    ...texts,
    variant: form.text('variant') || 'basic',
    languages: form.all('languages'),
    financiers: form.all('financiers'),
    'by-appointment': form.text('by-appointment') === 'yes',
  }
}

/** What another desk may already have, and what does not exist, by the database's constraint. */
export const deskConstraints = {
  desks_name_once_per_library: { id: 'name', message: 'desks.error.name-taken' },
  desks_municipality: { id: 'municipality', message: 'desks.error.municipality' },
  financiers_municipality: { id: 'financiers', message: 'desks.error.financiers' },
} as const satisfies Record<string, { id: string; message: MessageKey }>
