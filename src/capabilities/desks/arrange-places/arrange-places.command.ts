import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { PlaceInput } from './arrange-places.form.ts'

type DeskOfPlace = { readonly id: string; readonly libraryId: string }

/** Adds a place; one that was closed opens again, so that its old contacts and the new ones stand together. */
export async function addPlace(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: DeskOfPlace,
  input: PlaceInput,
  now: Instant,
): Promise<void> {
  const { id } = await tx
    .insertInto('desks.places')
    .values({
      id: uuidv7(),
      desk_id: desk.id,
      name: input['place-name'],
      municipality_code: input['place-municipality'],
      created_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .expression(sql`desk_id, lower(name)`)
        .doUpdateSet({ active: true, municipality_code: input['place-municipality'] }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'desks.add-place',
    subjectKind: 'place',
    subjectId: id,
    libraryId: desk.libraryId,
    details: { deskId: desk.id },
  })
}

/** Closes a place: nobody can choose it any more, what was registered there stays. */
export async function closePlace(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: DeskOfPlace,
  placeId: string,
  now: Instant,
): Promise<void> {
  const closed = await tx
    .updateTable('desks.places')
    .set({ active: false })
    .where('id', '=', placeId)
    .where('desk_id', '=', desk.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(closed)
  await recordAudit(tx, scope, now, {
    action: 'desks.close-place',
    subjectKind: 'place',
    subjectId: placeId,
    libraryId: desk.libraryId,
    details: { deskId: desk.id },
  })
}
