import { fileURLToPath } from 'node:url'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { assertRoleOwnsNothing, connectAs } from './platform/database/connect.ts'
import { createLog } from './platform/logging/log.ts'
import { connectMailServer } from './platform/mail/mail-server.ts'
import { createPdfMaker } from './platform/pdf/pdf-maker.ts'
import { MasterKeys } from './platform/personal-data/master-keys.ts'
import { readMasterKeys } from './platform/personal-data/open-master-keys.ts'
import { systemClock } from './platform/time/clock.ts'
import { startWork } from './work.ts'

// The background work in a process of its own, so that no page waits for it. The web process brings the database up
// to date and starts this one beside it; with WORKER=off somebody else does, on as many machines as one likes.
const config = readConfig(process.env)
const log = createLog(config.logLevel)
if (!config.databaseUrl)
  throw new Error('The worker needs DATABASE_URL: the address of the database that the web process uses')

const pool = connectAs('balie_worker', config.databaseUrl, 6)
await assertRoleOwnsNothing(pool, 'balie_worker')
const database = new ApplicationDatabase(pool)
const mailing = {
  origin: config.publicUrl,
  pdf: createPdfMaker(fileURLToPath(new URL('./pdf', import.meta.url))),
  server:
    config.mail && connectMailServer(config.mail.url, config.mail.from, { bounces: config.mail.bounces }),
}
if (!mailing.server)
  log.info('Mail is off: MAIL_URL is not set, so what would be mailed waits, to be read at /beheer/post')
const keys = new MasterKeys(await readMasterKeys(config.personalDataKeys, config.dataDir))
const working = await startWork(
  pool,
  { database, clock: systemClock, log, keys, fetchesPrivately: config.fetchesPrivately },
  config.openData,
  mailing,
  config.passesOnTo,
)
log.info({ process: process.pid }, 'The worker is at work')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await working.stop()
  mailing.server?.close()
  await mailing.pdf.close()
  await database.close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
// The web process has gone without a word: it was killed, and a worker alone has no business.
process.on('disconnect', () => void stop())
