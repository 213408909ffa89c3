import { z } from 'zod'
import { dayFields, daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { type ContactPerson, type ContactPersonFacts, placings } from '../contact-person.ts'
import { endDay, endsAfter, neededLine, optionalLine, optionalMail, optionalPhone } from '../noted-text.ts'

const unreachable = { path: ['email'], message: 'direction.error.reach' satisfies MessageKey }
const reachable = ({ email, phone }: { email: string | null; phone: string | null }): boolean =>
  email !== null || phone !== null

/** Who it is and how to reach him: what a successor needs too. */
export const personShape = {
  jobTitle: optionalLine,
  name: neededLine('direction.error.name'),
  email: optionalMail,
  phone: optionalPhone,
  fromDay: dayField('direction.error.from'),
}
export const isReachable = [reachable, unreachable] as const

export const contactPersonForm = z
  .object({
    ...personShape,
    deputy: z.boolean(),
    placed: z.string().transform((text) => placings.find((each) => each === text) ?? null),
    department: optionalLine,
    untilDay: endDay('direction.error.until'),
  })
  .refine(...isReachable)
  .refine(endsAfter, { path: ['untilDay'], message: 'direction.error.order' satisfies MessageKey })
  .transform((facts): ContactPersonFacts => facts)

export const contactPersonSent = (form: FormFields) => ({
  jobTitle: form.text('jobTitle'),
  name: form.text('name'),
  email: form.text('email'),
  phone: form.text('phone'),
  deputy: form.has('deputy'),
  placed: form.text('placed'),
  department: form.text('department'),
  fromDay: daySent(form, 'fromDay'),
  untilDay: optionalDaySent(form, 'untilDay'),
})

/** A contact person as the form shows it. */
export const contactPersonFields = (person: ContactPerson): [string, string][] => [
  ['jobTitle', person.jobTitle],
  ['name', person.name],
  ['email', person.email ?? ''],
  ['phone', person.phone ?? ''],
  ...(person.deputy ? ([['deputy', 'ja']] as [string, string][]) : []),
  ['placed', person.placed ?? ''],
  ['department', person.department],
  ['desk', person.deskId ?? 'library'],
  ...dayFields('fromDay', person.fromDay),
  ...(person.untilDay ? dayFields('untilDay', person.untilDay) : []),
]
