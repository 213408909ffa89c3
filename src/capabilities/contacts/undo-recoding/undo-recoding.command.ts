import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { countingAnew, holdContacts, holdRecoding } from '../recode-answers/recode-answers.command.ts'
import { recodingBatch } from '../recoding.ts'

/** Says that a recoding must be undone, once it is done; `undoRecodingBatch` does it, in a job. False: it is not at that step. */
export async function askUndoRecoding(
  tx: WriteHandle,
  scope: NationalScope,
  id: string,
  now: Instant,
): Promise<boolean> {
  const asked = await tx
    .updateTable('contacts.recodings')
    .set({ status: 'undoing', last_contact_id: null })
    .where('id', '=', id)
    .where('status', '=', 'done')
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'contacts.ask-undo-recoding',
    subjectKind: 'recoding',
    subjectId: id,
    details: { asked: asked !== undefined },
  })
  return asked !== undefined
}

/**
 * Gives the next contacts back what they said. Who corrected a contact since wrote its answers anew, without the trace of the
 * recoding: those are left alone. Batch by batch, as recodeBatch.
 * @returns whether there may be more
 */
export async function undoRecodingBatch(
  tx: WriteHandle,
  scope: JobScope,
  id: string,
  now: Instant,
): Promise<boolean> {
  const held = await holdRecoding(tx, scope, id)
  if (held?.status !== 'undoing') return false
  const answers = sql`(select contact_id from contacts.questions where recoding_id = ${id}::uuid
    union all select contact_id from contacts.help_given where recoding_id = ${id}::uuid)`
  // What was restored is no longer among them, so each batch begins at the beginning.
  const ids = await holdContacts(tx, scope, answers, '00000000-0000-0000-0000-000000000000')
  const restored = await countingAnew(tx, scope, ids, now, () => restore(tx, id, ids))
  const more = ids.length === recodingBatch
  await tx
    .updateTable('contacts.recodings')
    .set((eb) => ({
      restored: eb('restored', '+', restored),
      ...(!more && { status: 'undone', undone_at: now.toString() }),
    }))
    .where('id', '=', id)
    .execute()
  if (!more)
    await recordAudit(tx, scope, now, {
      action: 'contacts.undo-recoding',
      subjectKind: 'recoding',
      subjectId: id,
      details: { recoded: held.recoded },
    })
  return more
}

async function restore(tx: WriteHandle, id: string, ids: readonly string[]) {
  const { rows: questions } = await sql<{ id: string }>`
    update contacts.questions set topic_code = recoded_from, recoding_id = null, recoded_from = null
    where contact_id = any (${ids}::uuid[]) and recoding_id = ${id}::uuid returning contact_id as id`.execute(
    tx,
  )
  const { rows: help } = await sql<{ id: string }>`
    update contacts.help_given set help = recoded_from, recoding_id = null, recoded_from = null, recoded_beside = null
    where contact_id = any (${ids}::uuid[]) and recoding_id = ${id}::uuid and not recoded_beside returning contact_id as id`.execute(
    tx,
  )
  const { rows: beside } = await sql<{ id: string }>`
    with there as (
      select contact_id, library_id, desk_id, recoded_from, other_text, help from contacts.help_given
      where contact_id = any (${ids}::uuid[]) and recoding_id = ${id}::uuid and recoded_beside
    ),
    cleared as (
      update contacts.help_given as given
      set other_text = null, recoding_id = null, recoded_from = null, recoded_beside = null
      from there where given.contact_id = there.contact_id and given.help = there.help
    )
    insert into contacts.help_given (contact_id, library_id, desk_id, help, other_text)
    select contact_id, library_id, desk_id, recoded_from, other_text from there returning contact_id as id`.execute(
    tx,
  )
  return { contactIds: [...questions, ...help, ...beside].map((row) => row.id) }
}
