import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { isilForm, type OrganisationKind } from '../organisation.ts'

export const longestName = 120

/** What one says of an organisation. Which fields count depends on its kind, which never changes. */
export const organisationForm = z
  .object({
    kind: z.custom<OrganisationKind>(),
    name: z
      .string()
      .min(1, 'organisations.error.name' satisfies MessageKey)
      .max(longestName, 'organisations.error.name-long' satisfies MessageKey),
    isil: z
      .string()
      .toUpperCase()
      .refine((isil) => isil === '' || isilForm.test(isil), 'organisations.error.isil' satisfies MessageKey)
      .transform((isil) => isil || null),
    municipality: z.string(),
    municipalities: z.array(z.string()),
    provinces: z.array(z.string()),
    active: z.boolean(),
  })
  .refine(({ kind, municipality }) => kind !== 'municipality' || municipality !== '', {
    path: ['municipality'],
    message: 'organisations.error.municipality' satisfies MessageKey,
  })

export type OrganisationInput = z.output<typeof organisationForm>

export function organisationSent(form: FormFields, kind: OrganisationKind): Record<string, unknown> {
  return {
    kind,
    name: form.text('name'),
    isil: form.text('isil'),
    municipality: form.text('municipality'),
    municipalities: form.all('municipalities'),
    provinces: form.all('provinces'),
    active: form.text('active') !== 'no',
  }
}

/** What another organisation may already have, by the database's constraint. */
export const organisationConstraints = {
  organisations_name_once: { id: 'name', message: 'organisations.error.name-taken' },
  organisations_isil_once: { id: 'isil', message: 'organisations.error.isil-taken' },
  organisations_one_per_municipality: {
    id: 'municipality',
    message: 'organisations.error.municipality-taken',
  },
} as const satisfies Record<string, { id: string; message: MessageKey }>
