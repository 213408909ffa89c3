import { z } from 'zod'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import { optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { hasLabel, wordsSent, wordsShape } from '../add-option/add-option.form.ts'
import type { Mapping } from '../comparable.ts'
import type { ListOption } from '../list-option.ts'

/**
 * The words of a value, and maybe the first day on which it counts no longer: today or later, since what was registered
 * before was right then. A value without which a form cannot do has no such day, nor has the last form. That of a value that was
 * merged or split stays: what was counted since is compared by it.
 */
export const changeOptionForm = (
  option: ListOption,
  {
    options,
    mappings,
    today,
  }: {
    options: readonly ListOption[]
    /** What was merged and split with it. */
    mappings: readonly Mapping[]
    today: string
  },
) =>
  z
    .object({
      ...wordsShape,
      validUntil: optionalDayField('list-care.error.until').refine(
        (day) => day === '' || day === option.validUntil || (day >= today && day > option.validFrom),
        'list-care.error.until' satisfies MessageKey,
      ),
      revision: z.number(),
    })
    .refine(({ validUntil }) => validUntil === '' || !isNeeded(option, options), {
      path: ['validUntil'],
      message: 'list-care.error.needed' satisfies MessageKey,
    })
    .refine(
      ({ validUntil }) =>
        validUntil === (option.validUntil ?? '') || !mappings.some(({ from }) => from === option.code),
      { path: ['validUntil'], message: 'list-care.error.replaced' satisfies MessageKey },
    )
    .refine(
      ({ labelNl }) =>
        !hasLabel(
          options.filter(({ code }) => code !== option.code),
          labelNl,
          today,
        ),
      { path: ['labelNl'], message: 'list-care.error.label-taken' satisfies MessageKey },
    )
    .transform((sent) => ({
      ...sent,
      labelEn: sent.labelEn || sent.labelNl,
      validUntil: sent.validUntil || null,
    }))

/** Whether a form cannot do without it. */
export function isNeeded(option: ListOption, options: readonly ListOption[]): boolean {
  const others = options.filter(({ code, validUntil }) => code !== option.code && validUntil === null)
  return option.fixed || (option.list === 'form' && others.length === 0)
}

export const changeOptionSent = (form: FormFields) => ({
  ...wordsSent(form),
  validUntil: optionalDaySent(form, 'until'),
  revision: versionSent(form, 'revision'),
})
