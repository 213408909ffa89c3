import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { deviceYear } from '../../../platform/time/device-clock.ts'
import { longestText } from '../contact.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import type { Topic } from './question-picker.browser.ts'

export interface LocalError {
  readonly id: string
  readonly message: string
}

/** What must be mended before it leaves the device: above all personal data in a free text. The server looks again. */
export function findLocalErrors(
  form: HTMLFormElement,
  data: ContactFormData,
  topics: readonly Topic[],
): LocalError[] {
  const { messages } = data
  const errors: LocalError[] = []
  if (topics.length === 0)
    errors.push({
      id: form.querySelector('#current-question input')?.id ?? '',
      message: messages['contacts.error.no-topic'],
    })
  if (data.asksHelp && !form.querySelector('input[name=help]:checked'))
    errors.push({ id: 'help', message: messages['contacts.error.no-help'] })
  for (const input of form.querySelectorAll<HTMLInputElement>(
    'input[name^=topic-text-], input[name=help-text]',
  )) {
    const text = input.value.trim()
    if (text.length > longestText) {
      errors.push({
        id: input.id,
        message: messages['contacts.error.text-too-long']
          .replace('{most}', String(longestText))
          .replace('{length}', String(text.length)),
      })
    }
    const kind = findPersonalData(text, deviceYear())
    if (kind) errors.push({ id: input.id, message: messages[`contacts.error.personal-data.${kind}`] })
  }
  return errors
}

/** Shows them as the server would: a summary that takes the focus, each a link to its field, and a message at the field. */
export function showLocalErrors(
  form: HTMLFormElement,
  errors: readonly LocalError[],
  messages: ContactFormData['messages'],
): void {
  document.querySelector('.balie-error-summary')?.remove()
  for (const message of form.querySelectorAll('.utrecht-form-field-error-message')) message.remove()
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid')
  if (errors.length === 0) return

  const summary = (
    (document.getElementById('error-summary-template') as HTMLTemplateElement).content.cloneNode(
      true,
    ) as DocumentFragment
  ).firstElementChild as HTMLElement
  const list = summary.querySelector('ul') as HTMLElement
  const line = list.firstElementChild as HTMLElement
  list.replaceChildren(
    ...errors.map(({ id, message }) => {
      const item = line.cloneNode(true) as HTMLElement
      const link = item.querySelector('a') as HTMLAnchorElement
      link.href = `#${id}`
      link.textContent = message
      link.addEventListener('click', (event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      })
      return item
    }),
  )
  for (const { id, message } of errors) {
    const input = document.getElementById(id)
    const words = Object.assign(document.createElement('div'), {
      className: 'utrecht-form-field-error-message',
      id: `${id}-error`,
      textContent: message,
    })
    input?.setAttribute('aria-invalid', 'true')
    const group = input?.closest('fieldset')
    if (group?.contains(input ?? null) && input?.getAttribute('type') !== 'text')
      group.querySelector('.balie-field-group__content')?.prepend(words)
    else input?.before(words)
  }
  form.before(summary)
  summary.querySelector<HTMLElement>('h2')?.focus()
  document.title = `${messages['contacts.register.errors-title']} - ${document.title.replace(/^.* - (?=.* - )/, '')}`
}
