import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Statements beyond this many are sent as they come: lists of ids of every length must not fill the server's memory. */
const mostPrepared = 300

/**
 * A pool whose connections plan a statement once and then only run it. With row-level security, planning costs more than
 * running: it is most of the work of registering a contact. A text that comes for the second time gets a name, and
 * each connection prepares it when it first meets it.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

const names = new Map<string, string>()
const metOnce = new Set<string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostPrepared) return known
  if (!metOnce.has(text)) {
    if (metOnce.size > 10 * mostPrepared) metOnce.clear()
    metOnce.add(text)
    return undefined
  }
  metOnce.delete(text)
  const name = `balie_${names.size}`
  names.set(text, name)
  return name
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: unknown, values?: readonly unknown[]): unknown => {
    // Without values it may be several statements in one message, as the start of a transaction is.
    const name = typeof text === 'string' && values && values.length > 0 ? nameOf(text) : undefined
    return name
      ? client.query({ name, text: text as string, values: values as unknown[] })
      : client.query(text as string, values as unknown[])
  }
  return { query, release: () => client.release() } as PostgresPoolClient
}
