import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

// The file is a gzip of text: a line of JSON that says what it is; for each table a line of JSON, its rows in
// PostgreSQL's own text format for COPY (the same in all versions) and a line `\.`; and a last line of JSON, by
// which a file that was cut off is known.

const table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })
const header = z.object({
  format: z.literal('balie-export'),
  version: z.literal(1),
  postgresql: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(table),
})
const trailer = z.object({
  rows: z.array(z.number()),
  sequences: z.array(
    z.object({ schema: z.string(), name: z.string(), value: z.string(), called: z.boolean() }),
  ),
})

export type ExportHeader = z.infer<typeof header>
export type ExportTrailer = z.infer<typeof trailer>

export const endOfRows = Buffer.from('\\.\n')
const endOfRowsInside = Buffer.from('\n\\.\n')
const newline = 0x0a

/** Reads an export from front to back; at no moment more than a piece of it is in memory. */
export class ExportFile {
  private readonly chunks: AsyncIterator<Buffer>
  private rest: Buffer = Buffer.alloc(0)

  constructor(private readonly path: string) {
    const gunzip = createGunzip()
    // Failures come out where gunzip is read.
    pipeline(createReadStream(path), gunzip, () => {})
    this.chunks = gunzip[Symbol.asyncIterator]()
  }

  readHeader(): Promise<ExportHeader> {
    return this.readLine(header)
  }

  readTrailer(): Promise<ExportTrailer> {
    return this.readLine(trailer)
  }

  /** The rows of the table that is next, in pieces of whole lines. */
  async *readRows(): AsyncGenerator<Buffer> {
    for (;;) {
      // `rest` begins at the start of a line.
      if (this.rest.subarray(0, endOfRows.length).equals(endOfRows)) {
        this.rest = this.rest.subarray(endOfRows.length)
        return
      }
      const end = this.rest.indexOf(endOfRowsInside)
      const wholeLines = (end >= 0 ? end : this.rest.lastIndexOf(newline)) + 1
      if (wholeLines > 0) {
        const lines = this.rest.subarray(0, wholeLines)
        this.rest = this.rest.subarray(wholeLines)
        yield lines
      }
      if (end < 0) await this.readMore()
    }
  }

  private async readLine<Schema extends z.ZodType>(schema: Schema): Promise<z.infer<Schema>> {
    let end = this.rest.indexOf(newline)
    for (; end < 0; end = this.rest.indexOf(newline)) await this.readMore()
    const line = this.rest.subarray(0, end).toString('utf8')
    this.rest = this.rest.subarray(end + 1)
    try {
      return schema.parse(JSON.parse(line))
    } catch (error) {
      throw this.unreadable(error)
    }
  }

  private async readMore(): Promise<void> {
    const next = await this.chunks.next().catch((error: NodeJS.ErrnoException) => {
      throw error.code?.startsWith('Z_') ? this.unreadable(error) : error
    })
    if (next.done) throw this.unreadable('the file ends too early')
    this.rest = Buffer.concat([this.rest, next.value])
  }

  private unreadable(cause: unknown): Error {
    return new Error(`${this.path} is damaged, or no export that this version of Balie can read`, { cause })
  }
}
