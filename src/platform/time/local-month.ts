import { Temporal } from 'temporal-polyfill'

/** The month of a day: 2026-11 of 2026-11-24. */
export const monthOf = (day: string): string => day.slice(0, 7)

export const firstDayOf = (month: string): string => `${month}-01`

export function lastDayOf(month: string): string {
  return Temporal.PlainDate.from(firstDayOf(month)).add({ months: 1 }).subtract({ days: 1 }).toString()
}

export function addMonths(month: string, months: number): string {
  return monthOf(Temporal.PlainDate.from(firstDayOf(month)).add({ months }).toString())
}

/** Every month from one to another, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The same day so many years earlier; 28 February for 29 February. */
export function yearsEarlier(day: string, years: number): string {
  return Temporal.PlainDate.from(day).subtract({ years }).toString()
}

/** The same day so many months later, or earlier when negative; the last day of a month that is too short for it. */
export function monthsLater(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** "1 december 2025" in the reader's language: a day without its weekday. */
export function dateInWords(day: string, language: string): string {
  return `${Number(day.slice(8))} ${monthInWords(monthOf(day), language)}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function written(month: string, language: string, style: 'long' | 'short'): string {
  const key = `${language} ${style}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
      month: style,
      ...(style === 'long' && { year: 'numeric' as const }),
      timeZone: 'UTC',
    })
    formats.set(key, format)
  }
  return format.format(Temporal.PlainDate.from(firstDayOf(month)).toZonedDateTime('UTC').epochMilliseconds)
}

/** "maart 2026" in the reader's language. */
export const monthInWords = (month: string, language: string): string => written(month, language, 'long')

/** "mrt" in the reader's language, for where there is little room. */
export const monthShort = (month: string, language: string): string => written(month, language, 'short')
