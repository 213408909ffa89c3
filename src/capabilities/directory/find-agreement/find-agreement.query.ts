import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Agreement, AgreementWay } from '../agreement.ts'

/** An agreement by its id, when the scope may know of it. */
export async function findAgreement(
  db: ReadHandle,
  scope: Scope,
  id: string,
): Promise<Agreement | undefined> {
  return (await findAgreements(db, scope, { ids: [id] }))[0]
}

interface WhichAgreements {
  readonly ids?: readonly string[]
  readonly partnerIds?: readonly string[]
  readonly libraryId?: string
}

/** The agreements that the scope may know of, those made last first; of any day. */
export async function findAgreements(
  db: ReadHandle,
  _scope: Scope,
  { ids, partnerIds, libraryId }: WhichAgreements = {},
): Promise<Agreement[]> {
  if (ids?.length === 0 || partnerIds?.length === 0) return []
  const rows = await db
    .selectFrom('directory.agreements')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .$if(partnerIds !== undefined, (query) => query.where('partner_id', 'in', partnerIds ?? []))
    .$if(libraryId !== undefined, (query) => query.where('library_id', '=', libraryId ?? ''))
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    libraryId: row.library_id,
    partnerId: row.partner_id,
    serviceId: row.service_id,
    whenToRefer: row.when_to_refer,
    way: row.way as AgreementWay,
    how: row.how,
    contactPersonId: row.contact_person_id,
    deskId: row.desk_id,
    consultationLabel: row.consultation_label,
    refersBack: row.refers_back,
    answerDays: row.answer_days,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    reviewOn: row.review_on,
    version: row.version,
  }))
}
