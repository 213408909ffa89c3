import { uuidv7 } from 'uuidv7'
import {
  beforeRefresh,
  dropDraft,
  enqueue,
  readDraft,
  saveDraft,
  takeForEditing,
} from '../../../platform/offline/outbox.ts'
import { deviceNow } from '../../../platform/time/device-clock.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import { rememberInBrowser } from '../desk-cookies.ts'
import { findLocalErrors, showLocalErrors } from './local-errors.browser.ts'
import { questionPicker } from './question-picker.browser.ts'
import { runningDuration } from './running-duration.browser.ts'
import { savedContacts } from './saved-contacts.browser.ts'
import { placesOf, sayLine } from './saved-line.browser.ts'
import { tileKeys } from './tile-keys.browser.ts'
import { topicNotices } from './topic-notices.browser.ts'

type Fields = [string, string][]

const form = document.getElementById('contact') as HTMLFormElement
const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '') as ContactFormData
const { messages } = data
const control = (name: string): HTMLInputElement & HTMLSelectElement =>
  form.elements.namedItem(name) as HTMLInputElement & HTMLSelectElement
const today = document.getElementById('today')
const draftKey = 'contact'
const saved = savedContacts(data)

const picker = questionPicker(form, data)
const showNotices = topicNotices()
const duration = runningDuration(control('duration') as HTMLSelectElement | null, data)

/** Ready for the next visitor: the answers go, desk, place and channel stay. */
function startAfresh(): void {
  const where = [control('desk').value, control('place').value, control('channel').value] as const
  form.reset()
  ;[control('desk').value, control('place').value, control('channel').value] = where
  for (const details of form.querySelectorAll('details')) details.open = false
  picker.clear()
  control('id').value = uuidv7()
  control('occurred-at').value = ''
  duration.restart()
  showWhatApplies()
  picker.focus()
}

/** The conversation begins at the first touch, not when the form of the visitor before was saved. */
function begin(): void {
  if (control('occurred-at').value !== '') return
  control('occurred-at').value = deviceNow()
  duration.begin()
}

function showWhatApplies(): void {
  picker.update()
  showNotices(
    picker.topics().map(({ code }) => code),
    control('desk').value,
  )
  const helpText = document.getElementById('help-text')?.closest<HTMLElement>('.utrecht-form-field')
  if (helpText) helpText.hidden = !form.querySelector('input[value=help-other]:checked')
}

/** At another desk other topics stand in front, and other places can be chosen. */
function changeDesk(): void {
  const desk = data.desks.find(({ id }) => id === control('desk').value)
  if (!desk) return
  placesOf(data, desk.id)
  picker.showTiles(desk.upFront)
  today?.setAttribute('hidden', '')
  // How much is new was counted for the desk of before.
  document.querySelector('#new-notices span')?.remove()
  showWhatApplies()
}

function remember(): void {
  rememberInBrowser(control('desk').value, control('channel').value, control('place').value)
}

function currentFields(): Fields {
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'action',
  )
}

function fill(fields: Fields): void {
  picker.clear()
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  if (values.has('desk')) {
    control('desk').value = values.get('desk')?.[0] ?? ''
    changeDesk()
  }
  picker.fill(values)
  for (const element of form.elements) {
    const input = element as HTMLInputElement
    const given = values.get(input.name)
    if (!given || /^(topic|provider|digid)-/.test(input.name)) continue
    if (input.type === 'radio' || input.type === 'checkbox') input.checked = given.includes(input.value)
    else input.value = given[0] ?? ''
    const details = input.closest('details')
    const answered = input.checked || (input.type === 'text' && input.value !== '')
    if (details && answered && !/not-registered$/.test(input.value)) details.open = true
  }
  showWhatApplies()
}

async function save(): Promise<void> {
  begin()
  duration.settle()
  const errors = findLocalErrors(form, data, picker.topics())
  showLocalErrors(form, errors, messages)
  if (errors.length > 0) return
  const fields = currentFields()
  const id = control('id').value
  const desk = control('desk').value
  const label = picker
    .topics()
    .map(({ label: topic }) => topic)
    .join(', ')
  try {
    await enqueue({
      id,
      kind: 'contact',
      place: desk,
      author: data.account,
      fields,
      label,
      madeAt: deviceNow(),
    })
  } catch {
    // No storage on this device: the form goes the way it goes without script.
    form.submit()
    return
  }
  await dropDraft(draftKey)
  remember()
  startAfresh()
  saved.add(
    {
      id,
      desk,
      words: messages[navigator.onLine ? 'contacts.register.saved' : 'contacts.register.kept'].replace(
        '{topics}',
        label,
      ),
    },
    picker.focus,
  )
}

form.addEventListener('submit', (event) => {
  const action = (event.submitter as HTMLButtonElement | null)?.value ?? 'save'
  event.preventDefault()
  if (action === 'add-question') picker.add()
  else if (action.startsWith('remove-question-'))
    picker.remove(Number(action.slice('remove-question-'.length)))
  else void save()
})
form.addEventListener('pointerdown', begin)
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab') begin()
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault()
    void save()
  }
})
form.addEventListener('input', () => {
  // What undoes the one before must not seem to undo this one.
  document.getElementById('saved-line')?.replaceChildren()
  showWhatApplies()
  void saveDraft(draftKey, currentFields())
})
control('desk').addEventListener('change', () => {
  changeDesk()
  remember()
})
control('channel').addEventListener('change', remember)
// Who refers in the middle of a contact does so in a tab beside it: what was typed stays, and only the topic goes along.
const refer = document.getElementById('refer') as HTMLAnchorElement | null
refer?.addEventListener('click', () => {
  const chosen = { informatiepunt: control('desk').value, onderwerp: picker.topics().at(-1)?.code ?? '' }
  refer.search = new URLSearchParams(chosen).toString()
})
control('place').addEventListener('change', remember)
tileKeys(form)
// A new version of the page must find what was begun in the old one.
beforeRefresh(() => (control('occurred-at').value === '' ? undefined : saveDraft(draftKey, currentFields())))

// Nobody waits for the device's storage before typing.
if (!document.querySelector('.balie-error-summary')) picker.focus()
// The page may come from the device's cache, with the id and the moment of another day.
control('id').value = uuidv7()
control('occurred-at').value = ''
showWhatApplies()
const editing = new URLSearchParams(location.search).get('bewerk')
const kept = editing ? await takeForEditing(editing) : undefined
const hasErrors = document.querySelector('.balie-error-summary') !== null
const draft = kept || hasErrors ? undefined : await readDraft(draftKey)
if (kept) {
  fill(kept.fields as Fields)
  sayLine(messages['contacts.register.editing'])
} else if (draft && control('occurred-at').value === '') {
  // Whoever has begun already goes on with that.
  fill(draft as Fields)
  control('id').value = uuidv7()
  picker.focus()
}
