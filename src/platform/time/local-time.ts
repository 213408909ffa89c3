import { Temporal } from 'temporal-polyfill'

export type Instant = Temporal.Instant

/** Every desk stands in the European Netherlands; a local day is a day there. */
export const zone = 'Europe/Amsterdam'

/** The local day of a moment, as 2026-11-24. Stored beside the moment, so that a count needs no zone. */
export function localDay(moment: Instant): string {
  return moment.toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The local clock time of a moment, as 14:05. */
export function localTime(moment: Instant): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The moment so many milliseconds after the beginning of 1970. */
export const instantAt = (milliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds)

/** The moment at which a local day begins. */
export function startOfDay(day: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant()
}

/** The moment of a local clock time on a day; a time that the clock skips in March moves forward. */
export function momentOf(day: string, time: string): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
}

/** Monday of the week of a day (ISO 8601). */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Whole days from one local day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** Which day of its year a local day is, from 1, and how many days that year has; what is no day is the first of an ordinary year. */
export function dayInYear(day: string): { dayOfYear: number; daysInYear: number } {
  if (!isDay(day)) return { dayOfYear: 1, daysInYear: 365 }
  const { dayOfYear, daysInYear } = Temporal.PlainDate.from(day)
  return { dayOfYear, daysInYear }
}

/** True for a day that exists, written as 2026-11-24. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Reads a moment written by a device or in a form (ISO 8601 with an offset). Nothing when it is not one. */
export function parseInstant(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

/** Seconds from one moment to a later one; negative when it is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return from.until(to).total('seconds')
}

/** How a language writes days; Arabic with the digits that are used in the Netherlands. */
const dayLocales: Readonly<Record<string, string>> = {
  nl: 'nl-NL',
  en: 'en-GB',
  tr: 'tr-TR',
  ar: 'ar-EG-u-nu-latn',
  uk: 'uk-UA',
  pl: 'pl-PL',
}

const dayForms = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  'without-year': { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * A day in words in the reader's language: "dinsdag 24 november 2026" (full), "24 november 2026" (date), "dinsdag 24
 * november" (without-year), "di 24 nov" (short) or "dinsdag" (weekday).
 */
export function dayInWords(day: string, language: string, form: keyof typeof dayForms = 'full'): string {
  const key = `${language} ${form}`
  let format = dayFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(dayLocales[language] ?? 'nl-NL', { ...dayForms[form], timeZone: 'UTC' })
    dayFormats.set(key, format)
  }
  return format.format(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))),
  )
}

/** A day as it stands in tables: 24-11-2026. */
export function dayInTable(day: string): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`
}
