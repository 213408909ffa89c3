import pg from 'pg'
import { readConfig } from '../../config/config.ts'
import { createLog } from '../../logging/log.ts'
import { openServer } from '../open.ts'

/**
 * Runs a transfer from the command line on the database that DATABASE_URL or DATA_DIR names, with the file that is
 * the only argument. Ends the process: with 1, and the reason on standard error, when it does not succeed.
 * @param transfer returns the line that tells what was done
 */
export async function runTransfer(
  transfer: (client: pg.Client, file: string) => Promise<string>,
): Promise<never> {
  const [file] = process.argv.slice(2)
  if (!file) return end('Name one file', 2)
  const config = readConfig(process.env)
  const server = await openServer(config, createLog('warn')).catch((error: Error) => end(error.message, 1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.stop().finally(() => end(`Stopped by ${signal}`, 1)))
  }
  try {
    const client = new pg.Client({ connectionString: server.url, application_name: 'balie transfer' })
    // A connection that breaks fails the query that waits for it.
    client.on('error', () => {})
    await client.connect()
    process.stdout.write(`${await transfer(client, file)}\n`)
    await client.end()
  } catch (error) {
    await server.stop()
    return end((error as Error).message, 1)
  }
  await server.stop()
  process.exit(0)
}

function end(reason: string, code: number): never {
  process.stderr.write(`${reason}\n`)
  process.exit(code)
}
