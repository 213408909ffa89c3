// A small application on the embedded database, which the tests start, share, and kill.
// Prints a line of JSON when it is ready, and with `write` every number that the database acknowledged.
import pg from 'pg'
import { startEmbeddedServer } from '../../src/platform/database/embedded/embedded-server.ts'
import { createLog } from '../../src/platform/logging/log.ts'

const [folder = '', act = '', writer = '0'] = process.argv.slice(2)

const server = await startEmbeddedServer({ folder, log: createLog('silent') })
process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
const pool = new pg.Pool({ connectionString: server.url, max: 4 })
// The server that is killed under us.
pool.on('error', () => {})
await pool.query('create table if not exists written (writer int, number int)').catch(() => {})
const { rows } = await pool.query<{ version: string; user: string }>(`select version()`)
process.stdout.write(`${JSON.stringify({ uid: process.getuid?.(), version: rows[0]?.version })}\n`)

if (act === 'write') {
  let number = 0
  const write = async () => {
    for (;;) {
      const mine = ++number
      const acknowledged = await pool.query('insert into written values ($1, $2)', [writer, mine]).then(
        () => true,
        () => false,
      )
      if (acknowledged) process.stdout.write(`${mine}\n`)
    }
  }
  await Promise.all([write(), write(), write(), write()])
}
