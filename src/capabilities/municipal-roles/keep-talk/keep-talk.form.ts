import { z } from 'zod'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { tidyTime } from '../../directory/public.ts'
import { notedDay } from '../noted-day.ts'
import { neededNote, optionalLine, optionalNote } from '../noted-text.ts'
import type { Talk, TalkFacts } from '../talk.ts'

/** @param libraries among which one chooses */
export const talkForm = (libraries: readonly { readonly id: string }[], today: string) =>
  z
    .object({
      libraryId: z
        .string()
        .refine(
          (id) => id === '' || libraries.some((library) => library.id === id),
          'direction.error.library' satisfies MessageKey,
        )
        .transform((id) => (id === '' ? null : id)),
      day: notedDay('direction.error.talk-day', today),
      starts: z
        .string()
        .refine(
          (text) => text === '' || tidyTime(text) !== undefined,
          'direction.error.time' satisfies MessageKey,
        )
        .transform((text) => tidyTime(text) ?? null),
      place: optionalLine,
      participants: neededNote('direction.error.participants'),
      agenda: optionalNote,
      notes: optionalNote,
      agreed: optionalNote,
      cancelled: z.boolean(),
    })
    .transform((facts): TalkFacts => facts)

export const talkSent = (form: FormFields) => ({
  libraryId: form.text('libraryId'),
  day: daySent(form, 'day'),
  starts: form.text('starts'),
  place: form.text('place'),
  participants: form.text('participants'),
  agenda: form.text('agenda'),
  notes: form.text('notes'),
  agreed: form.text('agreed'),
  cancelled: form.has('cancelled'),
})

/** A talk as the form shows it. */
export const talkFields = (talk: Talk): [string, string][] => [
  ['libraryId', talk.libraryId ?? ''],
  ...dayFields('day', talk.day),
  ['starts', talk.starts ?? ''],
  ['place', talk.place],
  ['participants', talk.participants],
  ['agenda', talk.agenda],
  ['notes', talk.notes],
  ['agreed', talk.agreed],
  ...(talk.cancelled ? ([['cancelled', 'ja']] as [string, string][]) : []),
]
