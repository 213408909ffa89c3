import type { ContactFormData } from '../contact-form-data.ts'

/** Says in the line at the top what was done; a screen reader hears it, too. With what undoes it, if anything does. */
export function sayLine(text: string, undo?: { readonly label: string; readonly press: () => void }): void {
  const alert = document.createElement('div')
  alert.className = 'utrecht-alert utrecht-alert--ok'
  const line = document.createElement('div')
  line.className = 'balie-row balie-row--apart'
  line.append(Object.assign(document.createElement('span'), { textContent: text }))
  if (undo) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'nl-button nl-button--subtle',
      textContent: undo.label,
    })
    button.addEventListener('click', undo.press)
    line.append(button)
  }
  alert.append(line)
  document.getElementById('saved-line')?.replaceChildren(alert)
}

/** Shows the places of a desk to choose from, or nothing for a desk with one place. */
export function placesOf(data: ContactFormData, deskId: string): void {
  const places = data.desks.find(({ id }) => id === deskId)?.places ?? []
  const select = document.getElementById('place') as HTMLSelectElement
  select.replaceChildren(
    new Option(data.messages['contacts.register.no-place'], ''),
    ...places.map(({ id, name }) => new Option(name, id)),
  )
  const field = document.getElementById('place-field')
  if (field) field.hidden = places.length === 0
}
