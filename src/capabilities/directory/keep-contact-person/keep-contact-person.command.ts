import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeepScope } from '../keep-partner/keep-partner.command.ts'
import type { ContactPersonFacts } from '../partner.ts'

/**
 * Adds somebody to call at a partner and gives the id.
 * @param libraryId to which library alone it is told; null when everybody may know
 */
export async function addContactPerson(
  tx: WriteHandle,
  scope: KeepScope,
  { partnerId, libraryId }: { readonly partnerId: string; readonly libraryId: string | null },
  facts: ContactPersonFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.contact_persons')
    .values({ id, partner_id: partnerId, library_id: libraryId, ...facts, created_at: now.toString() })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.add-contact-person',
    subjectKind: 'partner',
    subjectId: partnerId,
    libraryId: libraryId ?? undefined,
  })
  return id
}

interface ShownPerson {
  readonly id: string
  readonly partnerId: string
  readonly libraryId: string | null
  readonly version: number
}

/** @throws conflict when somebody else changed it since it was shown */
export async function changeContactPerson(
  tx: WriteHandle,
  scope: KeepScope,
  shown: ShownPerson,
  facts: ContactPersonFacts,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('directory.contact_persons')
    .set({ ...facts, version: shown.version + 1 })
    .where('id', '=', shown.id)
    .where('partner_id', '=', shown.partnerId)
    .where('version', '=', shown.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) refuse('conflict')
  await recordAudit(tx, scope, now, {
    action: 'directory.change-contact-person',
    subjectKind: 'partner',
    subjectId: shown.partnerId,
    libraryId: shown.libraryId ?? undefined,
  })
}

/**
 * Removes somebody who no longer works there: who it was is not kept. Agreements lose their fixed contact person.
 * @throws conflict when somebody else changed it since it was shown
 */
export async function removeContactPerson(
  tx: WriteHandle,
  scope: KeepScope,
  shown: ShownPerson,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('directory.agreements')
    .set((columns) => ({ contact_person_id: null, version: columns('version', '+', 1) }))
    .where('contact_person_id', '=', shown.id)
    .execute()
  const gone = await tx
    .deleteFrom('directory.contact_persons')
    .where('id', '=', shown.id)
    .where('version', '=', shown.version)
    .returning('id')
    .executeTakeFirst()
  if (!gone) refuse('conflict')
  await recordAudit(tx, scope, now, {
    action: 'directory.remove-contact-person',
    subjectKind: 'partner',
    subjectId: shown.partnerId,
    libraryId: shown.libraryId ?? undefined,
  })
}
