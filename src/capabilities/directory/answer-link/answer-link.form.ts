import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import {
  findPersonalData,
  type PersonalDataKind,
} from '../../../platform/personal-data/find-personal-data.ts'
import { linkAnswers } from '../upkeep.ts'

const key = (message: MessageKey): MessageKey => message

/** What may stand in each text: an address or telephone number of an organisation is no personal data where that is asked for. */
const text = (most: number, year: number, allowed: readonly PersonalDataKind[]) =>
  z
    .string()
    .max(most, key('upkeep.error.long'))
    .refine((value) => {
      const found = findPersonalData(value, year)
      return !found || allowed.includes(found)
    }, key('upkeep.error.personal'))

/** The form behind a link. @param year the year it is now */
export const linkForm = (year: number) =>
  z.object({
    antwoord: z.enum(linkAnswers, key('upkeep.error.answer')),
    telefoon: z
      .string()
      .max(30, key('upkeep.error.phone'))
      .regex(/^(?:[+\d][\d\s()/-]{2,})?$/, key('upkeep.error.phone')),
    adres: text(200, year, ['address']),
    tijden: text(500, year, ['phone']),
    omschrijving: text(1000, year, ['phone', 'address', 'email']),
  })

export const linkSent = (form: FormFields) => ({
  antwoord: form.text('antwoord'),
  telefoon: form.text('telefoon'),
  adres: form.text('adres'),
  tijden: form.text('tijden'),
  omschrijving: form.text('omschrijving'),
})

/** The address at which somebody asks for a new link. */
export const newLinkForm = z.object({
  email: z
    .string()
    .max(200, key('upkeep.error.email'))
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, key('upkeep.error.email')),
})
