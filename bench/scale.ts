import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadReference } from '../db/reference/load.ts'
import { makeVolume, nationalDecade, nationalYear, type Volume } from '../db/volume/make-volume.ts'
import { recountMonths, recountSlices } from '../src/capabilities/reports/public.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { startEmbeddedServer } from '../src/platform/database/embedded/embedded-server.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { createLog } from '../src/platform/logging/log.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { addMonths, monthOf, monthsFrom } from '../src/platform/time/local-month.ts'
import { localDay } from '../src/platform/time/local-time.ts'
import { Application } from './application.ts'
import { directorySection, withDirectory } from './directory-report.ts'
import { measureFolding } from './folding.ts'
import { postgresVersion, signInPeople } from './nation.ts'
import { attackNation } from './open-data.ts'
import { measureRawExport } from './raw-export.ts'
import { measurePeers } from './scale-peers.ts'
import { measureQuestions, measureRecount } from './scale-questions.ts'
import { type SizeMeasured, scaleHeading, scaleReport } from './scale-report.ts'

// Growth from a tenth of a year of the nation to ten years of it. Takes some two hours, nearly all of it to make the contacts:
// BENCH_TENTH, BENCH_ONE and BENCH_TEN name databases with these that were made before.
const quick = process.argv.includes('--quick')
const sizes: readonly (Volume & { readonly ready?: string | undefined })[] = quick
  ? [
      { ...nationalYear, contacts: 2_000 },
      { ...nationalYear, contacts: 20_000 },
    ]
  : [
      { ...nationalYear, contacts: 100_000, ready: process.env.BENCH_TENTH },
      { ...nationalYear, ready: process.env.BENCH_ONE },
      { ...nationalDecade, ready: process.env.BENCH_TEN },
    ]
const start = performance.now()
const say = (what: string): void =>
  console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${what}`)

const folder = await mkdtemp(join(tmpdir(), 'balie-scale-'))
const server = await startEmbeddedServer({ folder, log: createLog('warn') })
const admin = new pg.Client({ connectionString: server.url })
await admin.connect()
try {
  const measured: SizeMeasured[] = []
  for (const [index, size] of sizes.entries()) {
    say(`${size.contacts} contacts`)
    // Open data hide something where numbers are small: in the smallest nation.
    measured.push(await measureSize(size, `scale_${index}`, index === 0 ? (quick ? 2 : 20) : 0))
  }
  say('export of contacts')
  const exports = await measureRawExport(quick ? 2_000 : 1_000_000)
  const section = scaleReport(measured, exports, localDay(systemClock.now()))
  if (quick) console.log(section)
  else {
    const page = await readFile('docs/performance.md', 'utf8')
    const scaled = `${page.split(scaleHeading)[0]?.trimEnd()}\n\n${section}`
    await writeFile('docs/performance.md', withDirectory(scaled, directorySection(page)))
  }
} finally {
  await admin.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measureSize(
  size: Volume & { readonly ready?: string | undefined },
  name: string,
  attacked: number,
): Promise<SizeMeasured> {
  const url = new URL(size.ready ?? server.url)
  if (!size.ready) {
    await admin.query(`create database ${name}`)
    url.pathname = `/${name}`
  }
  const owner = new pg.Client({ connectionString: url.href })
  await owner.connect()
  const worker = new ApplicationDatabase(connectAs('balie_worker', url.href, 2))
  if (!size.ready) await makeNationOf(owner, worker, size)
  const people = await signInPeople(owner, url.href, 32)
  const today = localDay(systemClock.now())
  const application = await Application.start(url.href)
  try {
    say('questions')
    const questions = await measureQuestions(application, people, today, quick ? 20 : 200)
    say('registering')
    const nation = {
      ...people,
      url: url.href,
      owner,
      postgresVersion: '',
      secondsToMake: 0,
      built: { changes: 0, seconds: 0, megabytes: 0 },
      putAway: async () => {},
    }
    const folding = await measureFolding(
      nation,
      application,
      quick ? { rounds: 1, contacts: 100 } : { rounds: 3, contacts: 1_500 },
    )
    say('recount of a year')
    const months = monthsFrom(addMonths(monthOf(today), -12), addMonths(monthOf(today), -1))
    const recount = await measureRecount(application, people, () => recountMonths(worker, months))
    say('peers')
    const peers = await measurePeers(owner)
    const { rows } = await owner.query<{ contacts: number; bytes: number }>(
      `select (select count(*)::integer from contacts.contacts) as contacts, pg_database_size(current_database())::float8 as bytes`,
    )
    if (attacked > 0) say('attack on open data')
    return {
      attack: attacked > 0 ? await attackNation({ owner }, attacked) : undefined,
      contacts: rows[0]?.contacts ?? 0,
      gigabytes: (rows[0]?.bytes ?? 0) / 1e9,
      postgresVersion: await postgresVersion(owner),
      questions,
      registeringRatio: folding.ratio,
      recount,
      peers,
    }
  } finally {
    await application.stop()
    await worker.close()
    await owner.end()
    if (!size.ready) await admin.query(`drop database ${name} with (force)`)
  }
}

/** A nation with its figures and slices, as the worker would have made them by now. */
async function makeNationOf(owner: pg.Client, worker: ApplicationDatabase, size: Volume): Promise<void> {
  await migrate(owner, 'db/migrations')
  await loadReference(owner, { folder: 'db/reference' })
  await makeVolume(owner, size)
  const { rows } = await owner.query<{ first: string; last: string }>(
    `select to_char(min(occurred_on), 'YYYY-MM') as first, to_char(max(occurred_on), 'YYYY-MM') as last from contacts.contacts`,
  )
  await recountMonths(worker, monthsFrom(rows[0]?.first ?? '', rows[0]?.last ?? ''))
  await recountSlices(worker, systemClock.now())
  await owner.query('vacuum analyze')
}
