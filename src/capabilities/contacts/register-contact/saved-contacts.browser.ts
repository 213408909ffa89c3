import { uuidv7 } from 'uuidv7'
import { cancel, enqueue, waitingItems } from '../../../platform/offline/outbox.ts'
import { deviceNow } from '../../../platform/time/device-clock.ts'
import type { ContactFormData } from '../contact-form-data.ts'
import { sayLine } from './saved-line.browser.ts'

export interface SavedContacts {
  /** Counts one more of today, and says so with what undoes it. */
  add(
    saved: { readonly id: string; readonly desk: string; readonly words: string },
    afterUndo: () => void,
  ): void
}

/** What was saved on this page: how many contacts today has now, and the way back from the last one. */
export function savedContacts({ account, messages, today }: ContactFormData): SavedContacts {
  const counter = document.getElementById('today')
  let counted = today
  const desk = (document.getElementById('desk') as HTMLSelectElement | null)?.value
  const count = (step: number): void => {
    counted += step
    if (counter) counter.textContent = messages['contacts.register.today'].replace('{count}', String(counted))
  }

  // What waits here was not counted by the server when it made this page.
  void waitingItems().then((items) => {
    const waiting = items.filter(
      ({ kind, place, status }) => kind === 'contact' && place === desk && status !== 'refused',
    )
    if (waiting.length > 0) count(waiting.length)
  })

  /** Out of the queue when it still waits, taken back at the server when it was sent. */
  const undo = async (id: string, desk: string): Promise<void> => {
    const label = messages['contacts.register.undo']
    if ((await cancel(id)) === 'sent') {
      const fields: [string, string][] = [['contact', id]]
      await enqueue({
        id: uuidv7(),
        kind: 'deletion',
        place: desk,
        author: account,
        fields,
        label,
        madeAt: deviceNow(),
      })
    }
    count(-1)
    sayLine(messages['contacts.register.undone'])
  }

  return {
    add: ({ id, desk, words }, afterUndo) => {
      count(1)
      sayLine(words, {
        label: messages['contacts.register.undo'],
        press: () => void undo(id, desk).then(afterUndo),
      })
    },
  }
}
