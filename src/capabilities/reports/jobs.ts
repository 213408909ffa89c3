import { jobScope } from '../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../platform/database/application-database.ts'
import { foldBatch } from './fold-figures/fold-figures.command.ts'

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
