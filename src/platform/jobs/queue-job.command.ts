import { CompiledQuery } from 'kysely'
import type { WriteHandle } from '../database/handle.ts'
import { queueOn } from './queue.ts'

/**
 * Queues a job in the transaction of the command: it runs when that is committed, and not at all when it is undone.
 * @param data ids only; it stands outside row-level security
 * @param longestSeconds after which it counts as lost, where it may take longer than others (queue.ts)
 */
export async function queueJob(
  tx: WriteHandle,
  name: string,
  data: Record<string, string>,
  longestSeconds?: number,
): Promise<void> {
  const boss = queueOn((text, values) =>
    tx.executeQuery(CompiledQuery.raw(text, values)).then(({ rows }) => ({ rows })),
  )
  const id = await boss.send(name, data, longestSeconds ? { expireInSeconds: longestSeconds } : {})
  if (!id) throw new Error(`The job ${name} was not queued: is there a queue of that name?`)
}
