import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadReference } from '../db/reference/load.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { startEmbeddedServer } from '../src/platform/database/embedded/embedded-server.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { createLog } from '../src/platform/logging/log.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { localDay } from '../src/platform/time/local-time.ts'
import { directoryReport, withDirectory } from './directory-report.ts'
import { measureDirectorySearch } from './directory-search.ts'
import { postgresVersion } from './nation.ts'
import { loadNow } from './report.ts'

// The directory at the size of the national database of organisations. Some minutes: script/bench --directory
// BENCH_DIRECTORY names a database that was filled before.
const quick = process.argv.includes('--quick')
const loadBefore = loadNow()
const ready = process.env.BENCH_DIRECTORY
const folder = await mkdtemp(join(tmpdir(), 'balie-directory-'))
const server = ready
  ? { url: ready, stop: async () => {} }
  : await startEmbeddedServer({ folder, log: createLog('warn') })
const owner = new pg.Client({ connectionString: server.url })
await owner.connect()
const database = new ApplicationDatabase(connectAs('balie_app', server.url, 2))
try {
  await migrate(owner, 'db/migrations')
  await loadReference(owner, { folder: 'db/reference' })
  const now = systemClock.now()
  const figures = await measureDirectorySearch(owner, database, {
    organisations: quick ? 2_000 : 100_000,
    filled: ready !== undefined,
    rounds: quick ? 5 : 50,
    now,
  })
  const section = directoryReport(figures, {
    day: localDay(now),
    loadBefore,
    version: await postgresVersion(owner),
  })
  if (quick) console.log(section)
  else {
    const page = await readFile('docs/performance.md', 'utf8')
    await writeFile('docs/performance.md', withDirectory(page, section))
  }
} finally {
  await database.close()
  await owner.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
