import { isId } from '../../platform/http/web-request.ts'
import {
  daysBetween,
  type Instant,
  instantAt,
  localDay,
  parseInstant,
} from '../../platform/time/local-time.ts'

/** A time that was chosen: its offer and its beginning. */
export interface ChosenTime {
  readonly offerId: string
  readonly startsAt: Instant
}

/** No desk plans so many days ahead. What is further away is not reckoned with: holidays would be, year by year. */
const furthestDays = 400

/** A time as it stands in an address or a form, and in an id there: only letters, digits and signs that an id may hold. */
export const slotValue = ({ offerId, start }: { readonly offerId: string; readonly start: number }): string =>
  `${offerId}_${instantAt(start).toString().replaceAll(/[-:]/g, '')}`

/** @returns undefined when nothing was chosen, or what no list of ours holds */
export function readSlot(sent: string, now: Instant): ChosenTime | undefined {
  const [offerId = '', moment = ''] = sent.split('_')
  const startsAt = parseInstant(moment)
  return isId(offerId) && startsAt && Math.abs(daysBetween(localDay(now), localDay(startsAt))) <= furthestDays
    ? { offerId, startsAt }
    : undefined
}
