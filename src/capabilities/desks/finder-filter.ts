import { dayNumber, dayOfNumber, momentOfMinute, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { type Access, type HoursKind, isForVisitors, type Opening, openingsBetween } from './opening-hours.ts'
import { isAt, type Venue } from './venue.ts'

/** Parts of a day in minutes after midnight. */
export const dayParts = {
  ochtend: [360, 720],
  middag: [720, 1080],
  avond: [1080, 1440],
} as const satisfies Record<string, readonly [number, number]>
export type DayPart = keyof typeof dayParts

export const helpWays = ['inloop', 'afspraak', 'telefoon'] as const
export type HelpWay = (typeof helpWays)[number]

/** The words for days in an address: they stay true, whenever it is opened. */
export const dayWords = ['nu', 'vandaag', 'morgen', 'ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const
export type DayWord = (typeof dayWords)[number]

/** What else one can ask: within five kilometres, without a step, hours for young people, hours about a theme. */
export const onlyWords = ['dichtbij', 'drempelvrij', 'jongeren', 'thema'] as const
export type OnlyWord = (typeof onlyWords)[number]

/** What a visitor asks besides where. */
export interface FinderFilter {
  readonly day: DayWord | undefined
  readonly part: DayPart | undefined
  readonly way: HelpWay | undefined
  /** ISO 639-1. */
  readonly language: string | undefined
  readonly only: readonly OnlyWord[]
}

/** What 'within 5 km' means; the users of HetInformatiepunt.nl asked for it (domain.md § 7). */
export const nearMetres = 5000

/** Reads the filter of an address or a form; what means nothing counts as not chosen. */
export function readFinderFilter(
  value: (name: string) => string,
  all: (name: string) => readonly string[],
): FinderFilter {
  const one = <T extends string>(words: readonly T[], text: string): T | undefined =>
    words.find((word) => word === text)
  return {
    day: one(dayWords, value('dag')),
    part: one(Object.keys(dayParts) as DayPart[], value('deel')),
    way: one(helpWays, value('hulp')),
    language: /^[a-z]{2}$/.test(value('spreekt')) ? value('spreekt') : undefined,
    only: onlyWords.filter((word) => all('alleen').includes(word)),
  }
}

/** The filter as it stands in an address, without what was not chosen. */
export function filterFields(filter: FinderFilter): [string, string][] {
  const fields: [string, string | undefined][] = [
    ['dag', filter.day],
    ['deel', filter.part],
    ['hulp', filter.way],
    ['spreekt', filter.language],
    ...filter.only.map((word): [string, string] => ['alleen', word]),
  ]
  return fields.filter((field): field is [string, string] => field[1] !== undefined)
}

export const isFiltered = (filter: FinderFilter): boolean => filterFields(filter).length > 0

/** Whether the filter asks something of the hours, and not only of the desk. */
export const asksHours = ({ day, part, way, only }: FinderFilter): boolean =>
  Boolean(day || part || way) || only.includes('jongeren') || only.includes('thema')

/** The day that a word means: of a weekday the next one, today included. */
export function dayMeant(word: DayWord, today: string): string {
  if (word === 'nu' || word === 'vandaag') return today
  if (word === 'morgen') return addDays(today, 1)
  const weekday = dayWords.indexOf(word) - dayWords.indexOf('ma') + 1
  const ahead = (weekday - weekdayOfNumber(dayNumber(today)) + 7) % 7
  return dayOfNumber(dayNumber(today) + ahead)
}

/** How far ahead hours are looked at when no day is asked. */
const daysAhead = 14

/**
 * The openings of a venue that a visitor with this filter can use and that have not ended, by time; none when the desk
 * itself does not fit. What is only by telephone counts when that is asked, hours for a group only when those are.
 */
export function fittingOpenings(
  venue: Venue,
  filter: FinderFilter,
  now: { readonly moment: number; readonly today: string },
): Opening[] {
  if (!deskFits(venue, filter)) return []
  const from = filter.day ? dayMeant(filter.day, now.today) : now.today
  // Yesterday's night may still last; only today is that of use.
  const first = !filter.day || from === now.today ? addDays(from, -1) : from
  const until = addDays(from, filter.day ? 1 : daysAhead)
  return openingsBetween(venue.hours, first, until)
    .filter(
      (opening) =>
        opening.end > now.moment &&
        (filter.day !== 'nu' || opening.start <= now.moment) &&
        openingFits(opening, venue, filter, filter.day ? from : opening.day),
    )
    .sort((one, other) => one.start - other.start)
}

/** What the database can look for: all that fits has it; what has it may still not fit. */
export interface SpotWishes {
  readonly metres: number | undefined
  readonly stepFree: boolean
  readonly language: string | undefined
  readonly hours: HoursNeeded | undefined
  /** A desk that makes appointments fits without any hours. */
  readonly orByAppointment: boolean
}

/** What the hours of a desk must at least hold. */
export interface HoursNeeded {
  readonly kinds: readonly HoursKind[]
  readonly access: Access | undefined
  /** On one of these days. */
  readonly days: readonly string[]
  /** Overlapping these minutes of the day. */
  readonly minutes: readonly [number, number] | undefined
}

/** What a filter at least asks of a spot. */
export function spotWishes(filter: FinderFilter, today: string): SpotWishes {
  const { only, language, way } = filter
  return {
    metres: only.includes('dichtbij') ? nearMetres : undefined,
    stepFree: only.includes('drempelvrij'),
    language: language === 'nl' ? undefined : language,
    hours: asksHours(filter) ? hoursNeeded(filter, today) : undefined,
    orByAppointment: way === 'afspraak' && fitsByAppointmentAlone(filter),
  }
}

function hoursNeeded(filter: FinderFilter, today: string): HoursNeeded {
  const day = filter.day && dayMeant(filter.day, today)
  return {
    kinds: kindsWanted(filter),
    access: filter.way === 'inloop' ? 'walk-in' : filter.way === 'afspraak' ? 'appointment' : undefined,
    // The night that began yesterday still counts today.
    days: day ? (day === today ? [addDays(today, -1), today] : [day]) : [],
    minutes: filter.part && dayParts[filter.part],
  }
}

/** Whether a desk that makes appointments fits, whatever its hours are: when nothing more is asked of them. */
export const fitsByAppointmentAlone = ({ day, part, way, only }: FinderFilter): boolean =>
  way === 'afspraak' && !day && !part && !only.includes('jongeren') && !only.includes('thema')

/** What a desk that answers the telephone must fit: it stands nowhere. Nothing when help at a desk alone is asked. */
export function telephoneFilter(filter: FinderFilter): FinderFilter | undefined {
  const { way, only } = filter
  if (way === 'inloop' || way === 'afspraak' || only.includes('jongeren') || only.includes('thema'))
    return undefined
  return { ...filter, way: asksHours(filter) ? 'telefoon' : undefined, only: [] }
}

/** Whether the desk itself is what is asked: its entrance and its languages. */
export function deskFits({ desk, place, hours, metres }: Venue, filter: FinderFilter): boolean {
  if (filter.only.includes('dichtbij') && metres > nearMetres) return false
  if (filter.only.includes('drempelvrij') && !(place ? place.stepFree : desk.stepFree)) return false
  const { language } = filter
  if (!language || language === 'nl' || desk.languages.includes(language)) return true
  const all = [
    ...hours.timetables.flatMap((timetable) => timetable.hours),
    ...hours.dated.filter(({ cancelled }) => !cancelled),
  ]
  return all.some((each) => each.languages.includes(language))
}

/** @param day of which a part is asked: a night that began the day before is in the early hours of it */
function openingFits(opening: Opening, venue: Venue, filter: FinderFilter, day: string): boolean {
  const { hours } = opening
  if (!isForVisitors(opening)) return false
  if (!kindsWanted(filter).includes(hours.kind)) return false
  // By telephone it does not matter where the desk stands.
  if (hours.kind !== 'telephone' && !isAt(venue)(opening)) return false
  if (filter.way === 'inloop' && hours.access !== 'walk-in') return false
  if (filter.way === 'afspraak' && hours.access !== 'appointment' && !venue.desk.byAppointment) return false
  const { language } = filter
  if (
    language &&
    language !== 'nl' &&
    hours.languages.length > 0 &&
    !venue.desk.languages.includes(language) &&
    !hours.languages.includes(language)
  )
    return false
  if (!filter.part) return true
  const [from, until] = dayParts[filter.part]
  const number = dayNumber(day)
  return opening.start < momentOfMinute(number, until) && opening.end > momentOfMinute(number, from)
}

/** Hours for a group or by telephone are not for everybody who comes along: only who asks for them gets them. */
function kindsWanted({ way, only }: FinderFilter): HoursKind[] {
  const groups: HoursKind[] = [
    ...(only.includes('jongeren') ? (['youth'] as const) : []),
    ...(only.includes('thema') ? (['theme'] as const) : []),
  ]
  if (groups.length > 0) return groups
  return way === 'telefoon' ? ['telephone'] : ['desk']
}
