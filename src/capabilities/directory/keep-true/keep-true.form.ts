import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { checkResults, checkWays } from '../upkeep.ts'

const key = (message: MessageKey): MessageKey => message

/** What somebody found out. @param year the year it is now */
export const checkForm = (year: number) =>
  z.object({
    hoe: z.enum(checkWays, key('upkeep.error.how')),
    uitkomst: z.enum(checkResults, key('upkeep.error.result')),
    notitie: z
      .string()
      .max(300, key('upkeep.error.note-long'))
      .refine((text) => findPersonalData(text, year) === undefined, key('upkeep.error.note-personal')),
  })

export const checkSent = (form: FormFields) => ({
  hoe: form.text('hoe'),
  uitkomst: form.text('uitkomst'),
  notitie: form.text('notitie'),
})
