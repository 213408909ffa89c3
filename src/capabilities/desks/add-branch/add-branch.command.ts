import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { BranchFacts } from '../branch.ts'
import { locate } from '../map-point.ts'

/** Adds a branch to a library and gives its id. Runs into branchConstraints, and into row-level security. */
export async function addBranch(
  tx: WriteHandle,
  scope: AdministrationScope,
  libraryId: string,
  input: BranchFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('desks.branches')
    .values({
      id,
      library_id: libraryId,
      ...branchColumnsOf(input),
      ...(await locate(tx, scope, input)),
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'desks.add-branch',
    subjectKind: 'branch',
    subjectId: id,
    libraryId,
    details: { kind: input.kind },
  })
  return id
}

/** A branch as the table holds it, but for the point on the map. */
export function branchColumnsOf(input: BranchFacts) {
  return {
    name: input.name,
    kind: input.kind,
    municipality_code: input.municipality,
    street: input.street,
    house_number: input.houseNumber,
    postcode: input.postcode,
    town: input.town,
    desk_id: input.desk,
  }
}
