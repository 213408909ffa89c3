import { fileURLToPath } from 'node:url'
import { loadDemo } from '../db/demo/load.ts'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { connectAs } from './platform/database/connect.ts'
import { createLog } from './platform/logging/log.ts'
import { MasterKeys } from './platform/personal-data/master-keys.ts'
import { systemClock } from './platform/time/clock.ts'

// Two years of a made-up region, in a process of its own: what it takes of memory is given back before the pages open.
const config = readConfig(process.env)
if (!config.databaseUrl) throw new Error('Loading the demo needs DATABASE_URL; the web process gives it')
// The web process has gone without a word: nobody waits for this any more. What was begun is undone or found again.
const giveUp = () => process.exit(1)
process.on('disconnect', giveUp)
const database = new ApplicationDatabase(connectAs('balie_app', config.databaseUrl, 2))
await loadDemo({
  url: config.databaseUrl,
  database,
  clock: systemClock,
  folder: fileURLToPath(new URL('../db/demo', import.meta.url)),
  log: createLog(config.logLevel),
  keys: config.personalDataKeys ? new MasterKeys(config.personalDataKeys) : undefined,
})
await database.close()
process.off('disconnect', giveUp)
process.disconnect?.()
