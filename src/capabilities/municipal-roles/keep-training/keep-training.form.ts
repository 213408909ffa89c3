import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { notedDay } from '../noted-day.ts'
import { neededLine, optionalNote } from '../noted-text.ts'
import type { Training, TrainingFacts } from '../training.ts'

const most = 10_000

/** @param referrers who can be ticked. Of a training that is still to come nobody knows yet how many will follow it. */
export const trainingForm = (referrers: readonly { readonly accountId: string }[], today: string) =>
  z
    .object({
      day: notedDay('direction.error.training-day', today),
      givenBy: neededLine('direction.error.given-by'),
      department: neededLine('direction.error.department'),
      // 1.000 and 1,000 are both a thousand: nobody trains a part of a colleague.
      others: z
        .string()
        .refine(
          (text) => /^(\d{1,5}|\d{1,2}[.,]\d{3})?$/.test(text) && Number(text.replace(/\D/g, '')) <= most,
          'direction.error.others' satisfies MessageKey,
        )
        .transform((text) => Number(text.replace(/\D/g, ''))),
      note: optionalNote,
      cancelled: z.boolean(),
      followers: z.array(z.string()).transform((ids) => {
        const known = new Set(referrers.map(({ accountId }) => accountId))
        return [...new Set(ids)].filter((id) => known.has(id))
      }),
    })
    .refine(
      ({ day, others, followers, cancelled }) => cancelled || day > today || others + followers.length > 0,
      {
        path: ['others'],
        message: 'direction.error.nobody' satisfies MessageKey,
      },
    )
    .transform((facts): TrainingFacts => facts)

export const trainingSent = (form: FormFields) => ({
  day: daySent(form, 'day'),
  givenBy: form.text('givenBy'),
  department: form.text('department'),
  others: form.text('others'),
  note: form.text('note'),
  cancelled: form.has('cancelled'),
  followers: form.all('followers'),
})

/** A training as the form shows it. */
export const trainingFields = (training: Training): [string, string][] => [
  ...dayFields('day', training.day),
  ['givenBy', training.givenBy],
  ['department', training.department],
  ['others', String(training.others)],
  ['note', training.note],
  ...(training.cancelled ? ([['cancelled', 'ja']] as [string, string][]) : []),
  ...training.followers.map((id): [string, string] => ['followers', id]),
]
