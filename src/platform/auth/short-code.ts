import { randomInt } from 'node:crypto'

/** Without letters and digits that look alike on paper or sound alike on the telephone, and without vowels: no words. */
const signs = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/** A code that one can write down and say: four signs, a dash, four signs. One in 3.8 · 10^11. */
export function makeShortCode(): string {
  const part = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return `${part()}-${part()}`
}

/** The code that follows from eight random bytes or more: the same bytes, the same code. */
export function shortCodeOf(bytes: Buffer): string {
  let rest = bytes.readBigUInt64BE()
  const written = Array.from({ length: 8 }, () => {
    const sign = signs[Number(rest % BigInt(signs.length))]
    rest /= BigInt(signs.length)
    return sign
  }).join('')
  return `${written.slice(0, 4)}-${written.slice(4)}`
}

/** A code as somebody typed it, in the form in which it was given; undefined when it cannot be one. */
export function readShortCode(typed: string): string | undefined {
  const read = typed.toUpperCase().replace(/[^A-Z\d]/g, '')
  return read.length === 8 && [...read].every((sign) => signs.includes(sign))
    ? `${read.slice(0, 4)}-${read.slice(4)}`
    : undefined
}
