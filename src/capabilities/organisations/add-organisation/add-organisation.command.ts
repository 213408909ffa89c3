import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { setWorkingArea } from '../change-organisation/change-organisation.command.ts'
import type { OrganisationInput } from './add-organisation.form.ts'

/** Adds an organisation and gives its id. Runs into organisationConstraints when it is there already. */
export async function addOrganisation(
  tx: WriteHandle,
  scope: NationalScope,
  input: OrganisationInput,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('organisations.organisations')
    .values({
      id,
      kind: input.kind,
      name: input.name,
      isil_code: input.kind === 'library' ? input.isil : null,
      municipality_code: input.kind === 'municipality' ? input.municipality : null,
      active: input.active,
      created_at: now.toString(),
    })
    .execute()
  await setWorkingArea(tx, scope, id, input)
  await recordAudit(tx, scope, now, {
    action: 'organisations.add',
    subjectKind: 'organisation',
    subjectId: id,
    libraryId: input.kind === 'library' ? id : undefined,
    details: { kind: input.kind },
  })
  return id
}
