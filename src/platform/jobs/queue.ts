import PgBoss from 'pg-boss'

/** The schema in which pg-boss keeps its queues; its own affair, with no data of anybody in it but ids. */
export const queueSchema = 'pgboss'

type RunSql = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/**
 * pg-boss on a connection of ours, without anything running by itself: to queue, to fetch and to finish.
 * @param runSql runs one statement, in the transaction that it belongs to
 */
export function queueOn(runSql: RunSql): PgBoss {
  return new PgBoss({
    schema: queueSchema,
    db: { executeSql: (text, values) => runSql(text, values ?? []) as Promise<{ rows: never[] }> },
    migrate: false,
    supervise: false,
    schedule: false,
  })
}

/** A job that was broken off counts as lost after these seconds, and is tried again: so many times, with a pause before. */
export const queueOptions = { expireInSeconds: 600, retryLimit: 3, retryDelay: 5 }
