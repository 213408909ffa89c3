import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { AgreementFacts } from '../agreement.ts'

/** Keeps what a library agreed with a partner and gives the id of the agreement. */
export async function addAgreement(
  tx: WriteHandle,
  scope: DeskScope | LibraryScope,
  partnerId: string,
  facts: AgreementFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.agreements')
    .values({
      id,
      library_id: scope.libraryId,
      partner_id: partnerId,
      ...columnsOf(facts),
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.add-agreement',
    subjectKind: 'agreement',
    subjectId: id,
    libraryId: scope.libraryId,
    details: { way: facts.way },
  })
  return id
}

/** @throws conflict when somebody else changed it since it was shown */
export async function changeAgreement(
  tx: WriteHandle,
  scope: DeskScope | LibraryScope,
  shown: { readonly id: string; readonly version: number },
  facts: AgreementFacts,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('directory.agreements')
    .set({ ...columnsOf(facts), version: shown.version + 1 })
    .where('id', '=', shown.id)
    .where('version', '=', shown.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) refuse('conflict')
  await recordAudit(tx, scope, now, {
    action: 'directory.change-agreement',
    subjectKind: 'agreement',
    subjectId: shown.id,
    libraryId: scope.libraryId,
    details: { way: facts.way },
  })
}

function columnsOf(facts: AgreementFacts) {
  return {
    service_id: facts.serviceId,
    when_to_refer: facts.whenToRefer,
    way: facts.way,
    how: facts.how,
    contact_person_id: facts.contactPersonId,
    desk_id: facts.deskId,
    consultation_label: facts.consultationLabel,
    refers_back: facts.refersBack,
    answer_days: facts.answerDays,
    valid_from: facts.validFrom,
    valid_until: facts.validUntil,
    review_on: facts.reviewOn,
  }
}
