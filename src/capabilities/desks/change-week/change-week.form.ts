import { z } from 'zod'
import { daySent, optionalDaySent } from '../../../platform/http/date-fields.ts'
import { dayField, optionalDayField } from '../../../platform/http/day-field.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays, daysBetween } from '../../../platform/time/local-time.ts'
import type { Timetable } from '../opening-hours.ts'
import type { TimetableWish } from './change-week.command.ts'

/** Further back nobody knows, further ahead nobody plans: a year with a digit too few or too many. */
const planned = { earliest: '2005-01-01', latest: '2099-12-31' }

/** A day that somebody can mean. */
export const day = (missing: MessageKey) => dayField(missing, planned)
/** The same, or nothing. */
export const optionalDay = (missing: MessageKey) => optionalDayField(missing, planned)
const name = z.string().max(80, 'hours.error.long-name' satisfies MessageKey)

/** From when an ordinary week holds. */
export const ordinaryForm = z.object({ from: day('hours.error.from-day') }).transform(({ from }) => ({
  name: null,
  fromDay: from,
  untilDay: null,
}))

/** When a period holds, and its name. The last day is written, the day after it is kept. */
export const periodForm = z
  .object({
    name: name.min(1, 'hours.error.period-name' satisfies MessageKey),
    from: day('hours.error.from-day'),
    until: day('hours.error.until-day'),
  })
  .refine(({ from, until }) => until >= from, {
    path: ['until'],
    error: 'hours.error.until-before' satisfies MessageKey,
  })
  .transform(validity)

/** The day or days of an exception. Without a last day it is one day. */
export const closureForm = z
  .object({
    name,
    from: day('hours.error.closure-day'),
    until: optionalDay('hours.error.until-day'),
    open: z.enum(['no', 'yes'], 'hours.error.open' satisfies MessageKey),
  })
  .refine(({ from, until }) => !until || until >= from, {
    path: ['until'],
    error: 'hours.error.until-before' satisfies MessageKey,
  })
  .refine(({ from, until }) => !until || daysBetween(from, until) < 366, {
    path: ['until'],
    error: 'hours.error.too-long' satisfies MessageKey,
  })
  .transform(({ open, ...input }) => ({ ...validity(input), open: open === 'yes' }))

function validity(input: { name: string; from: string; until: string }) {
  return {
    name: input.name || null,
    fromDay: input.from,
    untilDay: addDays(input.until || input.from, 1),
  }
}

/** The fields about validity as they were sent. */
export const validitySent = (form: FormFields) => ({
  name: form.text('name'),
  from: daySent(form, 'from'),
  until: optionalDaySent(form, 'until'),
  open: form.text('open'),
})

/** What the person had before him when the form was made; it comes back with what he sends. */
export function seenSent(form: FormFields): TimetableWish['seen'] {
  const id = form.text('seen')
  return isId(id) ? { id, version: versionSent(form) } : undefined
}

/** The fields that carry it. */
export const seenFields = (seen: Pick<Timetable, 'id' | 'version'> | undefined): [string, string][] =>
  seen
    ? [
        ['seen', seen.id],
        ['version', String(seen.version)],
      ]
    : []
