import { rotateKeys } from './capabilities/referrals/public.ts'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { connectAs } from './platform/database/connect.ts'
import { openServer } from './platform/database/open.ts'
import { createLog } from './platform/logging/log.ts'
import { MasterKeys } from './platform/personal-data/master-keys.ts'
import { readMasterKeys } from './platform/personal-data/open-master-keys.ts'
import { systemClock } from './platform/time/clock.ts'

const config = readConfig(process.env)
const log = createLog('warn')
const server = await openServer(config, log)
const database = new ApplicationDatabase(connectAs('balie_worker', server.url, 2))
try {
  const keys = new MasterKeys(await readMasterKeys(config.personalDataKeys, config.dataDir))
  const done = await rotateKeys(database, keys, systemClock.now(), log, { renewAll: true })
  process.stdout.write(
    `${done.wrapped} keys wrapped with ${keys.current}, ${done.renewed} libraries with a new key, ${done.sealed} people sealed anew\n`,
  )
} finally {
  await database.close()
  await server.stop()
}
