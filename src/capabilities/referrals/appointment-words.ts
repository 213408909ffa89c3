import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { dayInWords, type Instant, localDay, localTime } from '../../platform/time/local-time.ts'
import { addressLine, type PublicDesk } from '../desks/public.ts'

/** '10.00' in Dutch, '10:00' elsewhere. */
export const timeText = (moment: Instant, language: string): string =>
  language === 'nl' ? localTime(moment).replace(':', '.') : localTime(moment)

/** 'dinsdag 24 november om 10.00 uur'. */
export const whenText = (moment: Instant, { t, language }: PublicVoice): string =>
  t('visit.booking.when', {
    day: dayInWords(localDay(moment), language, 'without-year'),
    time: timeText(moment, language),
  })

/** Where one goes: the desk, or the place at which it stands then. Empty for who is called. */
export function whereText(desk: PublicDesk, placeId: string | null): string {
  const place = desk.places.find(({ id }) => id === placeId)
  if (place) return [place.name, addressLine(place)].filter(Boolean).join(', ')
  return desk.kind === 'telephone' ? '' : [desk.host, addressLine(desk)].filter(Boolean).join(', ')
}

/** 'dinsdag 24 november 10.00', as it stands on pages of the staff. */
export const momentText = (moment: Instant, language: string): string =>
  `${dayInWords(localDay(moment), language, 'without-year')} ${timeText(moment, language)}`
