import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

// One meaning for each type, set once: int8 as a number (our counts stay far below 2^53), a date as its own
// text (a day has no zone), a moment as an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text) as never)

export type DatabaseRole = 'balie_app' | 'balie_worker'

/**
 * A pool whose connections have put on a role that owns nothing. `url` brings the migration role.
 * @param connections at most this many at once
 */
export function connectAs(role: DatabaseRole, url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: role,
    // Before anybody gets the connection.
    onConnect: async (client) => {
      // One that breaks in use tells its query; told to nobody else, it would end the process.
      client.on('error', () => {})
      await client.query(`set role ${role}; set timezone to 'UTC'; set statement_timeout to '30s'`)
    },
  })
  // A connection that breaks while nobody uses it: the pool makes a new one at the next question.
  pool.on('error', () => {})
  return pool
}

/** Refuses to go on when the role could pass row-level security by: superuser, BYPASSRLS or owner of a table. */
export async function assertRoleOwnsNothing(pool: pg.Pool, role: DatabaseRole): Promise<void> {
  const { rows } = await pool.query<{ powerful: boolean; owns: number; current: string }>(
    `select rolsuper or rolbypassrls as powerful, current_user as current,
       (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
     from pg_roles where rolname = $1`,
    [role],
  )
  const found = rows[0]
  if (!found || found.current !== role || found.powerful || found.owns > 0) {
    throw new Error(`Database role ${role} must exist, own nothing, and be neither superuser nor BYPASSRLS`)
  }
}
