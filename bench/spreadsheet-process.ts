import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Writable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import { readTable } from '../src/platform/spreadsheet/read-table.ts'
import { type WorkbookRow, writeWorkbook } from '../src/platform/spreadsheet/write-workbook.ts'

/** What one process did, in a message to the one that started it. */
export interface SpreadsheetRun {
  readonly rows: number
  readonly seconds: number
  /** The most it ever held, above what it held at the start; megabytes of 1,000,000 bytes. */
  readonly megabytes: number
  readonly longestBlockMs: number
}

const words = [
  'Fysiek loket',
  'DigiD aanvragen',
  'Zorgtoeslag',
  'Gemeente',
  'Uitleg gegeven',
  '20 minuten',
  'Ja',
]
const word = (number: number): string => words[number % words.length] ?? ''
const day = (number: number): string => `2025-${two((number % 12) + 1)}-${two((number % 28) + 1)}`
const two = (number: number): string => String(number).padStart(2, '0')

function* rowsToWrite(count: number): Generator<WorkbookRow> {
  for (let at = 0; at < count; at += 1) {
    const texts = [1, 2, 3, 4, 5, 6, 7].map((column) => word(at * column + column))
    yield [day(at), `10:${two(at % 60)}`, `Plek ${at % 40}`, ...texts, at, `Toelichting bij rij ${at}`]
  }
}

/** Fourteen columns with texts that cells share, as Excel itself writes them; this tool is used here only. */
function sharedTexts(count: number): ReadableStream<Uint8Array> {
  const columns = Array.from({ length: 14 }, (_, index) => ({ header: `Kolom ${index + 1}` }))
  function* rows(): Generator<(string | number)[]> {
    for (let at = 0; at < count; at += 1) {
      const texts = Array.from({ length: 10 }, (_, index) => word(at * (index + 1)))
      yield [day(at), `10:${two(at % 60)}`, ...texts, at, `Toelichting ${at % 20_000}`]
    }
  }
  return writeXlsxStream(rows(), {
    name: 'Blad',
    columns,
    inlineStrings: false,
  }) as ReadableStream<Uint8Array>
}

async function write(file: string, count: number): Promise<number> {
  const columns = Array.from({ length: 12 }, (_, index) => ({
    header: `Kolom ${index + 1}`,
    kind: index === 0 ? ('day' as const) : index === 10 ? ('number' as const) : ('text' as const),
  }))
  const stream = writeWorkbook([{ name: 'Blad', columns, rows: rowsToWrite(count) }])
  await stream.pipeTo(Writable.toWeb(createWriteStream(file)))
  return count
}

/** The reader waits for whoever takes the rows, as an import does for its database. */
async function read(file: string): Promise<number> {
  const limits = { rows: 60_000, columns: 100, unpackedBytes: 250_000_000, cellCharacters: 2_000 }
  const table = await readTable(new Uint8Array(await readFile(file)), limits)
  if (!table.ok) throw new Error(`Not read: ${table.problem.kind}`)
  let rows = 0
  for await (const _ of table.rows) {
    rows += 1
    if (rows % 500 === 0) await new Promise((done) => setTimeout(done, 2))
  }
  return rows
}

const [, , act = '', file = '', count = '0'] = process.argv
const acts: Readonly<Record<string, () => Promise<number>>> = {
  write: () => write(file, Number(count)),
  read: () => read(file),
  share: async () => {
    await sharedTexts(Number(count)).pipeTo(Writable.toWeb(createWriteStream(file)))
    return Number(count)
  },
}
const before = process.memoryUsage.rss()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const start = performance.now()
const rows = (await acts[act]?.()) ?? 0
const seconds = (performance.now() - start) / 1000
delay.disable()
const run: SpreadsheetRun = {
  rows,
  seconds,
  megabytes: (process.resourceUsage().maxRSS * 1024 - before) / 1e6,
  longestBlockMs: delay.max / 1e6,
}
process.send?.(run)
