import { z } from 'zod'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { emailOrNull, lineField, lineOrNull, phoneOrNull } from '../entry-fields.ts'
import type { ContactPerson, ContactPersonFacts } from '../partner.ts'

export const contactPersonForm = z
  .object({
    name: lineField('directory.error.person-name'),
    role: lineOrNull,
    phone: phoneOrNull,
    email: emailOrNull,
  })
  .transform(({ role, ...rest }): ContactPersonFacts => ({ ...rest, role: role ?? '' }))

export const contactPersonSent = (form: FormFields) => ({
  name: form.text('name'),
  role: form.text('role'),
  phone: form.text('phone'),
  email: form.text('email'),
})

export const contactPersonFields = (person: ContactPerson): FormFields =>
  new FormFields([
    ['name', person.name],
    ['role', person.role],
    ['phone', person.phone ?? ''],
    ['email', person.email ?? ''],
    ['version', String(person.version)],
  ])
