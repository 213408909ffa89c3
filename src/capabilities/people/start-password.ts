import { randomInt } from 'node:crypto'

// Without what looks alike on paper: 0 o, 1 l i.
const characters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for one time, to read out or write down: four groups of four, 79 bits of chance. */
export function makeStartPassword(): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
