import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { DeskInput } from './add-desk.form.ts'

/**
 * Adds a desk to a library and gives its id. Runs into deskConstraints when it is there already, and into row-level
 * security when the library is outside the scope.
 */
export async function addDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  libraryId: string,
  input: DeskInput,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('desks.desks')
    .values({
      id,
      library_id: libraryId,
      name: input.name,
      kind: input.kind,
      municipality_code: input.municipality,
      mother_desk_id: input.mother,
      street: input.street,
      house_number: input['house-number'],
      postcode: input.postcode,
      town: input.town,
      active: input.active,
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'desks.add',
    subjectKind: 'desk',
    subjectId: id,
    libraryId,
    details: { kind: input.kind },
  })
  return id
}
