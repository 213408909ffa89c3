import { DataTable } from '../../design-system/data-table/data-table.tsx'
import { Heading } from '../../design-system/heading/heading.tsx'
import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { addDays, dayInWords } from '../../platform/time/local-time.ts'
import { type DeskDay, otherTimesAhead, stopsAhead } from './desk-week.ts'
import { languageName } from './languages.ts'
import type { Hours, Timetable } from './opening-hours.ts'
import {
  accessWords,
  kindWords,
  listWords,
  type Now,
  timesWords,
  upperFirst,
  weekdayWords,
} from './opening-words.ts'
import type { ShownDesk } from './show-desk/show-desk.query.ts'
import { addressLine, type PublicDesk } from './venue.ts'

/** Weeks in which other hours and stops are announced. */
const daysAnnounced = 56

export function WeekTable({
  shown,
  days,
  voice,
}: {
  shown: ShownDesk
  days: readonly DeskDay[]
  voice: PublicVoice
}) {
  const { t, language } = voice
  return (
    <DataTable
      id="week"
      caption={t('finder.desk.week')}
      columns={[
        {
          key: 'day',
          header: t('finder.desk.day'),
          rowHeader: true,
          cell: ({ day }) => upperFirst(dayInWords(day, language, 'without-year'), voice),
        },
        {
          key: 'hours',
          header: t('finder.desk.open'),
          cell: (day) => <DayHours shown={shown} day={day} voice={voice} />,
        },
      ]}
      rows={days}
    />
  )
}

function DayHours({ shown, day, voice }: { shown: ShownDesk; day: DeskDay; voice: PublicVoice }) {
  const { t } = voice
  if (day.hours.length === 0)
    return (
      <>
        {t('finder.desk.shut')}
        {day.name && (
          <>
            {' '}
            (<bdi lang="nl">{day.name}</bdi>)
          </>
        )}
      </>
    )
  return (
    <>
      {day.hours.map((hours, index) => (
        <>
          {index > 0 && <br />}
          <HoursLine desk={shown.desk} hours={hours} voice={voice} />
        </>
      ))}
    </>
  )
}

function HoursLine({ desk, hours, voice }: { desk: PublicDesk; hours: Hours; voice: PublicVoice }) {
  const place = desk.places.find(({ id }) => id === hours.placeId)
  return (
    <>
      <span class="balie-nowrap">{timesWords(hours, voice)}</span>
      {` · ${accessWords(hours, voice)}`}
      {kindWords(hours, voice) && ` · ${kindWords(hours, voice)}`}
      {place && (
        <>
          {' · '}
          <bdi lang="nl">{[place.name, addressLine(place)].filter(Boolean).join(', ')}</bdi>
        </>
      )}
      {hours.languages.length > 0 &&
        ` · ${listWords(
          hours.languages.map((code) => upperFirst(languageName(code, voice.language), voice)),
          voice,
        )}`}
    </>
  )
}

export function OtherTimes({ shown, now, voice }: { shown: ShownDesk; now: Now; voice: PublicVoice }) {
  const { t } = voice
  const timetables = otherTimesAhead(shown.hours, now.today, daysAnnounced)
  if (timetables.length === 0) return null
  return (
    <>
      <Heading level={3}>{t('finder.desk.exceptions')}</Heading>
      <ul>
        {timetables.map((timetable) => (
          <li>
            {daysOf(timetable, voice)}
            {timetable.name && (
              <>
                {' '}
                (<bdi lang="nl">{timetable.name}</bdi>)
              </>
            )}
            : <TimetableHours shown={shown} timetable={timetable} voice={voice} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The days of a closure or a period: one, or from the first to the last. */
function daysOf({ fromDay, untilDay }: Timetable, voice: PublicVoice): string {
  const words = (day: string): string => dayInWords(day, voice.language, 'without-year')
  const last = addDays(untilDay ?? fromDay, -1)
  const text =
    last <= fromDay
      ? words(fromDay)
      : voice.t('finder.desk.days', { from: words(fromDay), until: words(last) })
  return upperFirst(text, voice)
}

function TimetableHours({
  shown,
  timetable,
  voice,
}: {
  shown: ShownDesk
  timetable: Timetable
  voice: PublicVoice
}) {
  const lines = timetable.hours.filter(({ kind }) => kind !== 'staff')
  if (lines.length === 0) return <>{voice.t('finder.desk.shut')}</>
  return (
    <>
      {lines.map((hours, index) => (
        <>
          {index > 0 && <br />}
          {hours.weekday !== null && `${weekdayWords(hours.weekday, voice)} `}
          <HoursLine desk={shown.desk} hours={hours} voice={voice} />
        </>
      ))}
    </>
  )
}

export function Stops({ shown, now, voice }: { shown: ShownDesk; now: Now; voice: PublicVoice }) {
  const { t, language } = voice
  const stops = stopsAhead(shown.hours, now.today, daysAnnounced)
  if (stops.length === 0) return null
  return (
    <>
      <Heading level={3}>{t('finder.desk.stops')}</Heading>
      <ul>
        {stops.map((stop) => (
          <li>
            {upperFirst(dayInWords(stop.day, language, 'without-year'), voice)}:{' '}
            <HoursLine desk={shown.desk} hours={stop} voice={voice} />
            {stop.cancelled && <strong> {t('finder.desk.cancelled')}</strong>}
          </li>
        ))}
      </ul>
    </>
  )
}
