import { sql } from 'kysely'
import type { ReadHandle } from '../database/handle.ts'
import { queueSchema } from './queue.ts'

/** Whether a job with this in its data waits, or is under way. One whose worker was killed counts until the queue gives it up. */
export async function hasJob(db: ReadHandle, name: string, data: Record<string, string>): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.id(queueSchema, 'job')}
    where name = ${name} and state in ('created', 'retry', 'active') and data @> ${JSON.stringify(data)}::jsonb
    limit 1`.execute(db)
  return rows.length > 0
}
