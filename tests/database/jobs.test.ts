import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { jobScope } from '../../src/platform/auth/scope.ts'
import type { Job } from '../../src/platform/jobs/job.ts'
import { prepareQueues } from '../../src/platform/jobs/prepare-queues.ts'
import { queueJob } from '../../src/platform/jobs/queue-job.command.ts'
import { repeatEvery } from '../../src/platform/jobs/repeat.ts'
import { runWaitingJobs, type Working, workJobs } from '../../src/platform/jobs/work-jobs.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { testKeys } from '../support/keys.ts'
import { cloneDatabase } from '../support/test-database.ts'

const { owner, database, workerDatabase, workerPool } = await cloneDatabase()
const scope = jobScope('test')
const parts = { database: workerDatabase, clock: systemClock, log: createLog('silent'), keys: testKeys }
const done: unknown[] = []
let fails = 0
const job: Job = {
  name: 'test.note',
  run: async (data) => {
    if (fails > 0) {
      fails -= 1
      throw new Error('not this time')
    }
    done.push(data)
  },
}
await prepareQueues(owner, [job.name])
// A second time changes nothing.
await prepareQueues(owner, [job.name])
let working: Working | undefined
afterEach(async () => {
  await working?.stop()
  working = undefined
  done.length = 0
})

test('a job that was broken off is tried again after ten minutes, three times', async () => {
  const { rows } = await owner.query(
    'select expire_seconds as expires, retry_limit as retries, retry_delay as pause from pgboss.queue where name = $1',
    [job.name],
  )
  expect(rows).toEqual([{ expires: 600, retries: 3, pause: 5 }])
})

test('a job runs when its transaction is committed, and not when it is undone', async () => {
  const number = randomUUID()
  await database.keep(scope, (tx) => queueJob(tx, job.name, { number }))
  await expect(
    database.keep(scope, async (tx) => {
      await queueJob(tx, job.name, { number: 'never' })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await runWaitingJobs(workerPool, [job], parts)).toBe(1)
  expect(done).toEqual([{ number }])
  expect(await runWaitingJobs(workerPool, [job], parts)).toBe(0)
})

test('a job without a queue is told, not lost', async () => {
  await expect(database.keep(scope, (tx) => queueJob(tx, 'test.unknown', {}))).rejects.toThrow(
    'was not queued',
  )
})

test('the worker takes what comes, and tries again what went wrong', async () => {
  fails = 1
  working = await workJobs(workerPool, [job], parts)
  await database.keep(scope, (tx) => queueJob(tx, job.name, { number: '1' }))
  await expect.poll(() => done, { timeout: 15_000 }).toEqual([{ number: '1' }])
}, 20_000)

test('what is repeated goes on after an error, and stops when told, in the middle of a pause', async () => {
  let turns = 0
  const repeated = repeatEvery(
    0.005,
    'count',
    async () => {
      turns += 1
      if (turns === 1) throw new Error('once')
    },
    parts.log,
  )
  await expect.poll(() => turns).toBeGreaterThan(2)
  await repeated.stop()
  const slow = repeatEvery(3_600, 'slow', async () => {}, parts.log)
  await slow.stop()
})
