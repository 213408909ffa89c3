import { z } from 'zod'
import type { MessageKey } from '../../../platform/i18n/translate.ts'

/** Where a pop-up or mobile desk can stand. */
export const placeForm = z.object({
  'place-name': z
    .string()
    .min(1, 'desks.error.place-name' satisfies MessageKey)
    .max(120, 'desks.error.long' satisfies MessageKey),
  'place-municipality': z.string().regex(/^GM\d{4}$/, 'desks.error.municipality' satisfies MessageKey),
})

export type PlaceInput = z.output<typeof placeForm>
