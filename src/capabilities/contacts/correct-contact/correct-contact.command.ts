import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay, parseInstant } from '../../../platform/time/local-time.ts'
import { appendFigureChanges } from '../append-figures/append-figures.command.ts'
import type { ContactContent } from '../contact.ts'
import { cellsOf, negated, timingCells } from '../contact-cells.ts'
import { readStoredContact, type StoredContact } from '../read-contact/read-contact.query.ts'
import { insertAnswers } from '../register-contact/register-contact.command.ts'

export type ChangeOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason: 'not-found' | 'not-yours' | 'term-over' | 'changed-meanwhile' | 'already'
    }

export interface Change {
  readonly contactId: string
  /** The revision that the person saw; another one in the database means that somebody else came first. */
  readonly revision?: number | undefined
  /** May also change what colleagues registered. */
  readonly oversees: boolean
}

/** Replaces the answers of a contact; what it said before is kept. Only within the library's term, one's own or as coordinator. */
export async function correctContact(
  tx: WriteHandle,
  scope: DeskScope,
  change: Change & { content: ContactContent },
  now: Instant,
): Promise<ChangeOutcome> {
  const claimed = await claimForChange(tx, scope, change, now)
  if (!claimed.ok) return claimed
  const { stored } = claimed
  // Who moves a desk to another municipality does not move what happened before.
  const samePlace = change.content.placeId === stored.content.placeId
  const content = samePlace
    ? { ...change.content, municipalityCode: stored.content.municipalityCode }
    : change.content
  const moment = parseInstant(content.occurredAt) ?? stored.occurredAt
  await keepVersion(tx, scope, stored, 'correct', now)
  await removeAnswers(tx, scope, stored, now)
  const counted = { ...content, countedAs: stored.countedAs }
  const timeKnown = stored.timeKnown || !moment.equals(stored.occurredAt)
  const timing = {
    occurredAt: moment,
    timeKnown,
    receivedAt: stored.imported ? undefined : stored.receivedAt,
  }
  await insertAnswers(
    tx,
    scope,
    { contactId: stored.id, occurredOn: localDay(moment), content: counted, timing },
    now,
  )
  await tx
    .updateTable('contacts.contacts')
    .set({
      revision: stored.revision + 1,
      place_id: content.placeId,
      municipality_code: content.municipalityCode,
      form_code: content.formCode,
      channel: content.channel,
      occurred_at: moment.toString(),
      occurred_on: localDay(moment),
      time_known: timeKnown,
      duration: content.duration,
      satisfied: content.satisfied,
      gender: content.gender,
      age: content.age,
      language: content.language,
      visitor_municipality_code: content.visitorMunicipalityCode,
    })
    .where('id', '=', stored.id)
    .where('desk_id', '=', scope.deskId)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'contacts.correct',
    subjectKind: 'contact',
    subjectId: stored.id,
    libraryId: scope.libraryId,
    details: { revision: stored.revision + 1 },
  })
  return { ok: true }
}

/** Locks the contact and looks whether this person may change it now. A second change waits here for the first. */
export async function claimForChange(
  tx: WriteHandle,
  scope: DeskScope,
  { contactId, revision, oversees }: Change,
  now: Instant,
): Promise<{ ok: true; stored: StoredContact } | Extract<ChangeOutcome, { ok: false }>> {
  await tx
    .selectFrom('contacts.contacts')
    .select('id')
    .where('id', '=', contactId)
    .where('desk_id', '=', scope.deskId)
    .forUpdate()
    .execute()
  const stored = await readStoredContact(tx, scope, contactId, now)
  // A mark of a tally goes with its tally.
  const reason =
    !stored || stored.countedAs === 'tally'
      ? 'not-found'
      : stored.deleted
        ? 'already'
        : stored.authorAccountId !== scope.accountId && !oversees
          ? 'not-yours'
          : !stored.changeable
            ? 'term-over'
            : revision !== undefined && revision !== stored.revision
              ? 'changed-meanwhile'
              : undefined
  if (!stored || reason) {
    await recordAudit(tx, scope, now, {
      action: 'contacts.change-refused',
      subjectKind: 'contact',
      subjectId: contactId,
      libraryId: scope.libraryId,
      details: { reason },
    })
    return { ok: false, reason: reason ?? 'not-found' }
  }
  return { ok: true, stored }
}

/** Keeps what a contact said before this change. */
export async function keepVersion(
  tx: WriteHandle,
  scope: DeskScope,
  stored: StoredContact,
  act: 'correct' | 'delete',
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('contacts.contact_versions')
    .values({
      contact_id: stored.id,
      revision: stored.revision,
      library_id: scope.libraryId,
      desk_id: scope.deskId,
      content: JSON.stringify(stored.content),
      replaced_at: now.toString(),
      replaced_by: scope.accountId,
      act,
    })
    .execute()
}

/** Takes away the rows below a contact and what it counted for: they are replaced, or counted no longer. */
export async function removeAnswers(
  tx: WriteHandle,
  scope: DeskScope,
  stored: StoredContact,
  now: Instant,
): Promise<void> {
  const { id: contactId, libraryId, deskId, occurredOn, countedAs, content } = stored
  const { municipalityCode } = content
  const timing = { ...stored, receivedAt: stored.imported ? undefined : stored.receivedAt }
  const cells = negated({ ...cellsOf({ ...content, countedAs }), ...timingCells(timing) })
  await appendFigureChanges(tx, scope, [{ libraryId, deskId, municipalityCode, day: occurredOn, cells }], now)
  await tx
    .deleteFrom('contacts.question_service_providers')
    .where('contact_id', '=', contactId)
    .where('desk_id', '=', scope.deskId)
    .execute()
  await tx
    .deleteFrom('contacts.questions')
    .where('contact_id', '=', contactId)
    .where('desk_id', '=', scope.deskId)
    .execute()
  await tx
    .deleteFrom('contacts.help_given')
    .where('contact_id', '=', contactId)
    .where('desk_id', '=', scope.deskId)
    .execute()
}
