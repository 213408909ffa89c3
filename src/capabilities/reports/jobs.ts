import { z } from 'zod'
import { jobScope } from '../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../platform/database/application-database.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { addMonths, monthOf } from '../../platform/time/local-month.ts'
import { type Instant, localDay, secondsBetween } from '../../platform/time/local-time.ts'
import { countJob } from './asked-count.ts'
import { countNextMonth, forgetOldCounts } from './count-many/count-many.command.ts'
import { findBenchmarkMark, findCompared } from './find-compared/find-compared.query.ts'
import { findGround } from './find-ground/find-ground.query.ts'
import { foldBatch } from './fold-figures/fold-figures.command.ts'
import { keepBenchmarks } from './reckon-benchmarks/reckon-benchmarks.command.ts'
import { keepCoverage } from './reckon-coverage/reckon-coverage.command.ts'
import { recountFigures } from './recount-figures/recount-figures.command.ts'
import { findStaleMonths, keepYearEarlier, recountMonth } from './recount-slices/recount-slices.command.ts'

const scope = jobScope('fold-figures')

/**
 * Adds up everything that waits, batch after batch, each in its own transaction.
 * @param database with the worker's role
 * @returns how many changes were added up
 */
export async function foldFigures(database: ApplicationDatabase): Promise<number> {
  let all = 0
  for (let more = true; more; ) {
    // No line in the audit log: it moves numbers whose change was logged when it was made.
    const batch = await database.keep(scope, (tx) => foldBatch(tx, scope))
    all += batch.changes
    more = batch.more
  }
  return all
}

const coverageScope = jobScope('reckon-coverage')

/**
 * Makes a watch over where desks stand: each look reckons the reach of all desks anew when they differ from the look before.
 * It looks at what is there and not at who changed it, so no way to change a desk can be forgotten (decision 0020).
 * @returns a look, with the worker's role; it tells whether it reckoned
 */
export function watchCoverage(): (database: ApplicationDatabase, now: Instant) => Promise<boolean> {
  let known: string | undefined
  return async (database, now) => {
    const ground = await database.read(coverageScope, (db) => findGround(db, coverageScope, localDay(now)))
    const seen = JSON.stringify([ground.desks, ground.stops, ground.municipalities.length])
    if (seen === known) return false
    await database.keep(coverageScope, (tx) => keepCoverage(tx, coverageScope, ground, now))
    known = seen
    return true
  }
}

const countScope = jobScope('count-many')

/** What commands queue for the worker. */
export const reportsJobs: readonly Job[] = [
  {
    name: countJob,
    run: async (data, { database, clock }) => {
      const { countId } = z.object({ countId: z.uuid() }).parse(data)
      for (let more = true; more; )
        more = await database.keep(countScope, (tx) => countNextMonth(tx, countScope, countId, clock.now()))
    },
  },
]

const recountFiguresScope = jobScope('recount-figures')

/**
 * Counts the figures of some months (2026-03) anew from the contacts, month by month, each in its own transaction.
 * @param database with the worker's role
 */
export async function recountMonths(database: ApplicationDatabase, months: readonly string[]): Promise<void> {
  for (const month of months)
    await database.keep(recountFiguresScope, (tx) => recountFigures(tx, recountFiguresScope, month))
}

const recountScope = jobScope('recount-slices')

/**
 * Counts the slices of all months anew in which something was counted since, each in its own transaction.
 * @returns how many months of provinces were counted
 */
export async function recountSlices(database: ApplicationDatabase, now: Instant): Promise<number> {
  await database.keep(recountScope, (tx) => forgetOldCounts(tx, recountScope, now))
  await database.keep(recountScope, (tx) => keepYearEarlier(tx, recountScope, localDay(now), now))
  const stale = await database.read(recountScope, (db) => findStaleMonths(db, recountScope))
  for (const month of stale)
    await database.keep(recountScope, (tx) => recountMonth(tx, recountScope, month, now))
  return stale.length
}

const benchmarkScope = jobScope('reckon-benchmarks')

/** In the first days of a month much is still registered of the last: then comparisons are made anew this often at most. */
const minutesBetweenBenchmarks = 15

/**
 * Makes a watch over what areas are compared by: each look compares them anew when another month is over, when something was
 * counted in the twelve months since, and once a day, since hours may differ.
 * @returns a look, with the worker's role; it tells whether it compared
 */
export function watchBenchmarks(): (database: ApplicationDatabase, now: Instant) => Promise<boolean> {
  let known: { readonly mark: string; readonly at: Instant } | undefined
  return async (database, now) => {
    const today = localDay(now)
    const untilMonth = addMonths(monthOf(today), -1)
    const counted = await database.read(benchmarkScope, (db) =>
      findBenchmarkMark(db, benchmarkScope, untilMonth),
    )
    const mark = `${today} ${counted}`
    if (known?.mark === mark) return false
    if (known && secondsBetween(known.at, now) < minutesBetweenBenchmarks * 60) return false
    await database.keep(benchmarkScope, async (tx) => {
      const network = await findCompared(tx, benchmarkScope, untilMonth, today)
      await keepBenchmarks(tx, benchmarkScope, network, untilMonth, now)
    })
    known = { mark, at: now }
    return true
  }
}
