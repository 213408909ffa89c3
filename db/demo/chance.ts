import { createHash } from 'node:crypto'

/** Chance that falls the same way for the same seed: so the demo is the same everywhere, day by day. */
export class Chance {
  private readonly state: Uint32Array

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest()
    this.state = Uint32Array.from({ length: 4 }, (_, index) => digest.readUInt32LE(index * 4))
  }

  /** A number from 0 up to 1, by Chris Doty-Humphrey's sfc32 (public domain, PractRand). */
  next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state
    const result = (a + b + counter) | 0
    this.state[0] = b ^ (b >>> 9)
    this.state[1] = c + (c << 3)
    this.state[2] = ((c << 21) | (c >>> 11)) + result
    this.state[3] = counter + 1
    return (result >>> 0) / 2 ** 32
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  /** A whole number from `from` up to, not including, `until`. */
  whole(from: number, until: number): number {
    return from + Math.floor(this.next() * (until - from))
  }

  /** @throws for an empty list */
  one<Value>(values: readonly Value[]): Value {
    if (values.length === 0) throw new Error('Nothing to choose from')
    return values[this.whole(0, values.length)] as Value
  }

  /** A key by the weights of all keys, which need not add up to anything. */
  byWeight<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries(weights) as [Key, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    return (entries.at(-1) as [Key, number])[0]
  }

  /** How many come in an hour when `mean` come on average and nobody waits for another (Poisson, by Knuth). */
  arrivals(mean: number): number {
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = this.next(); product > limit; product *= this.next()) count += 1
    return count
  }

  /** A UUID version 7 of this moment, as a device makes it. */
  idAt(epochMilliseconds: number): string {
    const random = () => this.whole(0, 0x10000).toString(16).padStart(4, '0')
    const time = epochMilliseconds.toString(16).padStart(12, '0')
    const variant = (0x8000 | (this.whole(0, 0x4000) & 0x3fff)).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random().slice(1)}-${variant}-${random()}${random()}${random()}`
  }
}

/** An id that belongs to a name and is the same everywhere (a UUID version 8, from SHA-256). */
export function idOfName(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
