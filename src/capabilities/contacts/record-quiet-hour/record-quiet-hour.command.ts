import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, momentOf } from '../../../platform/time/local-time.ts'
import type { RegisterOutcome } from '../register-contact/register-contact.command.ts'
import type { QuietHour } from './record-quiet-hour.form.ts'

/** Records that nobody came in an hour: not one in which somebody did. Said twice, by whoever, it is still one observation. */
export async function recordQuietHour(
  tx: WriteHandle,
  scope: DeskScope,
  observed: { readonly id: string; readonly quietHour: QuietHour; readonly authorAccountId: string },
  now: Instant,
): Promise<RegisterOutcome | { readonly ok: false; readonly reason: 'has-contacts' }> {
  const { observedOn, hour } = observed.quietHour
  const begin = momentOf(observedOn, `${String(hour).padStart(2, '0')}:00`)
  const contact = await tx
    .selectFrom('contacts.contacts')
    .select('id')
    .where('desk_id', '=', scope.deskId)
    .where('occurred_on', '=', observedOn)
    .where('occurred_at', '>=', sql<never>`${begin.toString()}`)
    .where('occurred_at', '<', sql<never>`${begin.add({ hours: 1 }).toString()}`)
    .where('counted_as', '!=', 'tally')
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (contact) {
    await recordAudit(tx, scope, now, {
      action: 'contacts.change-refused',
      subjectKind: 'quiet-hour',
      subjectId: observed.id,
      libraryId: scope.libraryId,
    })
    return { ok: false, reason: 'has-contacts' }
  }
  const inserted = await tx
    .insertInto('contacts.quiet_hours')
    .values({
      id: observed.id,
      library_id: scope.libraryId,
      desk_id: scope.deskId,
      observed_on: observedOn,
      hour,
      received_at: now.toString(),
      author_account_id: observed.authorAccountId,
      sender_account_id: scope.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: inserted ? 'contacts.record-quiet-hour' : 'contacts.send-again',
    subjectKind: 'quiet-hour',
    subjectId: observed.id,
    libraryId: scope.libraryId,
  })
  if (inserted) return { ok: true, already: false }
  const known = await tx
    .selectFrom('contacts.quiet_hours')
    .select(['desk_id as deskId', 'observed_on as observedOn', 'hour'])
    .where('id', '=', observed.id)
    .executeTakeFirst()
  const another =
    known && (known.deskId !== scope.deskId || known.observedOn !== observedOn || known.hour !== hour)
  return another ? { ok: false, reason: 'other-content' } : { ok: true, already: true }
}
