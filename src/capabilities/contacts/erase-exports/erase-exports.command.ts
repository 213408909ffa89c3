import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { exportKeptDays } from '../contact-export.ts'

/** Erases the files that were asked for longer ago than they are kept. Runs each day. Gives how many. */
export function eraseOldExports(database: ApplicationDatabase, now: Instant): Promise<number> {
  const scope = jobScope('contacts.erase-exports')
  const before = startOfDay(addDays(localDay(now), -exportKeptDays)).toString()
  return database.write(scope, async (tx) => {
    const old = await tx
      .updateTable('contacts.exports')
      .set({ status: 'removed' })
      .where('status', '!=', 'removed')
      .where('asked_at', '<', before as never)
      .returning('id')
      .execute()
    const ids = old.map(({ id }) => id)
    if (ids.length > 0) await tx.deleteFrom('contacts.export_pieces').where('export_id', 'in', ids).execute()
    await recordAudit(tx, scope, now, {
      action: 'contacts.erase-exports',
      subjectKind: 'export',
      subjectId: before.slice(0, 10),
      details: { files: ids.length },
    })
    return ids.length
  })
}
