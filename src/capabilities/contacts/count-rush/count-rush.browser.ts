import { uuidv7 } from 'uuidv7'
import { enqueue } from '../../../platform/offline/outbox.ts'
import { deviceNow } from '../../../platform/time/device-clock.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import { rememberInBrowser } from '../desk-cookies.ts'
import { savedContacts } from '../register-contact/saved-contacts.browser.ts'
import { placesOf } from '../register-contact/saved-line.browser.ts'

const form = document.getElementById('rush') as HTMLFormElement
const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '') as ContactFormData
const { messages } = data
const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement
const saved = savedContacts(data)

form.addEventListener('submit', async (event) => {
  const topic = (event.submitter as HTMLButtonElement | null)?.value || field('topic-more-0').value
  const known = data.topics.find(({ code }) => code === topic)
  // Without a topic the server says what is missing.
  if (!known) return
  event.preventDefault()
  const id = uuidv7()
  const desk = field('desk').value
  const fields: [string, string][] = [
    ['id', id],
    ['counted-as', 'rush'],
    ['occurred-at', deviceNow()],
    ['desk', desk],
    ['place', field('place').value],
    ['channel', field('channel').value],
    ['topic-0', topic],
  ]
  try {
    await enqueue({
      id,
      kind: 'contact',
      place: desk,
      author: data.account,
      fields,
      label: known.label,
      madeAt: deviceNow(),
    })
  } catch {
    field('topic-more-0').value = topic
    form.submit()
    return
  }
  rememberInBrowser(desk, field('channel').value, field('place').value)
  field('topic-more-0').value = ''
  saved.add({ id, desk, words: messages['contacts.rush.counted'].replace('{topic}', known.label) }, () => {})
})

field('desk').addEventListener('change', () => placesOf(data, field('desk').value))
