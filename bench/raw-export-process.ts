import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeExport } from '../src/capabilities/contacts/make-export/make-export.command.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { systemClock } from '../src/platform/time/clock.ts'

/** What the process that made a file did, in a message to the one that started it. */
export interface ExportRun {
  readonly seconds: number
  /** The most it ever held, above what it held idle; megabytes of 1,000,000 bytes. */
  readonly megabytes: number
  readonly longestBlockMs: number
}

const [, , url = '', exportId = ''] = process.argv
const database = new ApplicationDatabase(connectAs('balie_worker', url, 4))
await database.isReady()
await sleep(1_000)
const idle = process.memoryUsage.rss()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const start = performance.now()
await makeExport(database, exportId, systemClock)
const seconds = (performance.now() - start) / 1000
delay.disable()
const run: ExportRun = {
  seconds,
  megabytes: (process.resourceUsage().maxRSS * 1024 - idle) / 1e6,
  longestBlockMs: delay.max / 1e6,
}
await database.close()
process.send?.(run)
process.disconnect?.()
