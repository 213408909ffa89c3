import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addBranch } from '../add-branch/add-branch.command.ts'
import type { BranchChange } from '../branch-plan.ts'
import { changeBranch, setBranchActive } from '../change-branch/change-branch.command.ts'
import { findBranchesOfLibraries } from '../change-branch/change-branch.query.ts'

/** Writes what a file brings, each branch with its own line in the log and one for the file. */
export async function importBranches(
  tx: WriteHandle,
  scope: AdministrationScope,
  changes: readonly BranchChange[],
  now: Instant,
): Promise<void> {
  const libraryIds = [...new Set(changes.map(({ libraryId }) => libraryId))]
  const known = await findBranchesOfLibraries(tx, scope, libraryIds)
  const open = new Set(known.flatMap(({ id, active }) => (active ? [id] : [])))
  for (const { id, libraryId, input, active } of changes) {
    if (id) await changeBranch(tx, scope, { id, libraryId }, input, now)
    const written = id ?? (await addBranch(tx, scope, libraryId, input, now))
    const stands = id ? open.has(id) : true
    if (active !== stands) await setBranchActive(tx, scope, { id: written, libraryId }, active, now)
  }
  const added = changes.filter(({ id }) => !id).length
  await recordAudit(tx, scope, now, {
    action: 'desks.import-branches',
    subjectKind: 'import',
    subjectId: 'branches',
    libraryId: scope.kind === 'library' ? scope.libraryId : undefined,
    details: { added, changed: changes.length - added },
  })
}
