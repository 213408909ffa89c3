import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { holdMother } from '../add-desk/add-desk.command.ts'
import { holdDesk } from '../change-desk/change-desk.query.ts'

type KnownDesk = { readonly id: string; readonly libraryId: string }

/** What happens to a desk that belongs to the one that closes: it closes too, or gets another mother or none. */
export interface ChildFate {
  readonly id: string
  readonly fate: 'closes' | { readonly mother: string | null }
}

export interface Closing {
  /** The first local day on which nobody is helped there any more. */
  readonly closedOn: string
  /** Where its visitors go. */
  readonly successor: string | null
  /** Of each of its open children. */
  readonly children: readonly ChildFate[]
}

/**
 * Closes a desk, or says otherwise of a closed one since when and where to. What was counted there stays counted there.
 * @throws conflict when it has got other children meanwhile, or a new mother of theirs can be none any more
 */
export async function closeDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: KnownDesk,
  { closedOn, successor, children }: Closing,
  now: Instant,
): Promise<void> {
  // Held first: who gives it a child waits, and then finds it closed.
  foundOrRefuse(await holdDesk(tx, scope, desk.id))
  const present = await tx
    .selectFrom('desks.desks')
    .select('id')
    .where('mother_desk_id', '=', desk.id)
    .where('active', '=', true)
    .execute()
  const told = new Set(children.map(({ id }) => id))
  if (present.length !== told.size || present.some(({ id }) => !told.has(id))) refuse('conflict')
  for (const { id, fate } of children) {
    if (fate === 'closes') {
      await setClosed(tx, scope, { ...desk, id }, { closedOn, successor }, now)
      continue
    }
    await holdMother(tx, scope, desk.libraryId, fate.mother)
    await tx.updateTable('desks.desks').set({ mother_desk_id: fate.mother }).where('id', '=', id).execute()
    await recordAudit(tx, scope, now, {
      action: 'desks.change',
      subjectKind: 'desk',
      subjectId: id,
      libraryId: desk.libraryId,
      details: { motherDeskId: fate.mother },
    })
  }
  await setClosed(tx, scope, desk, { closedOn, successor }, now)
}

async function setClosed(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: KnownDesk,
  { closedOn, successor }: Omit<Closing, 'children'>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('desks.desks')
    .set({ active: false, closed_on: closedOn, successor_desk_id: successor })
    .where('id', '=', desk.id)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'desks.close',
    subjectKind: 'desk',
    subjectId: desk.id,
    libraryId: desk.libraryId,
    details: { closedOn, successorDeskId: successor },
  })
}

/** Opens a closed desk again. A mother that has closed meanwhile is its mother no more. */
export async function reopenDesk(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: KnownDesk,
  now: Instant,
): Promise<void> {
  const { mother } = foundOrRefuse(await holdDesk(tx, scope, desk.id))
  const open = mother
    ? await tx
        .selectFrom('desks.desks')
        .select('id')
        .where('id', '=', mother)
        .where('active', '=', true)
        .where('mother_desk_id', 'is', null)
        .forShare()
        .executeTakeFirst()
    : undefined
  await tx
    .updateTable('desks.desks')
    .set({ active: true, closed_on: null, successor_desk_id: null, mother_desk_id: open?.id ?? null })
    .where('id', '=', desk.id)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'desks.reopen',
    subjectKind: 'desk',
    subjectId: desk.id,
    libraryId: desk.libraryId,
  })
}
