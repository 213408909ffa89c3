import type pg from 'pg'
import { contactsJobs } from './capabilities/contacts/jobs.ts'
import { foldFigures } from './capabilities/reports/public.ts'
import type { Job, JobParts } from './platform/jobs/job.ts'
import { repeatEvery } from './platform/jobs/repeat.ts'
import { type Working, workJobs } from './platform/jobs/work-jobs.ts'

/** Everything that is done outside a request, by capability. */
export const jobs: readonly Job[] = [...contactsJobs]

/** Figures are added up this often; a reader adds what waits meanwhile. */
const foldEverySeconds = 1

/** Starts all background work. The only place where it is put together. @param pool with the worker's role */
export async function startWork(pool: pg.Pool, parts: JobParts): Promise<Working> {
  const { database, log } = parts
  const working = [
    await workJobs(pool, jobs, parts),
    repeatEvery(foldEverySeconds, 'fold-figures', () => foldFigures(database), log),
  ]
  return {
    stop: async () => {
      await Promise.all(working.map((each) => each.stop()))
    },
  }
}
