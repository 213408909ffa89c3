import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, TableProblem, tooLarge } from './table-problem.ts'

/** How much may still be unpacked, of all parts of a file together. Counted from what comes out: a header may lie. */
export interface UnpackBudget {
  readonly most: number
  used: number
}

interface Entry {
  readonly method: number
  readonly locked: boolean
  readonly checksum: number
  readonly packedBytes: number
  readonly at: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const wideEndMark = 0x06064b50
/** In a field of 32 bits: the number stands in the extra fields, of 64 bits. */
const elsewhere = 0xffffffff
const pieceBytes = 64 * 1024
/** A spreadsheet has some tens of parts. */
const mostEntries = 10_000

/** A zip file in memory, whose parts are unpacked in pieces. (APPNOTE.TXT 6.3.10 by PKWARE.) */
export class ZipFile {
  private readonly content: Uint8Array
  private readonly view: DataView
  private readonly entries = new Map<string, Entry>()

  /** @throws TableProblem when it is no whole zip file */
  constructor(content: Uint8Array) {
    this.content = content
    this.view = new DataView(content.buffer, content.byteOffset, content.byteLength)
    this.readDirectory()
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name))
  }

  /** What its parts are called, without capitals. */
  names(): readonly string[] {
    return [...this.entries.keys()]
  }

  /**
   * The bytes of a part, in pieces.
   * @throws TableProblem when it is not there, is damaged, has a password or goes over the budget
   */
  async *unpack(name: string, budget: UnpackBudget): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.entries.get(keyOf(name))
    if (!entry) throw damaged()
    if (entry.locked) throw new TableProblem({ kind: 'password' })
    let checksum = 0
    for await (const piece of pieces(entry.method, this.packed(entry))) {
      budget.used += piece.length
      if (budget.used > budget.most) throw tooLarge('unpacked', budget.most)
      checksum = crc32(piece, checksum)
      yield piece
    }
    if (checksum !== entry.checksum) throw damaged()
  }

  private packed(entry: Entry): Uint8Array {
    if (this.u32(entry.at) !== localMark) throw damaged()
    const start = entry.at + 30 + this.u16(entry.at + 26) + this.u16(entry.at + 28)
    if (start + entry.packedBytes > this.content.length) throw damaged()
    return this.content.subarray(start, start + entry.packedBytes)
  }

  private readDirectory(): void {
    const end = this.findEnd()
    let at = this.u32(end + 16)
    let count = this.u16(end + 10)
    if (at === elsewhere || count === 0xffff) {
      const wideEnd = this.u64(end - 12)
      if (this.u32(wideEnd) !== wideEndMark) throw damaged()
      count = this.u64(wideEnd + 32)
      at = this.u64(wideEnd + 48)
    }
    if (count > mostEntries) throw damaged()
    for (let number = 0; number < count; number += 1) {
      if (this.u32(at) !== entryMark) throw damaged()
      const nameBytes = this.u16(at + 28)
      const extraBytes = this.u16(at + 30)
      const name = new TextDecoder().decode(this.content.subarray(at + 46, at + 46 + nameBytes))
      const extra = at + 46 + nameBytes
      const wide = this.wideNumbers(extra, extra + extraBytes)
      const numberAt = (field: number): number => {
        const value = this.u32(at + field)
        return value === elsewhere ? (wide.shift() ?? value) : value
      }
      // In this order: the 64-bit fields stand there for those that are missing here, the unpacked size first.
      numberAt(24)
      const packedBytes = numberAt(20)
      this.entries.set(keyOf(name), {
        method: this.u16(at + 10),
        locked: (this.u16(at + 8) & 1) === 1,
        checksum: this.u32(at + 16),
        packedBytes,
        at: numberAt(42),
      })
      at = extra + extraBytes + this.u16(at + 32)
    }
  }

  private findEnd(): number {
    // The end is 22 bytes and a comment of at most 65,535.
    const first = Math.max(0, this.content.length - 22 - 0xffff)
    for (let at = this.content.length - 22; at >= first; at -= 1) if (this.u32(at) === endMark) return at
    throw damaged()
  }

  private wideNumbers(from: number, to: number): number[] {
    for (let at = from; at + 4 <= to; at += 4 + this.u16(at + 2)) {
      if (this.u16(at) !== 1) continue
      const count = Math.floor(this.u16(at + 2) / 8)
      return Array.from({ length: Math.min(count, 3) }, (_, index) => this.u64(at + 4 + index * 8))
    }
    return []
  }

  private u16(at: number): number {
    if (at < 0 || at + 2 > this.content.length) throw damaged()
    return this.view.getUint16(at, true)
  }

  private u32(at: number): number {
    if (at < 0 || at + 4 > this.content.length) throw damaged()
    return this.view.getUint32(at, true)
  }

  private u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 2 ** 32
  }
}

/** Names of parts are the same in capitals and small letters (ECMA-376, part 2). */
const keyOf = (name: string): string => name.replaceAll('\\', '/').toLowerCase()

async function* pieces(method: number, packed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (method === 0) {
    for (let at = 0; at < packed.length; at += pieceBytes) yield packed.subarray(at, at + pieceBytes)
    return
  }
  if (method !== 8) throw damaged()
  const inflate = createInflateRaw({ chunkSize: pieceBytes })
  inflate.end(packed)
  try {
    yield* inflate
  } catch (error) {
    throw error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)) ? damaged() : error
  } finally {
    inflate.destroy()
  }
}
