import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { describeDemo } from '../db/demo/describe.ts'
import { loadReference } from '../db/reference/load.ts'
import { createApp } from './app.ts'
import { runToEnd, runWorkerProcess } from './child-processes.ts'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { assertRoleOwnsNothing, connectAs } from './platform/database/connect.ts'
import { migrate } from './platform/database/migrate.ts'
import { openServer } from './platform/database/open.ts'
import { readAssets } from './platform/http/assets.ts'
import { prepareQueues } from './platform/jobs/prepare-queues.ts'
import { createLog } from './platform/logging/log.ts'
import { createPdfMaker } from './platform/pdf/pdf-maker.ts'
import { MasterKeys } from './platform/personal-data/master-keys.ts'
import { readMasterKeys } from './platform/personal-data/open-master-keys.ts'
import { systemClock } from './platform/time/clock.ts'
import { jobs } from './work.ts'

// The built file stands in build/, beside db/.
const root = fileURLToPath(new URL('..', import.meta.url))
const config = readConfig(process.env)
const log = createLog(config.logLevel)
const server = await openServer(config, log)

/** What must still be put away, the latest first; a signal may come before everything is there. */
const putAway: (() => Promise<unknown>)[] = [() => server.stop()]
/** A request that takes longer than this is not waited for. */
const longestStopMs = 30_000
let stopping = false

async function stop(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), longestStopMs).unref()
  for (const step of putAway.toReversed()) {
    await step().catch((error: Error) => log.error({ error: error.stack }))
  }
  process.exit(exitCode)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    log.info({ signal }, 'Balie finishes what is under way and stops')
    void stop(0)
  })
}

const client = new pg.Client({ connectionString: server.url })
await client.connect()
await migrate(client, `${root}db/migrations`)
await loadReference(client, { folder: `${root}db/reference` })
await prepareQueues(
  client,
  jobs.map(({ name }) => name),
)
await client.end()

// What is started beside this process gets them the same way as from who runs Balie.
const masterKeys = await readMasterKeys(config.personalDataKeys, config.dataDir)
process.env.PERSONAL_DATA_KEYS = masterKeys

const pool = connectAs('balie_app', server.url, config.databasePool)
await assertRoleOwnsNothing(pool, 'balie_app')
const database = new ApplicationDatabase(pool)
putAway.push(() => database.close())
if (config.demo) {
  const loading = runToEnd(`${root}build/load-demo.js`, server.url)
  putAway.push(() => loading.stop())
  await loading.ended
}

if (config.worker) putAway.push(runWorkerProcess(`${root}build/worker.js`, server.url, log))

const pdf = createPdfMaker(`${root}build/pdf`)
putAway.push(() => pdf.close())

const app = createApp({
  database,
  clock: systemClock,
  log,
  assets: readAssets(`${root}build/assets`),
  demo: config.demo,
  trustProxy: config.trustProxy,
  mapTiles: config.mapTiles,
  pdf,
  keys: new MasterKeys(masterKeys),
  sendsMail: config.mail !== undefined,
  passesOnTo: config.passesOnTo,
})
const web = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, async ({ port }) => {
  const address = `http://localhost:${port}`
  log.info({ address, demo: config.demo }, 'Balie is open')
  // For people, between the lines for machines.
  if (config.demo && !config.production)
    process.stdout.write(`\nBalie is open: ${address}\n\n${await describeDemo(database)}\n\n`)
})
putAway.push(
  () =>
    new Promise<void>((closed) => {
      // Connections without a request are closed at once; a request under way gets its answer.
      web.close(() => closed())
      if ('closeIdleConnections' in web) web.closeIdleConnections()
    }),
)
web.on('error', (error) => {
  log.error(
    { port: config.port, error: error.message },
    'Balie cannot listen; is that port in use? PORT chooses another',
  )
  void stop(1)
})
