import type { ApplicationDatabase } from '../database/application-database.ts'
import type { Log } from '../logging/log.ts'
import type { MasterKeys } from '../personal-data/master-keys.ts'
import type { Clock } from '../time/clock.ts'

/** What a job works with. The database is the worker's, with its role. */
export interface JobParts {
  readonly database: ApplicationDatabase
  readonly clock: Clock
  readonly log: Log
  /** For personal data, and the addresses of links in mail. */
  readonly keys: MasterKeys
  /** Addresses that somebody typed may lie in a private network: only where the whole installation stands in one. */
  readonly fetchesPrivately?: boolean | undefined
}

/** Work that is queued by a command and done by the worker, at least once: run twice it must come to the same. */
export interface Job {
  /** Capability and act, as `contacts.run-import`. */
  readonly name: string
  run(data: unknown, parts: JobParts): Promise<void>
}
