import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { askedFields } from '../form-definition.ts'
import type { KeptList, ListOption } from '../list-option.ts'
import { topicGroups } from '../list-snapshot.ts'

/** A label that fits a tile on a telephone. */
const longestLabel = 60
const mostSearchTerms = 30

const label = z
  .string()
  .min(1, 'list-care.error.label' satisfies MessageKey)
  .max(longestLabel, 'list-care.error.label-long' satisfies MessageKey)

/** The words of a value. English may be left out: then the Dutch word stands there. */
export const wordsShape = {
  labelNl: label,
  labelEn: z.string().max(longestLabel, 'list-care.error.label-long' satisfies MessageKey),
  shortName: z
    .string()
    .max(longestLabel, 'list-care.error.label-long' satisfies MessageKey)
    .nullable(),
  searchTerms: z
    .array(z.string())
    .max(mostSearchTerms, 'list-care.error.search-terms' satisfies MessageKey)
    .readonly(),
}

/** What the fields of a value's words hold. Search words stand on lines or between commas. */
export function wordsSent(form: FormFields) {
  return {
    labelNl: form.text('labelNl').replace(/\s+/g, ' '),
    labelEn: form.text('labelEn').replace(/\s+/g, ' '),
    shortName: form.text('shortName') || null,
    searchTerms: [
      ...new Set(
        form
          .text('searchTerms')
          .split(/[,;\n]/)
          .map((term) => term.trim().replace(/\s+/g, ' '))
          .filter((term) => term !== ''),
      ),
    ],
  }
}

/**
 * A new value, from today or a later day on.
 * @param options the values that are there, to count as and not to have twice
 * @param local a library adds it for itself
 */
export const addOptionForm = (
  list: KeptList,
  { options, local, today }: { options: readonly ListOption[]; local: boolean; today: string },
) =>
  z
    .object({
      ...wordsShape,
      group: z
        .enum(topicGroups)
        .nullable()
        .refine(
          (group) => list !== 'topic' || local || group !== null,
          'list-care.error.group' satisfies MessageKey,
        ),
      validFrom: dayField('list-care.error.from').refine(
        (day) => day >= today,
        'list-care.error.from' satisfies MessageKey,
      ),
      nationalCode: z
        .string()
        .nullable()
        .refine(
          (code) => !local || nationalChoices(options).some((each) => each.code === code),
          'list-care.error.national' satisfies MessageKey,
        ),
      asks: z
        .array(z.enum(askedFields))
        .refine((asks) => list !== 'form' || asks.length > 0, 'list-care.error.asks' satisfies MessageKey),
    })
    .refine(({ labelNl, validFrom }) => !hasLabel(options, labelNl, validFrom), {
      path: ['labelNl'],
      message: 'list-care.error.label-taken' satisfies MessageKey,
    })
    .transform((sent) => ({ ...sent, labelEn: sent.labelEn || sent.labelNl }))

/** What a library's own value can count as. Not 'something else': that says nothing, and it may be recoded into what was meant. */
export const nationalChoices = (options: readonly ListOption[]): ListOption[] =>
  options.filter((each) => each.libraryId === null && each.validUntil === null && !each.fixed)

/** Whether a value with that label counts on that day: two of the same name cannot be told apart. */
export function hasLabel(options: readonly ListOption[], labelNl: string, day: string): boolean {
  return options.some(
    (each) =>
      each.labelNl.toLowerCase() === labelNl.toLowerCase() &&
      (each.validUntil === null || each.validUntil > day),
  )
}

export const addOptionSent = (form: FormFields) => ({
  ...wordsSent(form),
  group: form.text('group') || null,
  validFrom: daySent(form, 'from'),
  nationalCode: form.text('nationalCode') || null,
  asks: form.all('asks'),
})
