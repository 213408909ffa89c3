import { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { tidyPostcode } from './desk.ts'
import { type MapPoint, readPoint } from './map-point.ts'

const longestText = 120
const longText = 'desks.error.long' satisfies MessageKey

/** A line of text that must be there. */
export const someText = (missing: MessageKey) => z.string().min(1, missing).max(longestText, longText)

/** A line of text that may be left out; null then. */
export const textOrNull = z
  .string()
  .max(longestText, longText)
  .transform((text) => text || null)

/** One of the municipalities by its CBS code. */
export const municipalityCode = z.string().regex(/^GM\d{4}$/, 'desks.error.municipality' satisfies MessageKey)

/** A text that is left out, or that `tidy` can read; tidied. */
export const tidiedOrNull = (tidy: (text: string) => string | undefined, problem: MessageKey) =>
  z
    .string()
    .max(longestText, longText)
    .refine((text) => text === '' || tidy(text) !== undefined, problem)
    .transform((text) => (text === '' ? null : (tidy(text) ?? null)))

/** Where something stands, as it is asked everywhere: an address, and a point on the map. */
export const addressFields = {
  street: textOrNull,
  'house-number': textOrNull,
  postcode: tidiedOrNull(tidyPostcode, 'desks.error.postcode'),
  town: textOrNull,
  point: z.string().transform((text, context): MapPoint | null => {
    if (text === '') return null
    const point = readPoint(text)
    if (typeof point !== 'string') return point
    const message: MessageKey = point === 'outside' ? 'desks.error.point-outside' : 'desks.error.point'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
}

/** No answer is not known. */
export const yesNoOrUnknown = z
  .enum(['yes', 'no', ''], 'desks.error.yes-no' satisfies MessageKey)
  .transform((answer) => (answer === '' ? null : answer === 'yes'))

/** The answer as the form holds it. */
export const yesNoField = (answer: boolean | null): string => (answer === null ? '' : answer ? 'yes' : 'no')
