import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { highestScore, kindOf, type Measure } from '../goal.ts'
import { agreedText, numberField } from '../goal-fields.ts'

/** Whether one may measure by hand: what Balie counts over time is not typed. */
export const isMeasuredByHand = (measure: Measure): boolean => {
  const { source } = kindOf(measure)
  return source === 'typed' || source === 'now'
}

/** A measurement: how it was on a day, and who says so. What is to come was not measured. */
export function measurementForm(measure: Measure, today: string) {
  const { unit } = kindOf(measure)
  return z.object({
    value:
      unit === 'score'
        ? numberField('goals.error.value', highestScore, 'goals.error.score')
        : unit === 'percent'
          ? numberField('goals.error.value', 100, 'goals.error.share')
          : numberField('goals.error.value'),
    day: dayField('goals.error.day', { earliest: '2019-01-01', latest: '2049-12-31' }).refine(
      (day) => day <= today,
      'goals.error.future' satisfies MessageKey,
    ),
    source: agreedText(120).min(1, 'goals.error.source' satisfies MessageKey),
    note: agreedText(500),
  })
}

export const measurementSent = (form: FormFields) => ({
  value: form.text('value'),
  day: daySent(form, 'day'),
  source: form.text('source'),
  note: form.text('note'),
})
