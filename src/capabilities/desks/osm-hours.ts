import { addDays } from '../../platform/time/local-time.ts'
import { hoursByWeek, type Span, type Stretch, sameWeek, weekdaysAlike } from './hours-by-week.ts'
import type { DeskHours, Opening } from './opening-hours.ts'

const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/**
 * The openings of a desk as a text for OpenStreetMap's key opening_hours, right from `fromDay` up to but not including
 * `untilDay`. The usual week comes first, then what differs: in this language a later rule takes the days of an earlier
 * one, and a day without a rule is closed. A night is cut at midnight, since a rule for the next day would end it there.
 * https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 * @param comment said of all openings, as 'op afspraak'
 */
export function osmHours(
  hours: DeskHours,
  fromDay: string,
  untilDay: string,
  counts: (opening: Opening) => boolean,
  comment?: string,
): string {
  const { stretches, others } = hoursByWeek(hours, fromDay, untilDay, counts)
  const base = longest(stretches)
  const said = comment ? ` open "${comment.replaceAll('"', "'")}"` : ''
  const rules = weekRules(base?.week ?? [], said)
  for (const { week, ...days } of stretches) {
    if (base && sameWeek(week, base.week)) continue
    rules.push(`${dates(days)} off`, ...weekRules(week, said).map((rule) => `${dates(days)} ${rule}`))
  }
  for (const { spans, ...days } of others)
    rules.push(spans.length === 0 ? `${dates(days)} off` : `${dates(days)} ${times(spans)}${said}`)
  return rules.length === 0 ? 'off' : rules.join('; ')
}

/** The stretch with the most days together with those that have the same week. */
function longest(stretches: readonly Stretch[]): Stretch | undefined {
  const days = (stretch: Stretch): number =>
    stretches
      .filter(({ week }) => sameWeek(week, stretch.week))
      .reduce((sum, { fromDay, untilDay }) => sum + Date.parse(untilDay) - Date.parse(fromDay), 0)
  return stretches.toSorted((one, other) => days(other) - days(one))[0]
}

function weekRules(week: Stretch['week'], said: string): string[] {
  return weekdaysAlike(week).map(({ weekdays, spans }) => `${ranges(weekdays)} ${times(spans)}${said}`)
}

/** Mo,We-Fr of 0, 2, 3 and 4. */
function ranges(weekdays: readonly number[]): string {
  const runs: [number, number][] = []
  for (const weekday of weekdays) {
    const last = runs.at(-1)
    if (last && last[1] === weekday - 1) last[1] = weekday
    else runs.push([weekday, weekday])
  }
  return runs
    .map(([from, to]) =>
      from === to ? names[from] : `${names[from]}${to === from + 1 ? ',' : '-'}${names[to]}`,
    )
    .join()
}

const times = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${clockTime(opens)}-${clockTime(closes)}`).join()

/** 11:00 of 660; 24:00 of 1440. */
const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function dates({ fromDay, untilDay }: { fromDay: string; untilDay: string }): string {
  const lastDay = addDays(untilDay, -1)
  return fromDay === lastDay ? date(fromDay) : `${date(fromDay)}-${date(lastDay)}`
}

const date = (day: string): string =>
  `${day.slice(0, 4)} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(8, 10)}`
