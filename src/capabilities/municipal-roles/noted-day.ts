import { dayField, optionalDayField } from '../../platform/http/day-field.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'

/** The desks began in 2019 (guide § 2.1); what is planned lies in one of the next two years. A year outside it is a typing error. */
const believable = (today: string) => ({
  earliest: '2019-01-01',
  latest: `${Number(today.slice(0, 4)) + 2}-12-31`,
})

/** A day on which something was done or is planned. @param missing what to say when a box is empty */
export const notedDay = (missing: MessageKey, today: string) => dayField(missing, believable(today))

/** The same where it may stay empty. */
export const optionalNotedDay = (missing: MessageKey, today: string) =>
  optionalDayField(missing, believable(today))
