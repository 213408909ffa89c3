import { Alert } from '../../../design-system/alert/alert.tsx'
import { Button } from '../../../design-system/button/button.tsx'
import { DescriptionList } from '../../../design-system/description-list/description-list.tsx'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Link } from '../../../design-system/link/link.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import { Row, Stack } from '../../../design-system/stack/stack.tsx'
import type { MapTiles } from '../../../platform/config/config.ts'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { addDays, dayInWords } from '../../../platform/time/local-time.ts'
import { movingKinds } from '../desk.ts'
import { OtherTimes, Stops, WeekTable } from '../desk-hours.page.tsx'
import { deskDays } from '../desk-week.ts'
import { AppointmentMade, HelpGiven, WhatToBring } from '../help-given.page.tsx'
import type { OnlineRequests } from '../keep-online-requests/keep-online-requests.query.ts'
import { languageName } from '../languages.ts'
import { accessWords, listWords, type Now, stateWords, upperFirst, venueState } from '../opening-words.ts'
import { callLink, unbroken } from '../phone-number.ts'
import { structuredDesk } from '../structured-desk.ts'
import { addressLine, deskPath, type PublicDesk, placesWithHours, type Venue } from '../venue.ts'
import { tilesOrigin, VenueMap } from '../venue-map.page.tsx'
import { phoneOf, type ShownDesk } from './show-desk.query.ts'

export function showDeskPage({
  voice,
  shown,
  asks,
  now,
  origin,
  tiles,
}: {
  voice: PublicVoice
  shown: ShownDesk
  /** What a visitor can ask here without calling. */
  asks: OnlineRequests
  now: Now
  origin: string
  tiles: MapTiles | undefined
}): Page {
  const { t, language, link } = voice
  const { desk, hours } = shown
  const phone = phoneOf(shown)
  const spots = spotsOf(shown)
  const path = deskPath(desk)
  const calendar = `${link(path)}/agenda.ics`
  return {
    title: desk.name,
    ...(tiles && { script: 'tile-map.js' }),
    ...tilesOrigin(tiles),
    forPublic: {
      language,
      path,
      description: t('finder.desk.description', { name: desk.name, address: addressLine(desk) }),
      structuredData: structuredDesk({ shown, now, url: origin + link(path) }),
      calendar,
    },
    main: (
      <Stack gap="lg">
        <Stack>
          <Heading level={1}>
            <bdi lang="nl">{desk.name}</bdi>
          </Heading>
          {desk.active ? (
            <State shown={shown} now={now} voice={voice} />
          ) : (
            <Closed shown={shown} voice={voice} />
          )}
          {desk.active && desk.movedOn && addDays(desk.movedOn, 180) > now.today && (
            <Alert kind="info">
              <p>
                {t('finder.desk.moved', { day: dayInWords(desk.movedOn, language, 'without-year') })}{' '}
                {desk.movedFrom && (
                  <bdi lang="nl">{t('finder.desk.moved-from', { address: desk.movedFrom })}</bdi>
                )}
              </p>
            </Alert>
          )}
          <DescriptionList items={facts(shown, voice)} />
          {desk.active && (
            <Row>
              {asks.appointments && (
                <Button href={`${link(path)}/afspraak`} variant="primary">
                  {t('visit.booking.title')}
                </Button>
              )}
              {phone && (
                <Button href={callLink(phone)} variant={asks.appointments ? 'secondary' : 'primary'}>
                  {t('finder.call', { phone: unbroken(phone) })}
                </Button>
              )}
              {asks.callBacks && (
                <Button href={`${link(path)}/bel-mij-terug`}>{t('visit.call-back.title')}</Button>
              )}
              {desk.kind !== 'telephone' && desk.latitude !== null && (
                <Button href={routeTo(desk)}>{t('finder.desk.route')}</Button>
              )}
              <Button href={`${link(path)}/folder`}>{t('finder.desk.leaflet')}</Button>
            </Row>
          )}
          {desk.active && asks.appointments && <AppointmentMade voice={voice} />}
        </Stack>
        {desk.active && (
          <Stack>
            <Heading level={2}>{t('finder.desk.hours')}</Heading>
            {desk.variant === 'always' && <Paragraph>{t('finder.desk.always')}</Paragraph>}
            <WeekTable shown={shown} days={deskDays(hours, now.today, 7)} voice={voice} />
            {desk.byAppointment && <Paragraph>{t('finder.desk.appointment')}</Paragraph>}
            <OtherTimes shown={shown} now={now} voice={voice} />
            <Stops shown={shown} now={now} voice={voice} />
            <p class="nl-paragraph">
              <Link href={`webcal://${origin.replace(/^https?:\/\//, '')}${calendar}`}>
                {t('finder.desk.calendar')}
              </Link>{' '}
              (<Link href={calendar}>{t('finder.desk.calendar-file')}</Link>)
            </p>
          </Stack>
        )}
        {desk.active && spots.length > 0 && (
          <Stack>
            <Heading level={2}>{t('finder.desk.where')}</Heading>
            <VenueMap venues={spots} voice={voice} tiles={tiles} />
          </Stack>
        )}
        {desk.active && <HelpGiven voice={voice} byTelephone={desk.kind === 'telephone'} />}
        {desk.active && <WhatToBring voice={voice} byTelephone={desk.kind === 'telephone'} />}
        <Family shown={shown} voice={voice} />
        <p class="nl-paragraph">
          <Link href={link('/')}>{t('finder.desk.others')}</Link>
        </p>
      </Stack>
    ),
  }
}

/** Where the desk stands, for the map: at home, and at the places where it has hours. */
function spotsOf({ desk, hours }: ShownDesk): Pick<Venue, 'desk' | 'place'>[] {
  const places = placesWithHours(desk, hours).filter(({ latitude }) => latitude !== null)
  const atHome = desk.latitude !== null && desk.kind !== 'telephone' && !movingKinds.includes(desk.kind)
  return [...(atHome ? [{ desk, place: undefined }] : []), ...places.map((place) => ({ desk, place }))]
}

function State({ shown: { desk, hours }, now, voice }: { shown: ShownDesk; now: Now; voice: PublicVoice }) {
  const spots = [undefined, ...desk.places]
    .map((place) => ({ place, state: venueState({ hours, place }, now) }))
    .filter(({ state }) => state.changesAt !== undefined)
    .sort((one, other) => firstStart(one.state) - firstStart(other.state))
  const [spot] = spots
  if (!spot) return <Paragraph lead>{voice.t('finder.hours-unknown')}</Paragraph>
  const { text, open } = stateWords(spot.state, now, voice)
  const first = spot.state.now[0] ?? spot.state.next
  return (
    <p class="nl-paragraph nl-paragraph--lead">
      {open ? <strong>{text}</strong> : text}
      {spot.place && (
        <>
          {' · '}
          <bdi lang="nl">{spot.place.name}</bdi>
        </>
      )}
      {first && ` · ${accessWords(first.hours, voice)}`}
    </p>
  )
}

const firstStart = ({ now, next }: ReturnType<typeof venueState>): number =>
  now[0] ? 0 : (next?.start ?? Number.POSITIVE_INFINITY)

function Closed({ shown: { desk, successor }, voice }: { shown: ShownDesk; voice: PublicVoice }) {
  const { t, language, link } = voice
  return (
    <Alert kind="warning">
      <p>
        {desk.closedOn
          ? t('finder.desk.closed-since', { day: dayInWords(desk.closedOn, language) })
          : t('finder.desk.closed')}
      </p>
      {successor && (
        <p>
          {t('finder.desk.go-to')}{' '}
          <Link href={link(deskPath(successor))}>
            <bdi lang="nl">{successor.name}</bdi>
          </Link>
          .
        </p>
      )}
    </Alert>
  )
}

function facts(shown: ShownDesk, voice: PublicVoice) {
  const { desk, libraryName, mother } = shown
  const phone = phoneOf(shown)
  const { t, language, link } = voice
  const address = addressLine(desk)
  const yes = (value: boolean | null, text: string) => (value ? [text] : [])
  const inside = [
    ...yes(desk.stepFree, t('finder.step-free')),
    ...yes(desk.hearingLoop, t('finder.hearing-loop')),
    ...yes(desk.privateRoom, t('finder.private-room')),
  ]
  const languages = [...new Set(['nl', ...desk.languages])].map((code) =>
    upperFirst(languageName(code, language), voice),
  )
  return [
    ...(desk.active && address && desk.kind !== 'telephone'
      ? [
          {
            term: t('finder.desk.address'),
            description: <bdi lang="nl">{[desk.host, address].filter(Boolean).join(', ')}</bdi>,
          },
        ]
      : []),
    ...(desk.active && desk.note
      ? [{ term: t('finder.desk.note'), description: <bdi lang="nl">{desk.note}</bdi> }]
      : []),
    ...(desk.active && phone
      ? [
          {
            term: t('finder.desk.phone'),
            description: (
              <>
                <Link href={callLink(phone)}>
                  <bdi>{unbroken(phone)}</bdi>
                </Link>
                {!desk.phone && mother && (
                  <>
                    {' '}
                    (<bdi lang="nl">{mother.name}</bdi>)
                  </>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(desk.email
      ? [
          {
            term: t('finder.desk.email'),
            description: <Link href={`mailto:${desk.email}`}>{desk.email}</Link>,
          },
        ]
      : []),
    ...(desk.website
      ? [
          {
            term: t('finder.desk.website'),
            description: <Link href={desk.website}>{desk.website.replace(/^https?:\/\/|\/$/g, '')}</Link>,
          },
        ]
      : []),
    ...(inside.length > 0 ? [{ term: t('finder.desk.inside'), description: listWords(inside, voice) }] : []),
    { term: t('finder.desk.languages'), description: listWords(languages, voice) },
    { term: t('finder.desk.library'), description: <bdi lang="nl">{libraryName}</bdi> },
    ...(mother
      ? [
          {
            term: t('finder.desk.mother'),
            description: (
              <Link href={link(deskPath(mother))}>
                <bdi lang="nl">{mother.name}</bdi>
              </Link>
            ),
          },
        ]
      : []),
  ]
}

function Family({ shown: { children }, voice: { t, link } }: { shown: ShownDesk; voice: PublicVoice }) {
  if (children.length === 0) return null
  return (
    <Stack>
      <Heading level={2}>{t('finder.desk.children')}</Heading>
      <ul>
        {children.map((child) => (
          <li>
            <Link href={link(deskPath(child))}>
              <bdi lang="nl">{child.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

/** Opens the map app of the device, or OpenStreetMap: the visitor's own choice, nothing is fetched for this page. */
const routeTo = ({ latitude, longitude }: PublicDesk): string =>
  `https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}`
