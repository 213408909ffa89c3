import type { Config } from '../config/config.ts'
import type { Log } from '../logging/log.ts'
import { startEmbeddedServer } from './embedded/embedded-server.ts'

export interface DatabaseServer {
  /** Address with the migration role. */
  readonly url: string
  readonly embedded: boolean
  /** Lets go of the server: stops the embedded one when nobody else uses it. */
  stop(): Promise<void>
}

/** The server that DATABASE_URL names; without it the embedded one in DATA_DIR. */
export async function openServer(config: Config, log: Log): Promise<DatabaseServer> {
  if (config.databaseUrl) return { url: config.databaseUrl, embedded: false, stop: async () => {} }
  const server = await startEmbeddedServer({ folder: config.dataDir, log })
  return { url: server.url, embedded: true, stop: () => server.stop() }
}
