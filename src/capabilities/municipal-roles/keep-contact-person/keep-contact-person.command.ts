import type { DesksScope, LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ContactPersonFacts } from '../contact-person.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'

/** Either side keeps its own. */
export type ContactScope = MunicipalityScope | LibraryScope | DesksScope

/** For whom somebody speaks: a municipality, or a library or one desk of it. */
export type SpokenFor =
  | { readonly municipalityCode: string }
  | { readonly libraryId: string; readonly deskId: string | null }

/** For whom somebody speaks, in the columns of the table. */
const spoken = (of: SpokenFor) =>
  'libraryId' in of
    ? { municipality_code: null, library_id: of.libraryId, desk_id: of.deskId }
    : { municipality_code: of.municipalityCode, library_id: null, desk_id: null }

const row = ({ jobTitle, fromDay, untilDay, ...facts }: ContactPersonFacts) => ({
  ...facts,
  job_title: jobTitle,
  from_day: fromDay,
  until_day: untilDay,
})

/** Adds a contact person. The same id twice is one. */
export async function addContactPerson(
  tx: WriteHandle,
  scope: ContactScope,
  of: SpokenFor,
  id: string,
  facts: ContactPersonFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.contact_persons')
    .values({ id, ...spoken(of), ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.add-contact-person',
    subjectKind: 'municipal-contact',
    subjectId: id,
    libraryId: 'libraryId' in of ? of.libraryId : undefined,
    rows: numInsertedOrUpdatedRows,
    details: 'libraryId' in of ? {} : { municipality: of.municipalityCode },
  })
}

/** Changes a contact person, if nobody did so since `version`. */
export async function changeContactPerson(
  tx: WriteHandle,
  scope: ContactScope,
  of: SpokenFor,
  { id, version }: Versioned,
  facts: ContactPersonFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.contact_persons')
    .set((eb) => ({ ...spoken(of), ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.change-contact-person',
    subjectKind: 'municipal-contact',
    subjectId: id,
    libraryId: 'libraryId' in of ? of.libraryId : undefined,
    rows: numUpdatedRows,
  })
}
