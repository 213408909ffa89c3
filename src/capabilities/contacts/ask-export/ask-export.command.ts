import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { exportJob, longestExportSeconds, mostWaitingExports } from '../contact-export.ts'
import type { ExportWish } from './ask-export.form.ts'

/** Asks the worker for a file with the contacts of the scope. Gives its id; undefined when too many wait already. */
export async function askExport(
  tx: WriteHandle,
  scope: DeskScope | LibraryScope,
  { from, until, kind }: ExportWish,
  language: Language,
  now: Instant,
): Promise<string | undefined> {
  const { waiting } = await tx
    .selectFrom('contacts.exports')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('account_id', '=', scope.accountId)
    .where('status', '=', 'working')
    .where('failed', '=', false)
    .executeTakeFirstOrThrow()
  const id = waiting < mostWaitingExports ? uuidv7() : undefined
  const deskId = scope.kind === 'desk' ? scope.deskId : null
  if (id) {
    await tx
      .insertInto('contacts.exports')
      .values({
        id,
        library_id: scope.libraryId,
        desk_id: deskId,
        account_id: scope.accountId,
        from_day: from,
        until_day: until,
        kind,
        language,
        status: 'working',
        asked_at: now.toString(),
      })
      .execute()
    await queueJob(tx, exportJob, { exportId: id }, longestExportSeconds)
  }
  await recordAudit(tx, scope, now, {
    action: 'contacts.ask-export',
    subjectKind: 'export',
    subjectId: id ?? deskId ?? scope.libraryId,
    libraryId: scope.libraryId,
    details: { from, until, kind, desk: deskId, queued: id !== undefined },
  })
  return id
}
