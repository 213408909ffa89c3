import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addOrganisation } from '../add-organisation/add-organisation.command.ts'
import { changeOrganisation } from '../change-organisation/change-organisation.command.ts'
import type { LibraryChange } from '../library-plan.ts'

/** Writes what a file brings, each library with its own line in the log and one for the file. */
export async function importLibraries(
  tx: WriteHandle,
  scope: NationalScope,
  changes: readonly LibraryChange[],
  now: Instant,
): Promise<void> {
  for (const { id, input } of changes) {
    if (id) await changeOrganisation(tx, scope, id, input, now)
    else await addOrganisation(tx, scope, input, now)
  }
  const added = changes.filter(({ id }) => !id).length
  await recordAudit(tx, scope, now, {
    action: 'organisations.import',
    subjectKind: 'import',
    subjectId: 'libraries',
    details: { added, changed: changes.length - added },
  })
}
