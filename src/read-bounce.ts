import { text } from 'node:stream/consumers'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { connectAs } from './platform/database/connect.ts'
import { openServer } from './platform/database/open.ts'
import { createLog } from './platform/logging/log.ts'
import { markBounced } from './platform/mail/mark-bounced.command.ts'
import { readBounce } from './platform/mail/read-bounce.ts'
import { systemClock } from './platform/time/clock.ts'

// Whatever it is, it ends well: a mail server that pipes a mail to a program that fails would send a bounce of its own.
const bounce = readBounce(await text(process.stdin))
if (bounce) {
  const config = readConfig(process.env)
  const server = await openServer(config, createLog('warn'))
  const database = new ApplicationDatabase(connectAs('balie_worker', server.url, 1))
  try {
    const known = await markBounced(database, bounce, systemClock.now())
    process.stdout.write(
      known ? `${bounce.mailId} did not arrive: ${bounce.code}\n` : 'No mail of this installation\n',
    )
  } finally {
    await database.close()
    await server.stop()
  }
} else process.stdout.write('Not a notice that a mail did not arrive\n')
