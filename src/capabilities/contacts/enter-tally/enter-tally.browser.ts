import { uuidv7 } from 'uuidv7'
import { enqueue } from '../../../platform/offline/outbox.ts'
import { deviceDay, deviceNow } from '../../../platform/time/device-clock.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import { placesOf, sayLine } from '../register-contact/saved-line.browser.ts'

const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '') as ContactFormData
const { messages } = data

interface Queued {
  readonly form: string
  readonly kind: string
  /** The name of its three boxes for the day. */
  readonly day: string
  /** The control without an answer in which the form has nothing to send; the server says so. */
  readonly needs: string
  readonly label: string
  readonly said: string
}

/** Sends a form by way of the device's own queue, so that it is kept without a network, too. */
function sendThroughQueue({ form: formId, kind, day, needs, label, said }: Queued): void {
  const form = document.getElementById(formId) as HTMLFormElement
  form.addEventListener('submit', async (event) => {
    const sent = new FormData(form)
    if (!sent.get(needs)) return
    event.preventDefault()
    const id = uuidv7()
    sent.set('id', id)
    // No day means today, and it may be another day when this is sent.
    const parts = ['year', 'month', 'day'].map((part) => `${day}.${part}`)
    if (parts.every((part) => !sent.get(part))) {
      for (const [index, value] of deviceDay().split('-').entries()) sent.set(parts[index] ?? '', value)
    }
    const fields = [...sent].map(([name, value]): [string, string] => [name, String(value)])
    try {
      await enqueue({
        id,
        kind,
        place: String(sent.get('desk')),
        author: data.account,
        fields,
        label,
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

sendThroughQueue({
  form: 'tally',
  kind: 'tally',
  day: 'day',
  needs: 'number-0',
  label: messages['contacts.tally.title'],
  said: messages['contacts.tally.kept'],
})
sendThroughQueue({
  form: 'quiet-hour',
  kind: 'quiet-hour',
  day: 'quiet-day',
  needs: 'hour',
  label: messages['contacts.quiet.title'],
  said: messages['contacts.quiet.saved'],
})

const desk = document.getElementById('desk') as HTMLSelectElement
desk.addEventListener('change', () => placesOf(data, desk.value))
