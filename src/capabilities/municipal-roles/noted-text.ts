import { z } from 'zod'
import { optionalDayField } from '../../platform/http/day-field.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { networkText } from '../directory/public.ts'

const longestLine = 200
const longestNote = 20_000

/** One line that has to be filled in. @param missing what to say when it is empty */
export const neededLine = (missing: MessageKey) => optionalLine.min(1, missing)
/** One line that may stay empty. */
export const optionalLine = z.string().max(longestLine, 'direction.error.long' satisfies MessageKey)
/** Longer text that may stay empty; the number of a visitor may not stand in it. */
export const optionalNote = networkText(longestNote)
/** The same that has to be filled in. */
export const neededNote = (missing: MessageKey) => optionalNote.refine((text) => text !== '', missing)

/** The last day on which something counts, as the first day on which it no longer does: empty is null. */
export const endDay = (missing: MessageKey) =>
  optionalDayField(missing).transform((day) => (day === '' ? null : day))

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** An address for mail; empty is null. */
export const optionalMail = optionalLine
  .refine((text) => text === '' || mail.test(text), 'direction.error.email' satisfies MessageKey)
  .transform((text) => (text === '' ? null : text))
/** A telephone number as somebody types it, with eight digits at least; empty is null. */
export const optionalPhone = optionalLine
  .refine(
    (text) => text === '' || (/^[\d\s()+./-]+$/.test(text) && text.replace(/\D/g, '').length >= 8),
    'direction.error.phone' satisfies MessageKey,
  )
  .transform((text) => (text === '' ? null : text))

/** What the database must hold: an end after the beginning. */
export const endsAfter = ({ fromDay, untilDay }: { fromDay: string; untilDay: string | null }): boolean =>
  untilDay === null || untilDay > fromDay
