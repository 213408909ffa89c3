import { z } from 'zod'
import { dayFields, optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { endDay, neededLine, optionalLine, optionalMail, optionalPhone } from '../noted-text.ts'
import type { PolicyContact, PolicyContactFacts } from '../talk.ts'

export const policyContactForm = z
  .object({
    jobTitle: optionalLine,
    name: neededLine('direction.error.name'),
    email: optionalMail,
    phone: optionalPhone,
    untilDay: endDay('direction.error.until'),
  })
  .refine(({ email, phone }) => email !== null || phone !== null, {
    path: ['email'],
    message: 'direction.error.reach' satisfies MessageKey,
  })
  .transform((facts): PolicyContactFacts => facts)

export const policyContactSent = (form: FormFields) => ({
  jobTitle: form.text('jobTitle'),
  name: form.text('name'),
  email: form.text('email'),
  phone: form.text('phone'),
  untilDay: optionalDaySent(form, 'untilDay'),
})

/** A contact person as the form shows it. */
export const policyContactFields = (person: PolicyContact): [string, string][] => [
  ['jobTitle', person.jobTitle],
  ['name', person.name],
  ['email', person.email ?? ''],
  ['phone', person.phone ?? ''],
  ...(person.untilDay ? dayFields('untilDay', person.untilDay) : []),
]
