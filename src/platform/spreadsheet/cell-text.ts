import { addDays } from '../time/local-time.ts'

/** What a number format makes of a number. */
export type NumberKind = 'number' | 'day' | 'time' | 'elapsed' | 'moment'

/** Formats that every spreadsheet knows by number only (ECMA-376 part 1, § 18.8.30), as far as they are of time. */
export function builtInKind(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time'
  if (id === 22) return 'moment'
  return id === 46 ? 'elapsed' : 'number'
}

/** The kind of a format that was written out, as 'dd-mm-yyyy hh:mm'. */
export function kindOfFormat(format: string): NumberKind {
  const [first = ''] = format.split(';')
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase()
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'elapsed'
  const letters = bare.replace(/\[[^\]]*\]/g, '')
  const hasTime = /[hs]/.test(letters)
  // An m is a month, or with a time a minute.
  const hasDay = /[dy]/.test(letters) || (/m/.test(letters) && !hasTime)
  if (hasDay) return hasTime ? 'moment' : 'day'
  return hasTime ? 'time' : 'number'
}

const lastSerial = 2_958_465
const minute = 60
const dayInSeconds = 24 * 60 * minute
const days = new Map<string, string>()

/**
 * A number in a cell as people see it there: 2022-03-04, 10:30, 2022-03-04T10:30, or a number without noise.
 * @param from1904 whether days are counted from 1904, as Excel on a Mac once did
 */
export function numberText(text: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  // A spreadsheet counts in 15 digits; more is noise of the computer.
  const plain = String(Number(value.toPrecision(15)))
  if (kind === 'number' || value < 0 || value > lastSerial) return plain
  const seconds = Math.round(value * dayInSeconds)
  const serial = Math.floor(seconds / dayInSeconds)
  const inDay = seconds % dayInSeconds
  if (kind === 'elapsed') return timeText(seconds)
  if (kind === 'time' || (kind === 'moment' && serial === 0 && !from1904)) return timeText(inDay)
  const day = dayText(kind === 'day' ? Math.floor(value) : serial, from1904)
  return kind === 'day' ? day : `${day}T${timeText(inDay)}`
}

const timeText = (seconds: number): string =>
  [Math.floor(seconds / (60 * minute)), Math.floor(seconds / minute) % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

function dayText(serial: number, from1904: boolean): string {
  const key = `${from1904}${serial}`
  const known = days.get(key)
  if (known) return known
  // Excel takes 1900 for a leap year, so the days before March of that year are one off.
  const first = from1904 ? '1904-01-01' : serial < 60 ? '1899-12-31' : '1899-12-30'
  const day = addDays(first, serial)
  if (days.size > 20_000) days.clear()
  days.set(key, day)
  return day
}

/** A day of a cell that holds it as text of ISO 8601, with a time only when there is one. */
export function isoText(text: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text.trim()) ?? []
  if (!day) return text
  return time && time !== '00:00' ? `${day}T${time}` : day
}

/** Excel writes what XML cannot hold as _x000D_. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}
