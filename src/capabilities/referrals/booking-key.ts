import { createHash, randomBytes } from 'node:crypto'
import { shortCodeOf } from '../../platform/auth/short-code.ts'

/**
 * The secret of a form that books: from it follow the id and the code of what is booked, so that a second press of the button, or
 * loading the page again, comes to the same thing and shows the same code. It stands in the form alone.
 */
export const makeBookingKey = (): string => randomBytes(16).toString('base64url')

/** The key as it was sent; undefined when it is not one that we made. */
export const readBookingKey = (sent: string): string | undefined =>
  /^[\w-]{22}$/.test(sent) ? sent : undefined

/** The id that belongs to a key (a UUID of version 8, RFC 9562). */
export function bookedId(key: string): string {
  const bytes = createHash('sha256').update(`booking id ${key}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [0, 8, 12, 16, 20].map((at, part) => hex.slice(at, [8, 12, 16, 20, 32][part])).join('-')
}

/** The code that belongs to a key: for who booked, and nowhere else. */
export const bookedCode = (key: string): string =>
  shortCodeOf(createHash('sha256').update(`booking code ${key}`).digest())

/** By which the staff speaks of what belongs to a key: it opens nothing, and the code does not follow from it. */
export const bookedReference = (key: string): string =>
  shortCodeOf(createHash('sha256').update(`booking reference ${key}`).digest())
