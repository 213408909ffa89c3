import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../../platform/time/local-minutes.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { callLink, clock, languageName, unbroken, upperFirst } from '../../desks/public.ts'
import type { ServiceDetails } from '../find-service/find-service.query.ts'
import { freshness } from '../freshness.ts'
import { placeLine } from '../partner.ts'
import { reachOf } from '../service.ts'
import { hoursAhead } from '../service-hours.ts'

interface ShowPublicService {
  readonly voice: PublicVoice
  readonly details: ServiceDetails
  readonly today: string
}

/** The labels in the reader's language; what the partner wrote stays in Dutch. Never whom one calls there by name. */
export function showPublicServicePage(props: ShowPublicService): Page {
  const { voice, details, today } = props
  const { t, language, link } = voice
  const { service, partner } = details
  const path = `/sociale-kaart/${service.id}`
  return {
    title: service.name,
    forPublic: {
      language,
      path,
      description: t('visit.service.description', { name: service.name, partner: partner.name }),
    },
    main: (
      <Stack>
        <Heading level={1}>
          <bdi lang="nl">{service.name}</bdi>
        </Heading>
        <Paragraph lead>
          <bdi lang="nl">{partner.name}</bdi>
        </Paragraph>
        {freshness(partner, today) !== 'fresh' && (
          <Alert kind="warning">
            <p>{t('visit.service.stale')}</p>
          </Alert>
        )}
        {service.description && (
          <p class="nl-paragraph" lang="nl" dir="ltr">
            {service.description}
          </p>
        )}
        {service.byAppointment && <Paragraph>{t('visit.service.by-appointment')}</Paragraph>}
        <DescriptionList
          items={itemsOf(props).flatMap(([label, lines]) =>
            lines.length > 0 ? [{ term: t(label), description: below(lines) }] : [],
          )}
        />
        <Paragraph>
          <Link href={link(`${path}/klopt-niet`)}>{t('visit.mistake.title')}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

function itemsOf({
  voice,
  details,
  today,
}: ShowPublicService): (readonly [PublicMessageKey, readonly Child[]])[] {
  const { t, language } = voice
  const { service, locations } = details
  const { phone, website } = reachOf(details)
  const dutch = (text: string): Child => <bdi lang="nl">{text}</bdi>
  return [
    [
      'visit.referral.where',
      locations.map((location) => dutch([location.name, placeLine(location)].filter(Boolean).join(', '))),
    ],
    [
      'visit.referral.phone',
      phone
        ? [
            <Link href={callLink(phone)}>
              <bdi dir="ltr">{unbroken(phone)}</bdi>
            </Link>,
          ]
        : [],
    ],
    [
      'visit.referral.website',
      website ? [<Link href={website}>{website.replace(/^https?:\/\//, '')}</Link>] : [],
    ],
    ['visit.referral.hours', hoursOf(details, voice, today)],
    ['visit.referral.bring', service.requiredDocuments.map(dutch)],
    [
      'visit.referral.cost',
      service.free ? [t('visit.referral.free-of-charge')] : service.cost ? [dutch(service.cost)] : [],
    ],
    [
      'visit.service.languages',
      service.languages.length > 0
        ? [
            service.languages
              .map((code) => languageName(code, language))
              .join(language === 'ar' ? '، ' : ', '),
          ]
        : [],
    ],
    ['visit.service.whom', service.eligibility ? [dutch(service.eligibility)] : []],
  ]
}

function hoursOf({ hours }: ServiceDetails, voice: PublicVoice, today: string): Child[] {
  const monday = dayNumber(today) - weekdayOfNumber(dayNumber(today)) + 1
  return hoursAhead(hours, today).flatMap(({ weekday, opens, closes, note }): Child[] => {
    if (weekday === null || opens === null || closes === null)
      return note ? [<bdi lang="nl">{note}</bdi>] : []
    const day = dayInWords(dayOfNumber(monday + weekday - 1), voice.language, 'weekday')
    return [
      voice.t('visit.referral.hours-line', {
        day: upperFirst(day, voice),
        from: clock(opens, voice),
        until: clock(closes, voice),
      }),
    ]
  })
}

const below = (lines: readonly Child[]): Child => (
  <>
    {lines.map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
)
