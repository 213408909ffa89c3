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

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** A day in words: "dinsdag 24 november 2026" in the reader's language. */
export function dayInWords(day: string, language: string): string {
  let format = dayFormats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    dayFormats.set(language, format)
  }
  return format.format(Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds)
}

/** A day as it stands in tables: 24-11-2026. */
export function dayInTable(day: string): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`
}
