import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addressFields, municipalityCode, someText } from '../address-fields.ts'
import { type BranchFacts, branchKinds } from '../branch.ts'

/** What one says of a branch. To which library it belongs never changes. */
export const branchForm = z
  .object({
    name: someText('desks.branch.error.name'),
    kind: z.enum(branchKinds, 'desks.branch.error.kind' satisfies MessageKey),
    municipality: municipalityCode,
    ...addressFields,
    desk: z.string().transform((id) => id || null),
  })
  .transform(({ 'house-number': houseNumber, ...rest }): BranchFacts => ({ ...rest, houseNumber }))

const fields = ['name', 'kind', 'municipality', 'street', 'house-number', 'postcode', 'town', 'point', 'desk']

export function branchSent(form: FormFields): Record<string, string> {
  return Object.fromEntries(fields.map((name) => [name, form.text(name)]))
}

/** What another branch may already have, and what does not exist, by the database's constraint. */
export const branchConstraints = {
  branches_name_once_per_library: { id: 'name', message: 'desks.branch.error.name-taken' },
  branches_municipality: { id: 'municipality', message: 'desks.error.municipality' },
} as const satisfies Record<string, { id: string; message: MessageKey }>
