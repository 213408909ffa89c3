import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addDesk } from '../add-desk/add-desk.command.ts'
import { changeDesk } from '../change-desk/change-desk.command.ts'
import { findDesksOfLibraries } from '../change-desk/change-desk.query.ts'
import type { DeskChange } from '../desk-plan.ts'

/**
 * Writes what a file brings, each desk with its own line in the log and one for the file. Desks without a mother go
 * first: then every mother is there when her children come.
 */
export async function importDesks(
  tx: WriteHandle,
  scope: AdministrationScope,
  changes: readonly DeskChange[],
  now: Instant,
): Promise<void> {
  const libraryIds = [...new Set(changes.map(({ libraryId }) => libraryId))]
  const keyOf = (libraryId: string, name: string): string => `${libraryId}\n${name.toLowerCase()}`
  const ids = new Map(
    (await findDesksOfLibraries(tx, scope, libraryIds)).map((desk) => [
      keyOf(desk.libraryId, desk.name),
      desk.id,
    ]),
  )
  const ordered = [
    ...changes.filter(({ motherName }) => !motherName),
    ...changes.filter(({ motherName }) => motherName),
  ]
  for (const { id, libraryId, input, motherName } of ordered) {
    const mother = motherName ? foundOrRefuse(ids.get(keyOf(libraryId, motherName))) : null
    if (id) await changeDesk(tx, scope, { id, libraryId }, { ...input, mother }, now)
    else ids.set(keyOf(libraryId, input.name), await addDesk(tx, scope, libraryId, { ...input, mother }, now))
  }
  const added = changes.filter(({ id }) => !id).length
  await recordAudit(tx, scope, now, {
    action: 'desks.import',
    subjectKind: 'import',
    subjectId: 'desks',
    libraryId: scope.kind === 'library' ? scope.libraryId : undefined,
    details: { added, changed: changes.length - added },
  })
}
