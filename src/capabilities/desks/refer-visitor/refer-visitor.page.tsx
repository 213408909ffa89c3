import type { Child } from 'hono/jsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { ShortList, ShortLists } from '../../../design-system/short-list/short-list.tsx'
import { Stack } from '../../../design-system/stack/stack.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicMessageKey, PublicVoice } from '../../../platform/i18n/public-language.ts'
import { DigitalHelpLine } from '../digital-help-line.page.tsx'
import { accessWords, distanceWords, type Now, openingWords } from '../opening-words.ts'
import { callLink, unbroken } from '../phone-number.ts'
import { addressLine, deskPath, type Venue } from '../venue.ts'
import { nameOf } from '../venue-card.page.tsx'
import { WhereForm } from '../where-form.page.tsx'
import type { WaysToHelp, WayToHelp } from './refer-visitor.query.ts'

interface ReferPage {
  readonly voice: PublicVoice
  readonly where: string
  readonly now: Now
  readonly place?: string
  readonly ways?: WaysToHelp
  readonly problem?: PublicMessageKey
}

/** One screen: the visitor's postcode, and below it today, by telephone, by appointment, later. */
export function referVisitorPage(page: ReferPage): Page {
  const { voice, where, ways, place, problem } = page
  const { t, language } = voice
  return {
    title: t('finder.refer.title'),
    wide: ways !== undefined,
    errors: problem ? [{ id: 'waar', message: t(problem) }] : [],
    forPublic: {
      language,
      path: ways ? `/doorverwijzen?${new URLSearchParams({ waar: where })}` : '/doorverwijzen',
      description: t('finder.refer.description'),
      unlisted: ways !== undefined,
    },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>{t('finder.refer.title')}</Heading>
          {!ways && <Paragraph lead>{t('finder.refer.lead')}</Paragraph>}
          <WhereForm
            voice={voice}
            path="/doorverwijzen"
            question="finder.refer.where"
            where={where}
            problem={problem}
          />
        </Stack>
        {ways && (
          <>
            <Heading level={2}>{t('finder.near', { place: place ?? where })}</Heading>
            <ShortLists>
              <Way
                title={t('finder.refer.today')}
                none={t('finder.refer.none-today')}
                items={ways.today.map((way) => wayItem(way, page))}
              />
              <Way
                title={t('finder.refer.later')}
                none={t('finder.refer.none-later')}
                items={ways.later.map((way) => wayItem(way, page))}
              />
              <Way
                title={t('finder.refer.telephone')}
                none={t('finder.refer.none-telephone')}
                items={ways.byTelephone.map((way) => wayItem(way, page, true))}
              />
              <Way
                title={t('finder.refer.appointment')}
                none={t('finder.refer.none-appointment')}
                items={ways.byAppointment.map((venue) => venueItem(venue, voice, [callOf(venue, voice)]))}
              />
            </ShortLists>
          </>
        )}
        <DigitalHelpLine voice={voice} />
        <Paragraph>
          <Link href="/doorverwijzen/aanmelding">{t('finder.refer.follow')}</Link>
        </Paragraph>
        {!ways && (
          <Stack>
            <Heading level={2}>{t('finder.refer.how-title')}</Heading>
            <ul>
              {(['ask', 'give', 'call'] as const).map((step) => (
                <li>{t(`finder.refer.how.${step}`)}</li>
              ))}
            </ul>
          </Stack>
        )}
      </Stack>
    ),
  }
}

interface Item {
  readonly name: Child
  readonly lines: readonly Child[]
}

function Way({ title, none, items }: { title: string; none: string; items: readonly Item[] }) {
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      {items.length === 0 ? <Paragraph>{none}</Paragraph> : <ShortList items={items} />}
    </section>
  )
}

function wayItem({ venue, opening }: WayToHelp, { voice, now }: ReferPage, called = false): Item {
  const when = openingWords(opening, now, voice)
  return venueItem(venue, voice, [
    called ? when : `${when} · ${accessWords(opening.hours, voice)}`,
    called && callOf(venue, voice),
  ])
}

function venueItem(venue: Venue, voice: PublicVoice, lines: readonly Child[]): Item {
  const { desk, place, metres } = venue
  const stands = desk.kind !== 'telephone'
  return {
    name: (
      <>
        <Link href={voice.link(deskPath(desk))}>
          <bdi lang="nl">{nameOf(venue)}</bdi>
        </Link>
        {stands && ` · ${distanceWords(metres, voice)}`}
      </>
    ),
    lines: [
      ...lines,
      stands && <bdi lang="nl">{addressLine(place ?? desk)}</bdi>,
      <Link href={`${voice.link(deskPath(desk))}/folder`}>{voice.t('finder.desk.leaflet')}</Link>,
      <Link href={`/doorverwijzen/aanmelden/${deskPath(desk).split('/').at(-1)}`}>
        {voice.t('finder.refer.send', { desk: nameOf(venue) })}
      </Link>,
    ].filter(Boolean),
  }
}

const callOf = ({ desk: { phone } }: Venue, { t }: PublicVoice): Child =>
  phone && <Link href={callLink(phone)}>{t('finder.call', { phone: unbroken(phone) })}</Link>
