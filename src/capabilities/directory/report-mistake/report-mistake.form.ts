import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { mistakes } from '../upkeep.ts'

/**
 * What somebody says is wrong with an entry. The right telephone number or address of an organisation may be told; what has the form of
 * other personal data not. Messages are keys of the texts for visitors.
 * @param year the year it is now
 */
export const mistakeForm = (year: number) =>
  z.object({
    wat: z.enum(mistakes, 'visit.mistake.error.what'),
    tekst: z
      .string()
      .max(500, 'visit.mistake.error.long')
      .refine((text) => {
        const found = findPersonalData(text, year)
        return !found || found === 'phone' || found === 'address'
      }, 'visit.mistake.error.personal'),
  })

export const mistakeSent = (form: FormFields) => ({ wat: form.text('wat'), tekst: form.text('tekst') })
