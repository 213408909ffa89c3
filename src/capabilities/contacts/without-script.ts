import { FormFields } from '../../platform/http/form-fields.ts'
import { questionNumbers } from './register-contact/register-contact.form.ts'

/** For the page without script: opens room for another question, or takes one away. Other actions leave the form as it is. */
export function withQuestions(fields: FormFields, action: string): FormFields {
  if (action === 'add-question') {
    return replaceFields(fields, { questions: String(questionNumbers(fields).length + 1) })
  }
  const removed = /^remove-question-(\d{1,2})$/.exec(action)?.[1]
  if (removed === undefined) return fields
  return new FormFields(fields.entries().filter(([name]) => !name.endsWith(`-${removed}`)))
}

export function replaceFields(fields: FormFields, values: Readonly<Record<string, string>>): FormFields {
  return new FormFields([
    ...fields.entries().filter(([name]) => !(name in values)),
    ...Object.entries(values),
  ])
}
