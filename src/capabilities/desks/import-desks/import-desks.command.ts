import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { addDesk } from '../add-desk/add-desk.command.ts'
import { changeDesk } from '../change-desk/change-desk.command.ts'
import { findDesksOfLibraries } from '../change-desk/change-desk.query.ts'
import { closeDesk, reopenDesk } from '../close-desk/close-desk.command.ts'
import type { DeskChange } from '../desk-plan.ts'

/**
 * Writes what a file brings, each desk with its own line in the log and one for the file. Another address in a file mends
 * the one that stood there: that a desk moved is said on its page. What opens goes first and what closes last, and desks
 * without a mother before the others: then every mother is there when her children come or go.
 */
export async function importDesks(
  tx: WriteHandle,
  scope: AdministrationScope,
  changes: readonly DeskChange[],
  now: Instant,
): Promise<void> {
  const libraryIds = [...new Set(changes.map(({ libraryId }) => libraryId))]
  const keyOf = (libraryId: string, name: string): string => `${libraryId}\n${name.toLowerCase()}`
  const known = await findDesksOfLibraries(tx, scope, libraryIds)
  const ids = new Map(known.map((desk) => [keyOf(desk.libraryId, desk.name), desk.id]))
  const closed = new Set(known.flatMap(({ id, active }) => (active ? [] : [id])))
  for (const { id, libraryId, active } of changes)
    if (id && active && closed.has(id)) await reopenDesk(tx, scope, { id, libraryId }, now)
  const ordered = [
    ...changes.filter(({ motherName }) => !motherName),
    ...changes.filter(({ motherName }) => motherName),
  ]
  for (const { id, libraryId, input, motherName } of ordered) {
    const mother = motherName ? foundOrRefuse(ids.get(keyOf(libraryId, motherName))) : null
    if (id) await changeDesk(tx, scope, { id, libraryId }, { ...input, mother }, now)
    else ids.set(keyOf(libraryId, input.name), await addDesk(tx, scope, libraryId, { ...input, mother }, now))
  }
  for (const { libraryId, input, active } of ordered.toReversed()) {
    const id = foundOrRefuse(ids.get(keyOf(libraryId, input.name)))
    if (active || closed.has(id)) continue
    const closing = { closedOn: localDay(now), successor: null, children: [] }
    await closeDesk(tx, scope, { id, libraryId }, closing, now)
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
