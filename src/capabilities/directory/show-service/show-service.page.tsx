import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, Translate } from '../../../platform/i18n/translate.ts'
import { dayInWords, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { callLink, unbroken } from '../../desks/public.ts'
import type { ServiceDetails } from '../find-service/find-service.query.ts'
import { freshness } from '../freshness.ts'
import { placeLine } from '../partner.ts'
import { reachOf } from '../service.ts'
import { minuteOf } from '../service-hours.ts'
import { groupWords, hoursLines, languageWords, openWords } from '../service-words.ts'

interface ShowService {
  readonly t: Translate
  readonly language: Language
  readonly now: Instant
  readonly details: ServiceDetails
  readonly topics: readonly { readonly label: string }[]
  readonly municipalities: readonly { readonly name: string }[]
  /** Where the partner holds its consultation hour. */
  readonly deskName: string | undefined
  /** Whether who looks keeps the entry, or what was agreed. */
  readonly mayOpen: boolean
  /** Whether who looks works at a desk, and sends people on. */
  readonly mayRefer: boolean
}

export function showServicePage(props: ShowService): Page {
  const { t, language, now, details } = props
  const { service, partner } = details
  const today = localDay(now)
  const state = freshness(partner, today)
  return {
    title: service.name,
    main: (
      <Stack gap="lg">
        <Stack>
          <Breadcrumb
            label={t('directory.breadcrumb')}
            items={[{ href: '/balie/sociale-kaart', label: t('directory.title') }]}
          />
          <Heading level={1}>{service.name}</Heading>
          <Paragraph lead>
            {partner.name}
            {partner.shortName && ` (${partner.shortName})`}
          </Paragraph>
          {(partner.endedOn !== null || !service.active) && (
            <Alert kind="warning">
              <p>{t('directory.ended')}</p>
            </Alert>
          )}
          {state !== 'fresh' && (
            <Alert kind="warning">
              <p>
                {t('directory.stale', {
                  day: dayInWords(partner.confirmedOn ?? partner.reviewOn, language, 'date'),
                })}
              </p>
            </Alert>
          )}
          {service.description && <Lines text={service.description} />}
          <div class="balie-no-print">
            <Row>
              {props.mayRefer && partner.endedOn === null && service.active && (
                <Button href={`/balie/doorverwijzen/${service.id}`} variant="primary">
                  {t('directory.refer')}
                </Button>
              )}
              {props.mayOpen && (
                <Link href={`/beheer/sociale-kaart/organisatie/${partner.id}`}>
                  {t('directory.to-partner')}
                </Link>
              )}
            </Row>
          </div>
        </Stack>
        <Agreed {...props} today={today} />
        <Stack>
          <Heading level={2}>{t('directory.part.reach')}</Heading>
          <DescriptionList items={withTerms(t, reachItems(props, today))} />
        </Stack>
        <Stack>
          <Heading level={2}>{t('directory.part.whom')}</Heading>
          <DescriptionList items={withTerms(t, whomItems(props))} />
        </Stack>
        {partner.confirmedOn && (
          <Paragraph subtle>
            {t('directory.confirmed-on', { day: dayInWords(partner.confirmedOn, language, 'date') })}
          </Paragraph>
        )}
      </Stack>
    ),
  }
}

/** What the own library agreed, which goes before everything else. */
function Agreed({
  t,
  language,
  details: { agreement, contactPerson },
  deskName,
  today,
}: ShowService & { readonly today: string }) {
  if (!agreement) return null
  return (
    <Stack>
      <Heading level={2}>{t('directory.part.agreement')}</Heading>
      <DescriptionList
        items={withTerms(t, [
          ['when-to-refer', agreement.whenToRefer],
          ['way', t(`directory.way.${agreement.way}`)],
          ['how', agreement.how],
          ['consultation', deskName && [agreement.consultationLabel, deskName].filter(Boolean).join(', ')],
          [
            'contact-person',
            contactPerson && (
              <>
                {[contactPerson.name, contactPerson.role].filter(Boolean).join(', ')}
                {contactPerson.phone && (
                  <>
                    {' · '}
                    <Link href={callLink(contactPerson.phone)}>{unbroken(contactPerson.phone)}</Link>
                  </>
                )}
                {contactPerson.email && ` · ${contactPerson.email}`}
              </>
            ),
          ],
          ['refers-back', agreement.refersBack],
          ['answer-days', t('directory.answer-days', { count: agreement.answerDays })],
          [
            'agreement-review',
            agreement.reviewOn < today &&
              t('directory.agreement-old', { day: dayInWords(agreement.reviewOn, language, 'date') }),
          ],
        ])}
      />
    </Stack>
  )
}

type Item = readonly [ItemName, Child | undefined]
type ItemName =
  | 'when-to-refer'
  | 'way'
  | 'how'
  | 'consultation'
  | 'contact-person'
  | 'refers-back'
  | 'answer-days'
  | 'agreement-review'
  | 'ways'
  | 'where'
  | 'hours'
  | 'phone'
  | 'email'
  | 'website'
  | 'capacity'
  | 'topics'
  | 'groups'
  | 'languages'
  | 'area'
  | 'cost'
  | 'eligibility'
  | 'documents'

/** Only of what is known. */
function withTerms(t: Translate, items: readonly Item[]) {
  return items.flatMap(([name, description]) =>
    description ? [{ term: t(`directory.term.${name}`), description }] : [],
  )
}

function reachItems({ t, language, now, details }: ShowService, today: string): Item[] {
  const { service, locations } = details
  const { phone, email, website } = reachOf(details)
  const hours = hoursLines(details.hours, today, { t, language })
  const ways = [
    ...service.ways.map((way) => t(`directory.service-way.${way}`)),
    ...(service.byAppointment ? [t('directory.by-appointment')] : []),
  ]
  return [
    ['ways', ways.join(', ')],
    [
      'where',
      locations.length > 0 &&
        joined(
          locations.map((location) =>
            [
              [location.name, placeLine(location)].filter(Boolean).join(', '),
              location.stepFree !== null &&
                t(location.stepFree ? 'directory.step-free' : 'directory.not-step-free'),
              location.note,
            ]
              .filter(Boolean)
              .join('. '),
          ),
        ),
    ],
    ['hours', hours.length > 0 && joined([...hours, openWords(details, minuteOf(now), t).text])],
    ['phone', phone && <Link href={callLink(phone)}>{unbroken(phone)}</Link>],
    ['email', email && <Link href={`mailto:${email}`}>{email}</Link>],
    ['website', website && <Link href={website}>{website.replace(/^https?:\/\//, '')}</Link>],
    [
      'capacity',
      service.capacity !== 'unknown' &&
        [
          t(`directory.capacity.${service.capacity}`),
          service.capacityOn &&
            t('directory.capacity-on', { day: dayInWords(service.capacityOn, language, 'date') }),
        ]
          .filter(Boolean)
          .join(' '),
    ],
  ]
}

function whomItems({ t, language, details: { service }, topics, municipalities }: ShowService): Item[] {
  return [
    ['topics', topics.map(({ label }) => label).join(', ')],
    [
      'groups',
      service.targetGroups.length > 0
        ? service.targetGroups.map((code) => groupWords(code, t)).join(', ')
        : t('directory.for-everybody'),
    ],
    ['languages', service.languages.length > 0 && languageWords(service.languages, language)],
    [
      'area',
      service.municipalityCodes.length === 0
        ? t('directory.whole-country')
        : municipalities.map(({ name }) => name).join(', '),
    ],
    [
      'cost',
      [service.free !== null && t(service.free ? 'directory.free' : 'directory.not-free'), service.cost]
        .filter(Boolean)
        .join('. '),
    ],
    ['eligibility', service.eligibility],
    ['documents', service.requiredDocuments.length > 0 && joined(service.requiredDocuments)],
  ]
}

const joined = (lines: readonly string[]): Child => (
  <>
    {lines.map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

function Lines({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
    </>
  )
}
