import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addressFields, municipalityCode, someText, yesNoOrUnknown } from '../address-fields.ts'
import type { PlaceFacts } from './arrange-places.query.ts'

/** Where a pop-up or mobile desk can stand. */
export const placeForm = z
  .object({
    name: someText('desks.error.place-name'),
    municipality: municipalityCode,
    ...addressFields,
    'step-free': yesNoOrUnknown,
  })
  .transform(
    ({ 'house-number': houseNumber, 'step-free': stepFree, ...rest }): PlaceFacts => ({
      ...rest,
      houseNumber,
      stepFree,
    }),
  )

const fields = ['name', 'municipality', 'street', 'house-number', 'postcode', 'town', 'point', 'step-free']

export function placeSent(form: FormFields): Record<string, string> {
  return Object.fromEntries(fields.map((name) => [name, form.text(name)]))
}

/** What another place of the desk may already have, by the database's constraint. */
export const placeConstraints = {
  places_name_once_per_desk: { id: 'name', message: 'desks.error.place-name-taken' },
  places_municipality: { id: 'municipality', message: 'desks.error.municipality' },
} as const satisfies Record<string, { id: string; message: MessageKey }>
