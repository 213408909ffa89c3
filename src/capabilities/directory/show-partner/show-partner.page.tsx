import type { Child } from 'hono/jsx'
import { Alert } from '../../../design-system/alert/alert.tsx'
import { Breadcrumb } from '../../../design-system/breadcrumb/breadcrumb.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { Card, CardList } from '../../../design-system/card-list/card-list.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Details } from '../../../design-system/details/details.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import { StatusBadge } from '../../../design-system/status-badge/status-badge.tsx'
import { VisuallyHidden } from '../../../design-system/visually-hidden/visually-hidden.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { Language, MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { addDays, dayInWords } from '../../../platform/time/local-time.ts'
import { type Agreement, isInForce } from '../agreement.ts'
import { partnerAddress } from '../entry-form.page.tsx'
import { freshness } from '../freshness.ts'
import { type ContactPerson, type Partner, type PartnerLocation, placeLine } from '../partner.ts'
import type { Service } from '../service.ts'
import { hoursLines } from '../service-words.ts'

interface ShowPartner {
  readonly t: Translate
  readonly language: Language
  readonly today: string
  readonly partner: Partner
  /** Whether who looks keeps the entry. */
  readonly isOwn: boolean
  readonly isNation: boolean
  /** Of which library who looks is; null for the nation. */
  readonly owner: string | null
  readonly services: readonly Service[]
  readonly locations: readonly PartnerLocation[]
  readonly persons: readonly ContactPerson[]
  readonly agreements: readonly Agreement[]
  readonly deskNames: ReadonlyMap<string, string>
  /** The name of who keeps it. */
  readonly keeper: string | undefined
  /** What was just done. */
  readonly done: PartnerDone | undefined
}

const doneWords = {
  ja: 'shell.saved',
  weg: 'directory.partner.done-ended',
  terug: 'directory.partner.done-reopened',
} as const
export type PartnerDone = keyof typeof doneWords
export const partnerDone = (asked: string): PartnerDone | undefined =>
  (Object.keys(doneWords) as PartnerDone[]).find((known) => known === asked)

export function showPartnerPage(props: ShowPartner): Page {
  const { t, partner } = props
  return {
    title: partner.name,
    main: (
      <Stack gap="lg">
        <Top {...props} />
        {!props.isNation && <Agreements {...props} />}
        <Persons {...props} />
        <Services {...props} />
        <Locations {...props} />
        {props.isOwn && <End t={t} partner={partner} />}
      </Stack>
    ),
  }
}

/** Taking it out is asked once more; putting it back is not. */
function End({ t, partner }: Pick<ShowPartner, 't' | 'partner'>) {
  const ends = partner.endedOn === null
  const form = (
    <form method="post" action={partnerAddress(partner, '/stoppen')}>
      <input type="hidden" name="version" value={String(partner.version)} />
      <Button type="submit" variant={ends ? 'danger' : 'secondary'}>
        {t(ends ? 'directory.partner.end-sure' : 'directory.partner.reopen')}
      </Button>
    </form>
  )
  if (!ends) return form
  return (
    <Details summary={t('directory.partner.end')}>
      <Stack>
        <Paragraph>{t('directory.partner.end-asked', { name: partner.name })}</Paragraph>
        {form}
      </Stack>
    </Details>
  )
}

function Top(props: ShowPartner) {
  const { t, language, today, partner, isOwn, keeper } = props
  const day = (value: string) => dayInWords(value, language, 'date')
  return (
    <Stack>
      <Breadcrumb
        label={t('directory.breadcrumb')}
        items={[{ href: '/beheer/sociale-kaart', label: t('directory.keep.title') }]}
      />
      {props.done && (
        <Alert kind="ok">
          <p>{t(doneWords[props.done], { name: partner.name })}</p>
        </Alert>
      )}
      <Heading level={1}>{partner.name}</Heading>
      {partner.endedOn !== null && (
        <Alert kind="info">
          <p>{t('directory.partner.ended-on', { day: day(partner.endedOn) })}</p>
        </Alert>
      )}
      {partner.endedOn === null && freshness(partner, today) !== 'fresh' && (
        <Alert kind="warning">
          <p>{t('directory.partner.stale', { day: day(partner.reviewOn) })}</p>
        </Alert>
      )}
      {!isOwn && <Paragraph>{t('directory.partner.of-others')}</Paragraph>}
      {partner.description && <Paragraph>{partner.description}</Paragraph>}
      <DescriptionList
        items={known([
          [t('directory.field.kind'), t(`directory.kind.${partner.kind}`)],
          [t('directory.field.short-name'), partner.shortName],
          [t('directory.field.phone'), partner.phone],
          [t('directory.field.email'), partner.email],
          [
            t('directory.field.website'),
            partner.website && (
              <Link href={partner.website}>{partner.website.replace(/^https?:\/\//, '')}</Link>
            ),
          ],
          [
            t('directory.field.keeper'),
            partner.keeperAccountId ? (keeper ?? t('directory.somebody-else')) : t('directory.nobody-yet'),
          ],
          [t('directory.confirmed'), partner.confirmedOn && day(partner.confirmedOn)],
          [t('directory.field.review'), day(partner.reviewOn)],
        ])}
      />
      {isOwn && (
        <div>
          <Button href={partnerAddress(partner, '/gegevens')}>{t('directory.partner.change-link')}</Button>
        </div>
      )}
    </Stack>
  )
}

/** A part of the page: what there is, and the way to add to it. */
function Part({
  t,
  title,
  none,
  add,
  cards,
}: {
  t: Translate
  title: MessageKey
  none: MessageKey
  add: { readonly href: string; readonly label: MessageKey } | undefined
  cards: Child[]
}) {
  return (
    <Stack>
      <Heading level={2}>{t(title)}</Heading>
      {cards.length === 0 ? <Paragraph>{t(none)}</Paragraph> : <CardList>{cards}</CardList>}
      {add && (
        <div>
          <Button href={add.href}>{t(add.label)}</Button>
        </div>
      )}
    </Stack>
  )
}

function Agreements({ t, language, today, partner, agreements, services, persons, deskNames }: ShowPartner) {
  return (
    <Part
      t={t}
      title="directory.part.agreements"
      none="directory.agreement.none"
      add={
        partner.endedOn === null
          ? { href: partnerAddress(partner, '/afspraak'), label: 'directory.agreement.add-link' }
          : undefined
      }
      cards={agreements.map((agreement) => {
        const service =
          services.find(({ id }) => id === agreement.serviceId)?.name ?? t('directory.agreement.all-services')
        const deskName = agreement.deskId && deskNames.get(agreement.deskId)
        const person = persons.find(({ id }) => id === agreement.contactPersonId)
        return (
          <Card>
            <Stack gap="sm">
              <Row apart>
                <strong>{service}</strong>
                <Validity t={t} agreement={agreement} today={today} hasEnded={partner.endedOn !== null} />
              </Row>
              {agreement.whenToRefer && <Paragraph>{agreement.whenToRefer}</Paragraph>}
              <Paragraph>
                {[
                  t(`directory.way.${agreement.way}`),
                  [agreement.consultationLabel, deskName].filter(Boolean).join(', '),
                  person?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Paragraph>
              <Paragraph subtle>
                {agreement.validUntil === null
                  ? t('directory.agreement.from', { day: dayInWords(agreement.validFrom, language, 'date') })
                  : t('directory.agreement.between', {
                      from: dayInWords(agreement.validFrom, language, 'date'),
                      until: dayInWords(addDays(agreement.validUntil, -1), language, 'date'),
                    })}
              </Paragraph>
              <Change t={t} href={partnerAddress(partner, `/afspraak/${agreement.id}`)} what={service} />
            </Stack>
          </Card>
        )
      })}
    />
  )
}

function Validity({
  t,
  agreement,
  today,
  hasEnded,
}: {
  t: Translate
  agreement: Agreement
  today: string
  /** Whether the organisation is out of the directory: then nothing holds any more. */
  hasEnded: boolean
}) {
  if (hasEnded) return <StatusBadge kind="neutral">{t('directory.agreement.partner-gone')}</StatusBadge>
  if (!isInForce(agreement, today))
    return (
      <StatusBadge kind="neutral">
        {t(agreement.validFrom > today ? 'directory.agreement.later' : 'directory.agreement.over')}
      </StatusBadge>
    )
  return agreement.reviewOn < today ? (
    <StatusBadge kind="waiting">{t('directory.agreement.to-review')}</StatusBadge>
  ) : (
    <StatusBadge kind="done">{t('directory.agreement.in-force')}</StatusBadge>
  )
}

function Persons({ t, partner, persons, isOwn, isNation, owner }: ShowPartner) {
  if (isNation && !isOwn) return null
  return (
    <Part
      t={t}
      title="directory.part.persons"
      none="directory.person.none"
      add={{ href: partnerAddress(partner, '/contact'), label: 'directory.person.add' }}
      cards={persons.map((person) => (
        <Card>
          <Stack gap="sm">
            <strong>{person.name}</strong>
            <Paragraph>{[person.role, person.phone, person.email].filter(Boolean).join(' · ')}</Paragraph>
            {person.libraryId === owner && (
              <Change t={t} href={partnerAddress(partner, `/contact/${person.id}`)} what={person.name} />
            )}
          </Stack>
        </Card>
      ))}
    />
  )
}

function Services({ t, language, today, partner, services, isOwn }: ShowPartner) {
  return (
    <Part
      t={t}
      title="directory.part.services"
      none="directory.service.none"
      add={isOwn ? { href: partnerAddress(partner, '/aanbod'), label: 'directory.service.add' } : undefined}
      cards={services.map((service) => (
        <Card>
          <Stack gap="sm">
            <Row apart>
              <strong>
                <Link href={`/balie/sociale-kaart/${service.id}`}>{service.name}</Link>
              </strong>
              {!service.active && <StatusBadge kind="neutral">{t('directory.badge.ended')}</StatusBadge>}
              {service.isCourse && <StatusBadge kind="neutral">{t('directory.badge.course')}</StatusBadge>}
            </Row>
            {service.description && <Paragraph>{service.description}</Paragraph>}
            {hoursLines(service.hours, today, { t, language }).map((line) => (
              <Paragraph>{line}</Paragraph>
            ))}
            {service.topicCodes.length === 0 && (
              <Paragraph subtle>{t('directory.service.without-topics')}</Paragraph>
            )}
            {isOwn && (
              <Change t={t} href={partnerAddress(partner, `/aanbod/${service.id}`)} what={service.name} />
            )}
          </Stack>
        </Card>
      ))}
    />
  )
}

function Locations({ t, partner, locations, isOwn }: ShowPartner) {
  return (
    <Part
      t={t}
      title="directory.part.locations"
      none="directory.location.none"
      add={isOwn ? { href: partnerAddress(partner, '/plaats'), label: 'directory.location.add' } : undefined}
      cards={locations.map((location) => {
        const what = location.name || placeLine(location)
        return (
          <Card>
            <Stack gap="sm">
              <strong>{what}</strong>
              {location.name && <Paragraph>{placeLine(location)}</Paragraph>}
              {location.note && <Paragraph>{location.note}</Paragraph>}
              {isOwn && <Change t={t} href={partnerAddress(partner, `/plaats/${location.id}`)} what={what} />}
            </Stack>
          </Card>
        )
      })}
    />
  )
}

const Change = ({ t, href, what }: { t: Translate; href: string; what: string }) => (
  <div>
    <Link href={href}>
      {t('directory.change')} <VisuallyHidden>{what}</VisuallyHidden>
    </Link>
  </div>
)

/** Only of what is known. */
const known = (items: readonly (readonly [string, Child | null])[]) =>
  items.flatMap(([term, description]) => (description ? [{ term, description }] : []))
