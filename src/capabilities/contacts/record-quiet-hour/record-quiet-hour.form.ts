import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { addDays, type Instant, isDay, localDay, localTime } from '../../../platform/time/local-time.ts'
import { oldestContactDays } from '../contact.ts'
import type { FieldError } from '../field-error.ts'
import type { Parsed } from '../register-contact/register-contact.form.ts'

export interface QuietHour {
  readonly observedOn: string
  /** The hour that began at this full hour, local time. */
  readonly hour: number
}

/** Reads an hour without visitors; without a day it is today. */
export function readQuietHour(fields: FormFields, now: Instant): Parsed<QuietHour> {
  const errors: FieldError[] = []
  const today = localDay(now)
  const observedOn = optionalDaySent(fields, 'quiet-day') || today
  const written = fields.text('hour')
  const hour = /^\d{1,2}$/.test(written) ? Number(written) : -1
  if (!isDay(observedOn)) errors.push({ id: 'quiet-day', key: 'contacts.error.day' })
  else if (observedOn > today || (observedOn === today && hour > Number(localTime(now).slice(0, 2))))
    errors.push({ id: 'hour', key: 'contacts.error.future' })
  else if (observedOn < addDays(today, -oldestContactDays))
    errors.push({ id: 'quiet-day', key: 'contacts.error.too-old' })
  if (hour < 0 || hour > 23) errors.push({ id: 'hour', key: 'contacts.error.hour' })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { observedOn, hour } }
}
