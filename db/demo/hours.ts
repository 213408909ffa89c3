import type {
  DatedHours,
  Hours,
  HoursKind,
  TimetableKind,
  WeekHours,
} from '../../src/capabilities/desks/opening-hours.ts'
import { type Holiday, publicHolidays } from '../../src/capabilities/desks/public-holidays.ts'
import { translator } from '../../src/platform/i18n/translate.ts'
import { addDays, daysBetween, mondayOf } from '../../src/platform/time/local-time.ts'
import { Chance, idOfName } from './chance.ts'
import type { DemoDesk } from './network.ts'
import { readOpening } from './opening.ts'

/** On the Mondays after Easter and Whitsun this library is open as usual. */
const openOnSomeHolidays = 'Keizand'

/** What the file says beside the week in desks.csv. */
export interface HoursRow {
  readonly desk: string
  /** Empty: each week. A day (`12-31`) or days (`07-13/08-24`, the last not included) of each year, or `+9`: the first day that it is open so many days after the first start. */
  readonly on: string
  readonly name: string
  readonly hours: string
  readonly what: string
  readonly label: string
  readonly access: string
  readonly languages: string
  readonly target_group: string
}

export interface DemoTimetable {
  readonly id: string
  readonly kind: TimetableKind
  readonly name: string | null
  readonly fromDay: string
  readonly untilDay: string | null
  readonly hours: readonly WeekHours[]
}

/** Local days, `until` not included. */
interface Days {
  readonly from: string
  readonly until: string
}

/**
 * The timetables of a desk that begin in these days: its ordinary week on the first day, its periods and closures, and the
 * public holidays of these years.
 * @param start the day of the first start
 */
export async function demoTimetables(
  desk: DemoDesk,
  rows: readonly HoursRow[],
  days: Days,
  start: string,
): Promise<DemoTimetable[]> {
  const own = rows.filter((row) => row.desk === desk.name)
  const found: Omit<DemoTimetable, 'id'>[] = [
    ...(await holidaysOf(desk, days)),
    ...own.flatMap((row) => timetablesOf(desk, row, days, start)),
  ]
  if (desk.places.length === 0)
    found.push({ kind: 'ordinary', name: null, fromDay: days.from, untilDay: null, hours: weekOf(desk, own) })
  // What the file says of a day goes before the public holiday of that day.
  const byDay = new Map(found.map((each) => [`${each.kind} ${each.fromDay}`, each]))
  return [...byDay].map(([key, each]) => ({ id: idOfName(`timetable ${desk.name} ${key}`), ...each }))
}

/** The blocks of desks.csv; a row of the same hours says what they are, other rows come beside them. */
function weekOf(desk: DemoDesk, rows: readonly HoursRow[]): WeekHours[] {
  const weekly = rows.filter(({ on }) => on === '').flatMap((row) => blocksOf(row))
  const plain = desk.opening.map(
    ({ weekday, from, until }): WeekHours => ({
      weekday,
      opens: from * 60,
      closes: until * 60,
      ...described({ what: desk.kind === 'telephone' ? 'telephone' : 'desk' }),
    }),
  )
  const isTold = (block: WeekHours): boolean =>
    weekly.some(
      ({ weekday, opens, closes, kind }) =>
        kind === 'desk' && weekday === block.weekday && opens === block.opens && closes === block.closes,
    )
  return [...plain.filter((block) => !isTold(block)), ...weekly]
}

/** 'wed 13-15' on a weekday; '10-16' on each day. */
function blocksOf(row: HoursRow): WeekHours[] {
  if (row.hours === '') return []
  const [, opens, closes] = /^(\d+)-(\d+)$/.exec(row.hours) ?? []
  const blocks =
    opens === undefined
      ? readOpening(row.hours)
      : [{ weekday: null, from: Number(opens), until: Number(closes) }]
  return blocks.map(({ weekday, from, until }) => ({
    weekday,
    opens: from * 60,
    closes: until * 60,
    ...described(row),
  }))
}

const described = (row: Partial<HoursRow>): Omit<Hours, 'opens' | 'closes'> => ({
  kind: row.what as HoursKind,
  label: row.label || null,
  access: row.access === 'appointment' ? 'appointment' : 'walk-in',
  languages: row.languages ? row.languages.split(';') : [],
  targetGroup: row.target_group || null,
  placeId: null,
})

function timetablesOf(
  desk: DemoDesk,
  row: HoursRow,
  { from, until }: Days,
  start: string,
): Omit<DemoTimetable, 'id'>[] {
  if (row.on === '') return []
  const hours = blocksOf(row)
  const between = (fromDay: string, untilDay: string, kind: TimetableKind) =>
    fromDay >= from && fromDay < until ? [{ kind, name: row.name, fromDay, untilDay, hours }] : []
  if (row.on.startsWith('+')) {
    let day = addDays(start, Number(row.on))
    while (!isUsuallyOpen(desk, day)) day = addDays(day, 1)
    return between(day, addDays(day, 1), 'exception')
  }
  const [first = '', last] = row.on.split('/')
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, index) => Number(from.slice(0, 4)) + index,
  )
  return years.flatMap((year) =>
    last === undefined
      ? between(`${year}-${first}`, addDays(`${year}-${first}`, 1), 'exception').filter(({ fromDay }) =>
          isUsuallyOpen(desk, fromDay),
        )
      : between(`${year}-${first}`, `${last < first ? year + 1 : year}-${last}`, 'period'),
  )
}

const holidays = new Map<string, Promise<Holiday[]>>()

/** The same for all desks, and not for nothing. */
function holidaysIn({ from, until }: Days): Promise<Holiday[]> {
  const key = `${from} ${until}`
  const found = holidays.get(key) ?? publicHolidays(from, until)
  holidays.set(key, found)
  return found
}

async function holidaysOf(desk: DemoDesk, days: Days): Promise<Omit<DemoTimetable, 'id'>[]> {
  const t = translator('nl')
  const isOpen = (name: string): boolean =>
    desk.name.startsWith(openOnSomeHolidays) && (name === 'easter-monday' || name === 'whit-monday')
  return (await holidaysIn(days))
    .filter(({ day, name, optional }) => !optional && !isOpen(name) && isUsuallyOpen(desk, day))
    .map(({ day, name }) => ({
      kind: 'exception',
      name: t(`hours.holiday.${name}`),
      fromDay: day,
      untilDay: addDays(day, 1),
      hours: [],
    }))
}

/** The stops of a pop-up desk or a bus in these days, without the holidays; none of a desk that stays where it is. */
export async function demoStops(desk: DemoDesk, { from, until }: Days): Promise<DatedHours[]> {
  if (desk.places.length === 0) return []
  const closed = new Set((await holidaysOf(desk, { from, until })).map(({ fromDay }) => fromDay))
  const stops: DatedHours[] = []
  for (let day = from; day < until; day = addDays(day, 1))
    for (const block of desk.opening)
      if (block.weekday === weekdayOf(day) && !closed.has(day))
        stops.push({
          id: idOfName(`stop ${desk.name} ${day}`),
          day,
          opens: block.from * 60,
          closes: block.until * 60,
          ...described({ what: 'desk' }),
          placeId: placeOn(desk, day),
          cancelled: false,
        })
  return stops
}

/** Where a desk that moves stands on a day: what desk-day.ts first draws of that day, so that its contacts stand there too. */
function placeOn(desk: DemoDesk, day: string): string {
  return new Chance(`${desk.id} ${day}`).one(desk.places).id
}

const isUsuallyOpen = ({ opening }: DemoDesk, day: string): boolean =>
  opening.some(({ weekday }) => weekday === weekdayOf(day))

const weekdayOf = (day: string): number => daysBetween(mondayOf(day), day) + 1
