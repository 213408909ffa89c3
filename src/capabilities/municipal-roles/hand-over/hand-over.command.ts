import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ContactPerson } from '../contact-person.ts'
import { addContactPerson, type ContactScope } from '../keep-contact-person/keep-contact-person.command.ts'
import type { KeptOutcome } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'
import type { HandOver } from './hand-over.form.ts'

/**
 * Ends a contact person on the day on which the next begins, if nobody changed him since `version`. Sent twice with the same id
 * it is one hand-over.
 */
export async function handOver(
  tx: WriteHandle,
  scope: ContactScope,
  leaving: ContactPerson,
  version: number,
  successorId: string,
  { successor, note }: HandOver,
  now: Instant,
): Promise<KeptOutcome> {
  const line = {
    action: 'municipal-roles.hand-over',
    subjectKind: 'municipal-contact',
    subjectId: leaving.id,
    libraryId: leaving.libraryId ?? undefined,
    details: { successor: successorId },
  } as const
  const done = await tx
    .selectFrom('municipal_roles.hand_overs')
    .select('successor_id as successor')
    .where('contact_person_id', '=', leaving.id)
    .executeTakeFirst()
  if (done) {
    await recordKept(tx, scope, now, { ...line, rows: 0n })
    return done.successor === successorId ? 'kept' : 'changed-meanwhile'
  }
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.contact_persons')
    .set((eb) => ({ until_day: successor.fromDay, version: eb('version', '+', 1) }))
    .where('id', '=', leaving.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) {
    const of = leaving.libraryId
      ? { libraryId: leaving.libraryId, deskId: leaving.deskId }
      : { municipalityCode: leaving.municipalityCode ?? '' }
    await addContactPerson(tx, scope, of, successorId, successor, now)
    await tx
      .insertInto('municipal_roles.hand_overs')
      .values({ contact_person_id: leaving.id, successor_id: successorId, note, made_at: now.toString() })
      .execute()
  }
  return recordKept(tx, scope, now, { ...line, rows: numUpdatedRows })
}
