import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { dayInWords, type Instant, localDay, localTime } from '../../platform/time/local-time.ts'
import { addressLine, type PublicDesk, unbroken } from '../desks/public.ts'

/** '10.00' in Dutch, '10:00' elsewhere. */
export const timeText = (moment: Instant, language: string): string =>
  language === 'nl' ? localTime(moment).replace(':', '.') : localTime(moment)

/** 'dinsdag 24 november om 10.00 uur'. */
export const whenText = (moment: Instant, { t, language }: PublicVoice): string =>
  t('visit.booking.when', {
    day: dayInWords(localDay(moment), language, 'without-year'),
    time: timeText(moment, language),
  })

/** Where one goes: the desk, or the place at which it stands then; or the number that one calls. Empty when that is not known. */
export function whereText(
  desk: PublicDesk,
  { placeId, byTelephone }: { readonly placeId: string | null; readonly byTelephone: boolean },
  { t }: PublicVoice,
): string {
  if (byTelephone || desk.kind === 'telephone')
    return desk.phone ? t('visit.booking.by-phone', { phone: unbroken(desk.phone) }) : ''
  const place = desk.places.find(({ id }) => id === placeId)
  if (place) return [place.name, addressLine(place)].filter(Boolean).join(', ')
  return [desk.host, addressLine(desk)].filter(Boolean).join(', ')
}

/** 'dinsdag 24 november 10.00', as it stands on pages of the staff. */
export const momentText = (moment: Instant, language: string): string =>
  `${dayInWords(localDay(moment), language, 'without-year')} ${timeText(moment, language)}`
