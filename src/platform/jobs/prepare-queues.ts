import type pg from 'pg'
import PgBoss from 'pg-boss'
import { queueOptions, queueSchema } from './queue.ts'

/** The same number for everybody who prepares the queues of a database. */
const queueLock = 7_402_120

/**
 * Brings the queues up to date and lets the application and the worker use them. With the role that owns the database;
 * several processes may do it at once.
 */
export async function prepareQueues(owner: pg.Client, names: readonly string[]): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [queueLock])
  try {
    const boss = new PgBoss({
      schema: queueSchema,
      db: { executeSql: (text, values) => owner.query(text, values) },
      supervise: false,
      schedule: false,
    })
    await boss.start()
    for (const name of names)
      if (!(await boss.getQueue(name))) await boss.createQueue(name, { name, ...queueOptions })
    await boss.stop({ graceful: false, close: false })
    await owner.query(`
      grant usage on schema ${queueSchema} to balie_app, balie_worker;
      grant select, insert on all tables in schema ${queueSchema} to balie_app;
      grant select, insert, update, delete on all tables in schema ${queueSchema} to balie_worker`)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [queueLock])
  }
}
