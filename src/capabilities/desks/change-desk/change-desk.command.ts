import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { DeskInput } from '../add-desk/add-desk.form.ts'

/** Changes a desk. At another address it stands at another point on the map, which nobody has looked up yet. */
export async function changeDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: { readonly id: string; readonly libraryId: string },
  input: DeskInput,
  now: Instant,
): Promise<void> {
  const sameAddress = sql<boolean>`(street, house_number, postcode, town) is not distinct from (${input.street}, ${input['house-number']}, ${input.postcode}, ${input.town})`
  const changed = await tx
    .updateTable('desks.desks')
    .set({
      name: input.name,
      kind: input.kind,
      municipality_code: input.municipality,
      mother_desk_id: input.mother,
      street: input.street,
      house_number: input['house-number'],
      postcode: input.postcode,
      town: input.town,
      latitude: sql`case when ${sameAddress} then latitude end`,
      longitude: sql`case when ${sameAddress} then longitude end`,
      active: input.active,
    })
    .where('id', '=', desk.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  await recordAudit(tx, scope, now, {
    action: 'desks.change',
    subjectKind: 'desk',
    subjectId: desk.id,
    libraryId: desk.libraryId,
    details: { kind: input.kind, active: input.active },
  })
}
