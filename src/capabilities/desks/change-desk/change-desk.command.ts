import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { columnsOf, holdMother, keepFinanciers } from '../add-desk/add-desk.command.ts'
import type { DeskFacts } from '../desk.ts'
import { deskFields, writeShown } from '../desk-fields.ts'
import { locate } from '../map-point.ts'
import { addressLine } from '../venue.ts'
import { holdDesk } from './change-desk.query.ts'

export interface ChangeOptions {
  /** The desk moved: its page then says from where. Otherwise another address mends the one that stood there. */
  readonly moved?: boolean
  /** What was shown to who changes it (writeShown). Without it, whatever stands there gives way. */
  readonly shown?: string
}

/**
 * Changes a desk. Its contacts stay where they were counted, wherever it moves. Runs into deskConstraints.
 * @throws conflict when the desk is no longer as it was shown, or its mother can be none any more
 */
export async function changeDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: { readonly id: string; readonly libraryId: string },
  input: DeskFacts,
  now: Instant,
  { moved = false, shown }: ChangeOptions = {},
): Promise<void> {
  const present = foundOrRefuse(await holdDesk(tx, scope, desk.id))
  if (shown !== undefined && shown !== writeShown(deskFields(present))) refuse('conflict')
  if (input.mother !== present.mother) await holdMother(tx, scope, desk.libraryId, input.mother)
  await tx
    .updateTable('desks.desks')
    .set({
      ...columnsOf(input),
      ...(await locate(tx, scope, input)),
      ...(moved && { moved_on: localDay(now), moved_from: addressLine(present) }),
    })
    .where('id', '=', desk.id)
    .execute()
  await keepFinanciers(tx, scope, desk.id, input.financiers)
  await recordAudit(tx, scope, now, {
    action: 'desks.change',
    subjectKind: 'desk',
    subjectId: desk.id,
    libraryId: desk.libraryId,
    details: { kind: input.kind, moved, financiers: input.financiers },
  })
}
