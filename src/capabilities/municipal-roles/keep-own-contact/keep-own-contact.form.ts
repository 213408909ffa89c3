import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import type { ContactPersonFacts } from '../contact-person.ts'
import type { SpokenFor } from '../keep-contact-person/keep-contact-person.command.ts'
import { contactPersonForm, contactPersonSent } from '../keep-contact-person/keep-contact-person.form.ts'
import type { MeetingContext } from '../meeting-desk.ts'

export interface OwnContact {
  readonly of: SpokenFor
  readonly facts: ContactPersonFacts
}

/** The library as a whole, in the choice of whom somebody speaks for. */
export const wholeLibrary = 'library'

/** For whom one may say who speaks: the library when one speaks for it, and one's own desks. */
export function choicesOf(context: MeetingContext): { value: string; label: string; of: SpokenFor }[] {
  const [library] = context.libraries
  return [
    ...(context.wholeLibrary && library
      ? [{ value: wholeLibrary, label: library.name, of: { libraryId: library.id, deskId: null } }]
      : []),
    ...context.desks.map(({ id, name, libraryId }) => ({
      value: id,
      label: name,
      of: { libraryId, deskId: id },
    })),
  ]
}

export const ownContactForm = (context: MeetingContext) =>
  z.object({ desk: z.string(), person: z.unknown() }).transform((sent, issues): OwnContact => {
    const parsed = contactPersonForm.safeParse(sent.person)
    const choice = choicesOf(context).find(({ value }) => value === sent.desk)
    if (!choice)
      issues.addIssue({
        code: 'custom',
        path: ['desk'],
        message: 'direction.error.desk' satisfies MessageKey,
      })
    if (!parsed.success)
      for (const { path, message } of parsed.error.issues)
        issues.addIssue({ code: 'custom', path: [...path], message })
    return choice && parsed.success ? { of: choice.of, facts: parsed.data } : z.NEVER
  })

export const ownContactSent = (form: FormFields) => ({
  desk: form.text('desk'),
  person: contactPersonSent(form),
})
