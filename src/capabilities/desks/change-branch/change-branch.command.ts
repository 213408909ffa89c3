import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { branchColumnsOf } from '../add-branch/add-branch.command.ts'
import type { BranchFacts } from '../branch.ts'
import { locate } from '../map-point.ts'

type KnownBranch = { readonly id: string; readonly libraryId: string }

/** Changes a branch. Runs into branchConstraints. */
export async function changeBranch(
  tx: WriteHandle,
  scope: AdministrationScope,
  branch: KnownBranch,
  input: BranchFacts,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('desks.branches')
    .set({ ...branchColumnsOf(input), ...(await locate(tx, scope, input)) })
    .where('id', '=', branch.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  await recordAudit(tx, scope, now, {
    action: 'desks.change-branch',
    subjectKind: 'branch',
    subjectId: branch.id,
    libraryId: branch.libraryId,
    details: { kind: input.kind },
  })
}

/** Closes a branch, so that nobody thinks of it for a new desk, or opens it again. Its desk stays as it is. */
export async function setBranchActive(
  tx: WriteHandle,
  scope: AdministrationScope,
  branch: KnownBranch,
  active: boolean,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('desks.branches')
    .set({ active })
    .where('id', '=', branch.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  await recordAudit(tx, scope, now, {
    action: active ? 'desks.open-branch' : 'desks.close-branch',
    subjectKind: 'branch',
    subjectId: branch.id,
    libraryId: branch.libraryId,
  })
}

/**
 * Writes that a desk began in a branch.
 * @throws conflict when it has an open desk already, or is closed
 */
export async function giveBranchDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  branch: KnownBranch,
  deskId: string,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('desks.branches')
    .set({ desk_id: deskId })
    .where('id', '=', branch.id)
    .where('active', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('desks.desks')
            .select('desks.desks.id')
            .whereRef('desks.desks.id', '=', 'desks.branches.desk_id')
            .where('desks.desks.active', '=', true),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  if (!changed) refuse('conflict')
  await recordAudit(tx, scope, now, {
    action: 'desks.change-branch',
    subjectKind: 'branch',
    subjectId: branch.id,
    libraryId: branch.libraryId,
    details: { deskId },
  })
}
