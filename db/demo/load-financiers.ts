import { changeDesk } from '../../src/capabilities/desks/change-desk/change-desk.command.ts'
import { findDeskDetails } from '../../src/capabilities/desks/change-desk/change-desk.query.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { Instant } from '../../src/platform/time/local-time.ts'
import { scopeOf } from './load-history.ts'
import type { Network } from './network.ts'

/**
 * Has the managers say which municipalities pay for their desks, as they do on the form. Of a desk of which somebody has said it
 * nothing changes.
 */
export async function loadFinanciers(
  network: Network,
  database: ApplicationDatabase,
  now: Instant,
): Promise<void> {
  for (const { id, libraryId, details } of network.desks) {
    const financiers = details?.financiers ? details.financiers.split(';') : []
    if (financiers.length === 0) continue
    const scope = scopeOf(network, libraryId)
    const desk = await database.read(scope, (db) => findDeskDetails(db, scope, id))
    if (!desk || desk.financiers.length > 0) continue
    await database.write(scope, (tx) => changeDesk(tx, scope, desk, { ...desk, financiers }, now))
  }
}
