import { z } from 'zod'
import { dayField } from '../../../platform/http/day-field.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { type FormDefinition, isValidOn } from '../form-definition.ts'

/** A whole year of work can be prepared; further ahead is a typing error. */
const mostDaysAhead = 366

/** One of the forms, from today or a later day on: what was registered keeps the form it was registered with. */
export const chooseFormForm = (forms: readonly FormDefinition[], today: string) =>
  z
    .object({
      form: z
        .string()
        .refine(
          (code) => forms.some((form) => form.code === code),
          'lists.choose-form.error.form' satisfies MessageKey,
        ),
      from: dayField('lists.choose-form.error.from').refine(
        (day) => day >= today && day <= addDays(today, mostDaysAhead),
        'lists.choose-form.error.from' satisfies MessageKey,
      ),
    })
    .refine(({ form, from }) => forms.some((each) => each.code === form && isValidOn(each, from)), {
      path: ['from'],
      message: 'lists.choose-form.error.not-valid' satisfies MessageKey,
    })
