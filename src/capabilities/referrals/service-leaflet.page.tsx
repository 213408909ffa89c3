import { Heading } from '../../design-system/heading/heading.tsx'
import { Link } from '../../design-system/link/link.tsx'
import { Paragraph } from '../../design-system/paragraph/paragraph.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import { clock, unbroken } from '../desks/public.ts'
import { placeLine, reachOf, type ServiceHours, type ServiceOffer } from '../directory/public.ts'

/** The lines of a leaflet about a service: where, when, what to bring. Also the text of the same by mail. */
export interface LeafletLine {
  readonly label: string
  readonly texts: readonly string[]
  readonly href?: string
}

/** What a visitor needs to find a service, in his language; what the partner wrote himself stays in Dutch. */
export function leafletLines(offer: ServiceOffer, voice: PublicVoice, today: string): LeafletLine[] {
  const { t } = voice
  const { service, locations, hours } = offer
  const { phone, website } = reachOf(offer)
  const [location] = locations
  const address = location && placeLine(location)
  const cost = service.free ? t('visit.referral.free-of-charge') : service.cost
  const lines: LeafletLine[] = [
    ...(address
      ? [{ label: t('visit.referral.where'), texts: [location.name, address].filter(Boolean) }]
      : []),
    ...(location?.latitude != null && location.longitude != null
      ? [{ label: t('visit.referral.map'), texts: [], href: mapLink(location.latitude, location.longitude) }]
      : []),
    ...(phone ? [{ label: t('visit.referral.phone'), texts: [unbroken(phone)] }] : []),
    ...(website ? [{ label: t('visit.referral.website'), texts: [website] }] : []),
    { label: t('visit.referral.hours'), texts: hoursLines(hours, voice, today) },
    { label: t('visit.referral.bring'), texts: service.requiredDocuments },
    { label: t('visit.referral.cost'), texts: cost ? [cost] : [] },
  ]
  return lines.filter(({ texts, href }) => texts.length > 0 || href)
}

const mapLink = (latitude: number, longitude: number): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`

function hoursLines(hours: readonly ServiceHours[], voice: PublicVoice, today: string): string[] {
  const { t, language } = voice
  const monday = dayNumber(today) - weekdayOfNumber(dayNumber(today)) + 1
  return hours
    .filter(({ untilDay }) => untilDay === null || untilDay > today)
    .flatMap(({ weekday, opens, closes, note }) =>
      weekday === null || opens === null || closes === null
        ? note || []
        : t('visit.referral.hours-line', {
            day: dayInWords(dayOfNumber(monday + weekday - 1), language, 'weekday'),
            from: clock(opens, voice),
            until: clock(closes, voice),
          }),
    )
}

/** The lines on a page or on paper. */
export function LeafletLines({ lines }: { lines: readonly LeafletLine[] }) {
  return (
    <>
      {lines.map(({ label, texts, href }) =>
        href ? (
          <Paragraph>
            <Link href={href}>{label}</Link>
          </Paragraph>
        ) : (
          <>
            <Heading level={3}>{label}</Heading>
            {texts.length === 1 ? (
              <Paragraph>
                <bdi>{texts[0]}</bdi>
              </Paragraph>
            ) : (
              <ul>
                {texts.map((text) => (
                  <li>
                    <bdi>{text}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </>
        ),
      )}
    </>
  )
}

/** The same lines as they stand in a mail. */
export const leafletText = (lines: readonly LeafletLine[]): string =>
  lines.map(({ label, texts, href }) => `${label}: ${href ?? texts.join('; ')}`).join('\n')
