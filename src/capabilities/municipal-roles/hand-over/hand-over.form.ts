import { z } from 'zod'
import { daySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { ContactPerson, ContactPersonFacts } from '../contact-person.ts'
import { isReachable, personShape } from '../keep-contact-person/keep-contact-person.form.ts'
import { optionalNote } from '../noted-text.ts'

/** Who follows, from which day, and what is passed on. */
export interface HandOver {
  readonly successor: ContactPersonFacts
  readonly note: string
}

/** @param leaving who leaves: the next takes his place, and begins after him */
export const handOverForm = (leaving: ContactPerson) =>
  z
    .object({ ...personShape, note: optionalNote })
    .refine(...isReachable)
    .refine(({ fromDay }) => fromDay > leaving.fromDay, {
      path: ['fromDay'],
      message: 'direction.error.hand-over-day' satisfies MessageKey,
    })
    .transform(
      ({ note, ...person }): HandOver => ({
        note,
        successor: {
          ...person,
          deputy: leaving.deputy,
          placed: leaving.placed,
          department: leaving.department,
          untilDay: null,
        },
      }),
    )

export const handOverSent = (form: FormFields) => ({
  jobTitle: form.text('jobTitle'),
  name: form.text('name'),
  email: form.text('email'),
  phone: form.text('phone'),
  fromDay: daySent(form, 'fromDay'),
  note: form.text('note'),
})
