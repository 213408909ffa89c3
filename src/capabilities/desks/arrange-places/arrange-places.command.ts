import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { changeHoursInTurn } from '../change-week/change-week.command.ts'
import { locate } from '../map-point.ts'
import { findPlannedAt, type PlaceFacts } from './arrange-places.query.ts'

type DeskOfPlace = { readonly id: string; readonly libraryId: string }

/**
 * Adds a place; one that was closed opens again, so that its old contacts and the new ones stand together. The same sent
 * twice is added once. Runs into placeConstraints when another one has the name.
 */
export async function addPlace(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: DeskOfPlace,
  input: PlaceFacts,
  now: Instant,
): Promise<void> {
  const { name, ...known } = await columnsOf(tx, scope, input)
  const present = await tx
    .selectFrom('desks.places')
    .selectAll()
    .where('desk_id', '=', desk.id)
    .where(sql<string>`lower(name)`, '=', sql<string>`lower(${name})`)
    .forUpdate()
    .executeTakeFirst()
  const id = present?.id ?? uuidv7()
  const stands = present?.active && isDeepStrictEqual({ ...present, ...known }, present)
  if (present && !present.active)
    await tx
      .updateTable('desks.places')
      .set({ active: true, ...known })
      .where('id', '=', id)
      .execute()
  else if (!stands)
    await tx
      .insertInto('desks.places')
      .values({ id: uuidv7(), desk_id: desk.id, name, ...known, created_at: now.toString() })
      .execute()
  await record(tx, scope, 'desks.add-place', desk, id, now)
}

/** Changes what is said of a place: the contacts that were registered there go along. Runs into placeConstraints. */
export async function changePlace(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: DeskOfPlace,
  placeId: string,
  input: PlaceFacts,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('desks.places')
    .set(await columnsOf(tx, scope, input))
    .where('id', '=', placeId)
    .where('desk_id', '=', desk.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  await record(tx, scope, 'desks.change-place', desk, placeId, now)
}

/**
 * Closes a place: nobody can choose it any more, what was registered there stays.
 * @throws conflict while hours are planned there: visitors would no longer hear where those are
 */
export async function closePlace(
  tx: WriteHandle,
  scope: AdministrationScope,
  desk: DeskOfPlace,
  placeId: string,
  now: Instant,
): Promise<void> {
  await changeHoursInTurn(tx, scope, desk.id)
  const planned = await findPlannedAt(tx, scope, { deskId: desk.id, placeId }, localDay(now))
  if (planned.timetables.length + planned.dated.length > 0) refuse('conflict')
  const closed = await tx
    .updateTable('desks.places')
    .set({ active: false })
    .where('id', '=', placeId)
    .where('desk_id', '=', desk.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(closed)
  await record(tx, scope, 'desks.close-place', desk, placeId, now)
}

async function columnsOf(tx: WriteHandle, scope: AdministrationScope, input: PlaceFacts) {
  return {
    name: input.name,
    municipality_code: input.municipality,
    street: input.street,
    house_number: input.houseNumber,
    postcode: input.postcode,
    town: input.town,
    step_free: input.stepFree,
    ...(await locate(tx, scope, input)),
  }
}

function record(
  tx: WriteHandle,
  scope: AdministrationScope,
  action: 'desks.add-place' | 'desks.change-place' | 'desks.close-place',
  desk: DeskOfPlace,
  placeId: string,
  now: Instant,
): Promise<void> {
  return recordAudit(tx, scope, now, {
    action,
    subjectKind: 'place',
    subjectId: placeId,
    libraryId: desk.libraryId,
    details: { deskId: desk.id },
  })
}
