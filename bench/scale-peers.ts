import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import type pg from 'pg'
import { to as copyOut } from 'pg-copy-streams'
import { median } from './figures.ts'

/** What the charts of the nation's last twelve months show, by the best that was found without kept figures. */
export interface Peers {
  /** Six aggregates over the rows, in PostgreSQL, all together. */
  readonly plainMs: number
  /** The same in DuckDB over a copy of the columns that it needs. */
  readonly duckMs: number
  readonly copySeconds: number
  /** The bytes of the kept rows that the page reads, at the speed of memory. */
  readonly bytes: number
  readonly bytesMs: number
}

const since = `date_trunc('month', (now() at time zone 'Europe/Amsterdam'))::date - interval '11 months'`

/** By month, channel and satisfied of the contacts; topics, service providers and help of what hangs on them. */
const charts = (
  questions: string,
  providers: string,
  help: string,
  contacts: string,
  from: string,
): string[] => [
  `select date_trunc('month', occurred_on) as month, count(*) from ${contacts} where occurred_on >= ${from} group by 1`,
  `select channel, count(*) from ${contacts} where occurred_on >= ${from} group by 1`,
  `select satisfied, count(*) from ${contacts} where occurred_on >= ${from} group by 1`,
  `select topic_code, count(*) from ${questions} where occurred_on >= ${from} group by 1`,
  `select service_provider_code, count(*) from ${providers} as part join ${contacts} as contact on contact.id = part.contact_id
    where contact.occurred_on >= ${from} group by 1`,
  `select help, count(*) from ${help} as part join ${contacts} as contact on contact.id = part.contact_id
    where contact.occurred_on >= ${from} group by 1`,
]

const rounds = 3

export async function measurePeers(owner: pg.Client): Promise<Peers> {
  const times: number[] = []
  await owner.query(`set max_parallel_workers_per_gather = 2; set work_mem = '128MB'`)
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    for (const query of charts(
      'contacts.questions',
      'contacts.question_service_providers',
      'contacts.help_given',
      'contacts.contacts',
      since,
    ))
      await owner.query(query)
    times.push(performance.now() - start)
  }
  const duck = await measureDuck(owner)
  const { rows } = await owner.query<{ bytes: number }>(
    `select coalesce(sum(octet_length(cells::text)), 0)::float8 as bytes from reports.figures
     where level = 'nation' and grain = 'month' and starts_on >= ${since}`,
  )
  const bytes = rows[0]?.bytes ?? 0
  return { plainMs: median(times), ...duck, bytes, bytesMs: bytes / memoryBytesPerMs() }
}

async function measureDuck(owner: pg.Client): Promise<Pick<Peers, 'duckMs' | 'copySeconds'>> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-duck-'))
  try {
    const start = performance.now()
    const duck = await DuckDBInstance.create(join(folder, 'copy.duckdb'))
    const connection = await duck.connect()
    for (const [table, columns] of [
      ['contacts', 'id, occurred_on, channel, satisfied'],
      ['questions', 'contact_id, occurred_on, topic_code'],
      ['question_service_providers', 'contact_id, service_provider_code'],
      ['help_given', 'contact_id, help'],
    ] as const) {
      const file = join(folder, `${table}.csv`)
      await pipeline(
        owner.query(
          copyOut(`copy (select ${columns} from contacts.${table}) to stdout with (format csv, header)`),
        ),
        createWriteStream(file),
      )
      await connection.run(`create table ${table} as select * from read_csv('${file}', header = true)`)
      await rm(file)
    }
    const copySeconds = (performance.now() - start) / 1000
    const from = (await owner.query<{ day: string }>(`select (${since})::date::text as day`)).rows[0]?.day
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      for (const query of charts(
        'questions',
        'question_service_providers',
        'help_given',
        'contacts',
        `date '${from}'`,
      ))
        await connection.runAndReadAll(query)
      times.push(performance.now() - began)
    }
    connection.closeSync()
    duck.closeSync()
    return { duckMs: median(times), copySeconds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** How fast this machine reads memory, by one thread that adds 256 MB up. */
function memoryBytesPerMs(): number {
  const numbers = new Float64Array(32 * 1024 * 1024).fill(1)
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    let sum = 0
    for (let at = 0; at < numbers.length; at += 1) sum += numbers[at] as number
    times.push(performance.now() - start)
    if (sum !== numbers.length) throw new Error('The sum is wrong')
  }
  return numbers.byteLength / median(times)
}
