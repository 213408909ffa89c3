import { behaveAsCombobox } from '../../../design-system/combobox/combobox-behaviour.ts'
import { topicSearch } from '../../lists/topic-search.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import { writeKeys } from './tile-keys.browser.ts'

export type Topic = ContactFormData['topics'][number]

export interface QuestionPicker {
  /** The topics chosen so far, the current one last. */
  topics(): Topic[]
  /** Puts the current question away and makes room for another. */
  add(): void
  remove(number: number): void
  clear(): void
  fill(values: ReadonlyMap<string, readonly string[]>): void
  showTiles(codes: readonly string[]): void
  /** Shows what goes with the chosen topic: its organisation, the DigiD question, a line for 'something else'. */
  update(): void
  focus(): void
}

const somethingElse = 'other'

/** The part of the form that chooses topics: tiles, search as you type, organisation, another question. */
export function questionPicker(form: HTMLFormElement, data: ContactFormData): QuestionPicker {
  const { messages } = data
  const current = document.getElementById('current-question') as HTMLElement
  const earlier = document.getElementById('earlier-questions') as HTMLElement
  const tiles = current.querySelector('.balie-choices--tiles') as HTMLElement
  const item = (document.getElementById('earlier-question') as HTMLTemplateElement).content
  const search = (document.getElementById('search-template') as HTMLTemplateElement).content
  const find = topicSearch(data.topics, data.providers)
  let number = Number(current.dataset.number)
  let proposedFor = ''

  const part = <Element extends HTMLElement>(selector: string): Element | null =>
    current.querySelector<Element>(selector)
  const chosenCode = (): string =>
    part<HTMLInputElement>(`input[name="topic-${number}"]:checked`)?.value ?? ''
  const topicOf = (code: string): Topic | undefined => data.topics.find((topic) => topic.code === code)
  const providerBoxes = (): HTMLInputElement[] => [
    ...current.querySelectorAll<HTMLInputElement>(`input[name="provider-${number}"]`),
  ]
  const nameOf = (code: string): string =>
    data.providers.find((provider) => provider.code === code)?.shortName ??
    messages['contacts.register.provider-none']

  /** A tile for a topic, made like the ones that are there; a topic that was searched for gets one, too. */
  function tileFor(topic: Topic): HTMLInputElement {
    const present = tiles.querySelector<HTMLInputElement>(`input[value="${topic.code}"]`)
    if (present) return present
    const tile = (tiles.lastElementChild as Element).cloneNode(true) as Element
    const input = tile.querySelector('input') as HTMLInputElement
    const label = tile.querySelector('label') as HTMLLabelElement
    tile.querySelector('.balie-choice__key')?.remove()
    input.id = `topic-${number}-${topic.code}`
    input.value = topic.code
    input.checked = false
    label.htmlFor = input.id
    label.textContent = topic.label
    tiles.append(tile)
    return input
  }

  function choose(topic: Topic, provider?: string): void {
    tileFor(topic).checked = true
    if (provider) for (const box of providerBoxes()) box.checked = box.value === provider
    proposedFor = topic.code
    form.dispatchEvent(new Event('input', { bubbles: true }))
    document.getElementById('help')?.focus()
  }

  function renumber(to: number): void {
    const ids = /^(topic|topic-more|topic-text|provider|digid)-\d+/
    const moved = (value: string): string => value.replace(ids, `$1-${to}`)
    for (const element of current.querySelectorAll<HTMLElement>('[id], [name], [for], [aria-describedby]')) {
      for (const attribute of ['id', 'name', 'for', 'aria-describedby']) {
        const value = element.getAttribute(attribute)
        if (value) element.setAttribute(attribute, value.split(' ').map(moved).join(' '))
      }
    }
    number = to
    const legend = part('legend')
    if (legend) {
      legend.textContent =
        to === 0
          ? messages['contacts.register.topic']
          : messages['contacts.register.topic-nth'].replace('{number}', String(to + 1))
    }
  }

  function emptyCurrent(): void {
    for (const input of current.querySelectorAll<HTMLInputElement>('input')) {
      if (input.type === 'text') input.value = ''
      else input.checked = false
    }
    proposedFor = ''
  }

  const picker: QuestionPicker = {
    topics: () => {
      const put = [...earlier.querySelectorAll<HTMLInputElement>('input[name^=topic-]')].filter(({ name }) =>
        /^topic-\d+$/.test(name),
      )
      return [...put.map(({ value }) => value), chosenCode()].flatMap((code) => topicOf(code) ?? [])
    },

    add: () => {
      const topic = topicOf(chosenCode())
      if (!topic) return picker.focus()
      const line = (item.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement
      const button = line.querySelector('button') as HTMLButtonElement
      ;(line.querySelector('span') as HTMLElement).textContent = topic.label
      button.value = `remove-question-${number}`
      button.ariaLabel = messages['contacts.register.remove-question'].replace('{topic}', topic.label)
      for (const [name, value] of new FormData(form)) {
        if (new RegExp(`^(topic|topic-text|provider|digid)-${number}$`).test(name) && value !== '') {
          line.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
        }
      }
      earlier.append(line)
      earlier.hidden = false
      emptyCurrent()
      renumber(number + 1)
      form.dispatchEvent(new Event('input', { bubbles: true }))
      picker.focus()
    },

    remove: (removed) => {
      earlier.querySelector(`button[value="remove-question-${removed}"]`)?.closest('li')?.remove()
      earlier.hidden = earlier.children.length === 0
      form.dispatchEvent(new Event('input', { bubbles: true }))
      picker.focus()
    },

    clear: () => {
      earlier.replaceChildren()
      earlier.hidden = true
      emptyCurrent()
      renumber(0)
    },

    fill: (values) => {
      const numbers = [...values.keys()]
        .flatMap((name) => /^topic-(?:more-)?(\d+)$/.exec(name)?.[1] ?? [])
        .map(Number)
      for (const from of [...new Set(numbers)].sort((one, other) => one - other)) {
        const topic = topicOf(values.get(`topic-${from}`)?.[0] || values.get(`topic-more-${from}`)?.[0] || '')
        if (!topic) continue
        if (chosenCode() !== '') picker.add()
        tileFor(topic).checked = true
        proposedFor = topic.code
        for (const box of providerBoxes())
          box.checked = values.get(`provider-${from}`)?.includes(box.value) ?? false
        const text = part<HTMLInputElement>(`#topic-text-${number}`)
        if (text) text.value = values.get(`topic-text-${from}`)?.[0] ?? ''
        const digid = part<HTMLSelectElement>(`#digid-${number}`)
        if (digid) digid.value = values.get(`digid-${from}`)?.[0] ?? ''
      }
    },

    showTiles: (codes) => {
      const chosen = chosenCode()
      const wanted = [...codes, somethingElse].flatMap((code) => topicOf(code) ?? [])
      const made = wanted.map((topic) => tileFor(topic).parentElement as HTMLElement)
      tiles.replaceChildren(...made)
      const [first] = tiles.querySelectorAll('input')
      for (const input of tiles.querySelectorAll('input'))
        input.id = input === first ? `topic-${number}` : `topic-${number}-${input.value}`
      for (const label of tiles.querySelectorAll('label'))
        label.htmlFor = label.parentElement?.querySelector('input')?.id ?? ''
      const topic = topicOf(chosen)
      if (topic) tileFor(topic).checked = true
      writeKeys(tiles)
    },

    update: () => {
      const topic = topicOf(chosenCode())
      // Another topic, another organisation: what was ticked belonged to the one before.
      if ((topic?.code ?? '') !== proposedFor) {
        for (const box of providerBoxes()) box.checked = false
        proposedFor = topic?.code ?? ''
      }
      const ticked = providerBoxes()
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
      const names = (ticked.length > 0 ? ticked : (topic?.serviceProviders.slice(0, 1) ?? [])).map(nameOf)
      const summary = document.getElementById('provider-summary')
      if (summary) {
        summary.textContent =
          names.length > 0
            ? messages['contacts.register.provider-chosen'].replace('{names}', names.join(', '))
            : topic
              ? messages['contacts.register.provider-chosen'].replace(
                  '{names}',
                  messages['contacts.register.provider-none'].toLowerCase(),
                )
              : messages['contacts.register.provider-usual']
      }
      const text = part('#topic-text-field')
      if (text) text.hidden = !topic?.isOther
      const digid = part('#digid-field')
      if (digid) digid.hidden = !topic?.digid
    },

    focus: () =>
      (
        part<HTMLInputElement>(`input[name="topic-${number}"]:checked`) ??
        part<HTMLInputElement>(`#topic-${number}`)
      )?.focus(),
  }

  // With a script the long list gives way to a search; what was chosen there becomes a tile.
  const more = part<HTMLSelectElement>(`#topic-more-${number}`)
  const listed = topicOf(more?.value ?? '')
  more?.closest('.utrecht-form-field')?.replaceWith(search.cloneNode(true))
  if (listed) tileFor(listed).checked = true
  proposedFor = chosenCode()
  behaveAsCombobox(document.getElementById('topic-search') as HTMLInputElement, {
    suggest: (typed) => [
      ...find(typed).map(({ code, label }) => ({ value: code, label })),
      ...data.providers
        .filter(({ name, shortName }) => `${name} ${shortName}`.toLowerCase().includes(typed.toLowerCase()))
        .map(({ code, shortName }) => ({
          value: `${somethingElse}:${code}`,
          label: messages['contacts.register.other-about'].replace('{name}', shortName),
        })),
    ],
    choose: ({ value }) => {
      const [code = '', provider] = value.split(':')
      const topic = topicOf(code)
      if (topic) choose(topic, provider)
    },
    count: (found) =>
      found > 0
        ? messages['contacts.register.search-count'].replace('{count}', String(found))
        : messages['contacts.register.search-none'],
  })
  return picker
}
