import type pg from 'pg'
import PgBoss from 'pg-boss'
import type { Job, JobParts } from './job.ts'
import { queueOn, queueSchema } from './queue.ts'

/** How often a worker asks whether something waits. */
const askEverySeconds = 0.5

export interface Working {
  /** Takes nothing new and waits until what is under way is done. */
  stop(): Promise<void>
}

/** Does the jobs as they come, one of each kind at a time in this process. @param pool with the worker's role */
export async function workJobs(pool: pg.Pool, jobs: readonly Job[], parts: JobParts): Promise<Working> {
  const boss = new PgBoss({
    schema: queueSchema,
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    schedule: false,
  })
  boss.on('error', (error) => parts.log.error({ error: error.stack }, 'The queue of jobs'))
  await boss.start()
  for (const job of jobs)
    await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds: askEverySeconds }, async (waiting) => {
      for (const { data, id } of waiting) await runOne(job, data, { ...parts, id })
    })
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: 20_000, close: false }) }
}

/** Does everything that waits, and what that queues in turn. For tests and the demo, which have no worker. */
export async function runWaitingJobs(pool: pg.Pool, jobs: readonly Job[], parts: JobParts): Promise<number> {
  const boss = queueOn((text, values) => pool.query(text, values))
  let done = 0
  for (let found = true; found; ) {
    found = false
    for (const job of jobs)
      for (const { id, data } of await boss.fetch(job.name, { batchSize: 10, ignoreStartAfter: true })) {
        found = true
        done += 1
        try {
          await job.run(data, parts)
          await boss.complete(job.name, id)
        } catch (error) {
          await boss.fail(job.name, id, { message: (error as Error).message })
          throw error
        }
      }
  }
  return done
}

async function runOne(job: Job, data: unknown, { id, ...parts }: JobParts & { id: string }): Promise<void> {
  const start = performance.now()
  try {
    await job.run(data, parts)
    parts.log.info({ job: job.name, id, ms: Math.round(performance.now() - start) })
  } catch (error) {
    parts.log.error({ job: job.name, id, error: (error as Error).stack })
    throw error
  }
}
