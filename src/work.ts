import type pg from 'pg'
import { contactsJobs, eraseOldImports, resumeImports } from './capabilities/contacts/public.ts'
import { makeReleases, type ReleaseSettings } from './capabilities/open-data/public.ts'
import { foldFigures, recountSlices, reportsJobs, watchCoverage } from './capabilities/reports/public.ts'
import type { Job, JobParts } from './platform/jobs/job.ts'
import { repeatEvery } from './platform/jobs/repeat.ts'
import { type Working, workJobs } from './platform/jobs/work-jobs.ts'

/** Everything that is done outside a request, by capability. */
export const jobs: readonly Job[] = [...contactsJobs, ...reportsJobs]

/** Figures are added up this often; a reader adds what waits meanwhile. */
const foldEverySeconds = 1

/** Figures narrowed down to one answer are counted anew this often, where something was added. */
const recountEverySeconds = 60

/** Where desks stand is looked at this often; only when it differs is their reach reckoned anew. */
const coverageEverySeconds = 60

/** Files with history that nobody finished are looked for when the worker starts, and once a day. */
const eraseEverySeconds = 24 * 60 * 60

/** Whether the day of a release has come is looked at this often. */
const releaseEverySeconds = 60 * 60

/** Starts all background work. The only place where it is put together. @param pool with the worker's role @param releases without it no figures are published */
export async function startWork(
  pool: pg.Pool,
  parts: JobParts,
  releases?: ReleaseSettings,
): Promise<Working> {
  const { database, log } = parts
  await resumeImports(database)
  const reckonCoverage = watchCoverage()
  const working = [
    await workJobs(pool, jobs, parts),
    repeatEvery(eraseEverySeconds, 'erase-imports', () => eraseOldImports(database, parts.clock.now()), log),
    repeatEvery(foldEverySeconds, 'fold-figures', () => foldFigures(database), log),
    repeatEvery(recountEverySeconds, 'recount-slices', () => recountSlices(database, parts.clock.now()), log),
    repeatEvery(
      coverageEverySeconds,
      'reckon-coverage',
      () => reckonCoverage(database, parts.clock.now()),
      log,
    ),
  ]
  if (releases)
    working.push(
      repeatEvery(
        releaseEverySeconds,
        'make-releases',
        () => makeReleases(database, parts.clock.now(), releases),
        log,
      ),
    )
  return {
    stop: async () => {
      await Promise.all(working.map((each) => each.stop()))
    },
  }
}
