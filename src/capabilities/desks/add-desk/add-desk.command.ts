import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { DeskFacts } from '../desk.ts'
import { locate } from '../map-point.ts'

/**
 * Adds a desk to a library and gives its id. Runs into deskConstraints when it is there already, and into row-level
 * security when the library is outside the scope.
 */
export async function addDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  libraryId: string,
  input: DeskFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await holdMother(tx, scope, libraryId, input.mother)
  await tx
    .insertInto('desks.desks')
    .values({
      id,
      library_id: libraryId,
      ...columnsOf(input),
      ...(await locate(tx, scope, input)),
      created_at: now.toString(),
    })
    .execute()
  await keepFinanciers(tx, scope, id, input.financiers)
  await recordAudit(tx, scope, now, {
    action: 'desks.add',
    subjectKind: 'desk',
    subjectId: id,
    libraryId,
    details: { kind: input.kind, financiers: input.financiers },
  })
  return id
}

/** Keeps which municipalities pay for a desk, in place of those that were said before. */
export async function keepFinanciers(
  tx: WriteHandle,
  _scope: AdministrationScope,
  deskId: string,
  codes: readonly string[],
): Promise<void> {
  let gone = tx.deleteFrom('desks.financiers').where('desk_id', '=', deskId)
  if (codes.length > 0) gone = gone.where('municipality_code', 'not in', codes)
  await gone.execute()
  if (codes.length === 0) return
  await tx
    .insertInto('desks.financiers')
    .values(codes.map((code) => ({ desk_id: deskId, municipality_code: code })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A desk as the table holds it, but for the point on the map and who pays. */
export function columnsOf(input: DeskFacts) {
  return {
    name: input.name,
    kind: input.kind,
    municipality_code: input.municipality,
    mother_desk_id: input.mother,
    street: input.street,
    house_number: input.houseNumber,
    postcode: input.postcode,
    town: input.town,
    host: input.host,
    phone: input.phone,
    email: input.email,
    website: input.website,
    step_free: input.stepFree,
    hearing_loop: input.hearingLoop,
    private_room: input.privateRoom,
    languages: [...input.languages],
    variant: input.variant,
    by_appointment: input.byAppointment,
    employees: input.employees,
    volunteers: input.volunteers,
    partner_staff: input.partnerStaff,
    note: input.note,
  }
}

/**
 * Holds a mother desk until her child is written, so that she does not close meanwhile.
 * @throws conflict when she is no longer an open desk of this library without a mother of her own
 */
export async function holdMother(
  tx: WriteHandle,
  _scope: AdministrationScope,
  libraryId: string,
  mother: string | null,
): Promise<void> {
  if (!mother) return
  const held = await tx
    .selectFrom('desks.desks')
    .select('id')
    .where('id', '=', mother)
    .where('library_id', '=', libraryId)
    .where('active', '=', true)
    .where('mother_desk_id', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!held) refuse('conflict')
}
