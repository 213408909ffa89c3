import { foldFigures, recountMonths } from './capabilities/reports/public.ts'
import { readConfig } from './platform/config/config.ts'
import { ApplicationDatabase } from './platform/database/application-database.ts'
import { connectAs } from './platform/database/connect.ts'
import { openServer } from './platform/database/open.ts'
import { createLog } from './platform/logging/log.ts'
import { monthsFrom } from './platform/time/local-month.ts'

const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '')
const [first, last = first] = process.argv.slice(2)
if (!isMonth(first) || !isMonth(last) || last < first) {
  process.stderr.write('Name the first and the last month, as 2026-03\n')
  process.exit(2)
}
const server = await openServer(readConfig(process.env), createLog('warn'))
const database = new ApplicationDatabase(connectAs('balie_worker', server.url, 2))
try {
  await foldFigures(database)
  for (const month of monthsFrom(first, last)) {
    await recountMonths(database, [month])
    process.stdout.write(`${month}\n`)
  }
} finally {
  await database.close()
  await server.stop()
}
