import { z } from 'zod'
import { languages, type MessageKey } from '../../../platform/i18n/translate.ts'
import { fitsDesk, type RoleChoices, roleFields, unfitDesk } from '../assign-role/assign-role.form.ts'

export const personName = z
  .string()
  .min(1, 'people.error.name' satisfies MessageKey)
  .max(120, 'people.error.name-long' satisfies MessageKey)

/** Somebody of the staff, with a first role from today on. */
export const addPersonForm = (choices: RoleChoices) =>
  z
    .object({
      name: personName,
      email: z
        .string()
        .max(254, 'people.error.email' satisfies MessageKey)
        .toLowerCase()
        .pipe(z.email('people.error.email' satisfies MessageKey)),
      language: z.enum(languages, 'people.error.language' satisfies MessageKey),
      ...roleFields(choices).shape,
    })
    .refine(fitsDesk, unfitDesk)

export type AddPersonInput = z.output<ReturnType<typeof addPersonForm>>

export const personConstraints = {
  accounts_email_once: { id: 'email', message: 'people.error.email-taken' },
} as const satisfies Record<string, { id: string; message: MessageKey }>
