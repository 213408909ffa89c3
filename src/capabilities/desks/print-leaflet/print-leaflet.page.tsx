import { renderSVG } from 'uqr'
import { Heading } from '../../../design-system/heading/heading.tsx'
import { Leaflet } from '../../../design-system/leaflet/leaflet.tsx'
import { Paragraph } from '../../../design-system/paragraph/paragraph.tsx'
import type { Page } from '../../../platform/http/reply.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber } from '../../../platform/time/local-minutes.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { stopsAhead } from '../desk-week.ts'
import { WhatToBring } from '../help-given.page.tsx'
import { type DeskHours, timetableOn, type WeekHours } from '../opening-hours.ts'
import { accessWords, clock, kindWords, type Now, timesWords, upperFirst } from '../opening-words.ts'
import { unbroken } from '../phone-number.ts'
import { phoneOf, type ShownDesk } from '../show-desk/show-desk.query.ts'
import { addressLine, deskPath } from '../venue.ts'

/** Stops on the leaflet: what fits on one sheet. */
const mostStops = 6
const daysOfStops = 56

/** One sheet of A4 that one can give away: where, when, what to bring, and a code that leads to the page. */
export function printLeafletPage({
  voice,
  shown,
  now,
  origin,
}: {
  voice: PublicVoice
  shown: ShownDesk
  now: Now
  origin: string
}): Page {
  const { t, language, link } = voice
  const { desk } = shown
  const phone = phoneOf(shown)
  const path = deskPath(desk)
  const address = origin + link(path)
  return {
    title: t('finder.leaflet.title', { name: desk.name }),
    script: 'print-leaflet.js',
    forPublic: {
      language,
      path: `${path}/folder`,
      description: t('finder.desk.description', { name: desk.name, address: addressLine(desk) }),
      unlisted: true,
    },
    main: (
      <Leaflet
        hint={t('finder.leaflet.hint')}
        print={t('finder.leaflet.print')}
        asOf={t('finder.leaflet.as-of', { day: dayInWords(now.today, language, 'date') })}
        code={renderSVG(address, { border: 2, ecc: 'M' })}
        codeLabel={t('finder.leaflet.code', { name: desk.name })}
        address={address.replace(/^https?:\/\//, '')}
      >
        <Heading level={1}>{t('finder.title')}</Heading>
        <Paragraph lead>{t('finder.lead')}</Paragraph>
        <Heading level={2}>
          <bdi lang="nl">{desk.name}</bdi>
        </Heading>
        {desk.kind !== 'telephone' && addressLine(desk) && (
          <p class="nl-paragraph" lang="nl">
            {[desk.host, addressLine(desk)].filter(Boolean).join(', ')}
          </p>
        )}
        {phone && <Paragraph>{t('finder.call', { phone: unbroken(phone) })}</Paragraph>}
        <Week shown={shown} now={now} voice={voice} />
        <Stops shown={shown} now={now} voice={voice} />
        {desk.byAppointment && <Paragraph>{t('finder.desk.appointment')}</Paragraph>}
        <WhatToBring voice={voice} byTelephone={desk.kind === 'telephone'} />
      </Leaflet>
    ),
  }
}

/** The week that is in force, a line for each day on which something is; other hours are for the page. */
function Week({ shown: { desk, hours }, now, voice }: { shown: ShownDesk; now: Now; voice: PublicVoice }) {
  const { t, language } = voice
  const ordinary = weekWithoutExceptions(hours, now.today)
  const lines = ordinary.filter(({ kind }) => kind !== 'staff')
  if (lines.length === 0) return null
  const monday = dayNumber(now.today) - weekdayOfNumber(dayNumber(now.today)) + 1
  const days = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    lines.some((line) => line.weekday === weekday || line.weekday === null),
  )
  return (
    <>
      <Heading level={2}>{t('finder.desk.hours')}</Heading>
      <ul>
        {days.map((weekday) => (
          <li>
            {upperFirst(dayInWords(dayOfNumber(monday + weekday - 1), language, 'weekday'), voice)}:{' '}
            {lines
              .filter((line) => line.weekday === weekday || line.weekday === null)
              .map((line) =>
                [
                  timesWords(line, voice),
                  accessWords(line, voice),
                  kindWords(line, voice),
                  placeWords(desk, line.placeId),
                ]
                  .filter(Boolean)
                  .join(' · '),
              )
              .join('; ')}
          </li>
        ))}
      </ul>
      <Paragraph>{t('finder.leaflet.may-change')}</Paragraph>
    </>
  )
}

/** Of the week as it usually is: an exception of today says nothing of it. */
function weekWithoutExceptions(hours: DeskHours, today: string): readonly WeekHours[] {
  const usual = { ...hours, timetables: hours.timetables.filter(({ kind }) => kind !== 'exception') }
  return timetableOn(usual, today)?.hours ?? []
}

function Stops({ shown: { desk, hours }, now, voice }: { shown: ShownDesk; now: Now; voice: PublicVoice }) {
  const { t, language } = voice
  const stops = stopsAhead(hours, now.today, daysOfStops)
    .filter(({ cancelled }) => !cancelled)
    .slice(0, mostStops)
  if (stops.length === 0) return null
  return (
    <>
      <Heading level={2}>{t('finder.desk.stops')}</Heading>
      <ul>
        {stops.map((stop) => (
          <li>
            {upperFirst(dayInWords(stop.day, language, 'without-year'), voice)},{' '}
            {t('finder.times', { from: clock(stop.opens, voice), until: clock(stop.closes, voice) })}:{' '}
            <bdi lang="nl">{placeWords(desk, stop.placeId)}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A place with its address; empty at the desk itself. */
function placeWords(desk: ShownDesk['desk'], placeId: string | null): string {
  const place = desk.places.find(({ id }) => id === placeId)
  return place ? [place.name, addressLine(place)].filter(Boolean).join(', ') : ''
}
