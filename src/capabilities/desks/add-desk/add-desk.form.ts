import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { deskKinds, tidyPostcode } from '../desk.ts'

const longestText = 120
const longText = 'desks.error.long' satisfies MessageKey

const emptyAsNull = z
  .string()
  .max(longestText, longText)
  .transform((text) => text || null)

/** What one says of a desk. To which library it belongs never changes. */
export const deskForm = z.object({
  name: z
    .string()
    .min(1, 'desks.error.name' satisfies MessageKey)
    .max(longestText, longText),
  kind: z.enum(deskKinds, 'desks.error.kind' satisfies MessageKey),
  municipality: z.string().regex(/^GM\d{4}$/, 'desks.error.municipality' satisfies MessageKey),
  mother: z.string().transform((id) => id || null),
  street: emptyAsNull,
  'house-number': emptyAsNull,
  postcode: z
    .string()
    .refine(
      (postcode) => postcode === '' || tidyPostcode(postcode) !== undefined,
      'desks.error.postcode' satisfies MessageKey,
    )
    .transform((postcode) => tidyPostcode(postcode) ?? null),
  town: emptyAsNull,
  active: z.boolean(),
})

export type DeskInput = z.output<typeof deskForm>

export function deskSent(form: FormFields): Record<string, unknown> {
  return {
    name: form.text('name'),
    kind: form.text('kind'),
    municipality: form.text('municipality'),
    mother: form.text('mother'),
    street: form.text('street'),
    'house-number': form.text('house-number'),
    postcode: form.text('postcode'),
    town: form.text('town'),
    active: form.text('active') !== 'no',
  }
}

/** What another desk may already have, and what does not exist, by the database's constraint. */
export const deskConstraints = {
  desks_name_once_per_library: { id: 'name', message: 'desks.error.name-taken' },
  desks_municipality: { id: 'municipality', message: 'desks.error.municipality' },
} as const satisfies Record<string, { id: string; message: MessageKey }>
