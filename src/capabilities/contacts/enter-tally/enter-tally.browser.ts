import { uuidv7 } from 'uuidv7'
import { enqueue } from '../../../platform/offline/outbox.ts'
import { deviceNow } from '../../../platform/time/device-clock.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import { placesOf, sayLine } from '../register-contact/saved-line.browser.ts'

const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '') as ContactFormData

/** Sends a form by way of the device's own queue, so that it is kept without a network, too. What is missing the server says. */
function sendThroughQueue(
  id: string,
  kind: string,
  isFilledIn: (form: HTMLFormElement) => boolean,
  said: string,
): void {
  const form = document.getElementById(id) as HTMLFormElement
  form.addEventListener('submit', async (event) => {
    if (!isFilledIn(form)) return
    event.preventDefault()
    const itemId = uuidv7()
    const fields = [...new FormData(form)].map(([name, value]): [string, string] => [
      name,
      name === 'id' ? itemId : String(value),
    ])
    const desk = String(new FormData(form).get('desk'))
    try {
      await enqueue({
        id: itemId,
        kind,
        place: desk,
        author: data.account,
        fields,
        label: document.querySelector(`#${id}`)?.closest('div')?.querySelector('h1, h2')?.textContent ?? kind,
        madeAt: deviceNow(),
      })
    } catch {
      form.submit()
      return
    }
    form.reset()
    sayLine(said)
  })
}

sendThroughQueue(
  'tally',
  'tally',
  (form) => /\d/.test((form.elements.namedItem('number-0') as HTMLInputElement).value),
  data.messages['contacts.tally.kept'],
)
sendThroughQueue(
  'quiet-hour',
  'quiet-hour',
  (form) => (form.elements.namedItem('hour') as HTMLSelectElement).value !== '',
  data.messages['contacts.quiet.saved'],
)

const desk = document.getElementById('desk') as HTMLSelectElement
desk.addEventListener('change', () => placesOf(data, desk.value))
