import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findPostcodeArea } from '../../organisations/public.ts'
import type { KeepScope } from '../keep-partner/keep-partner.command.ts'
import { keepHours } from '../keep-service/keep-service.command.ts'
import type { LocationFacts } from '../partner.ts'
import type { ServiceHours } from '../service-hours.ts'

interface OfPartner {
  readonly id: string
  readonly libraryId: string | null
}

/** A place, and when everything there can be reached. */
export interface KeptLocation {
  readonly facts: LocationFacts
  /** Where it stands, when somebody pointed at it; else the middle of its postcode area counts. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly hours: readonly ServiceHours[]
}

/** Adds a place to a partner and gives its id. */
export async function addLocation(
  tx: WriteHandle,
  scope: KeepScope,
  partner: OfPartner,
  location: KeptLocation,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.locations')
    .values({
      id,
      partner_id: partner.id,
      ...(await columnsOf(tx, scope, location)),
      created_at: now.toString(),
    })
    .execute()
  await keepHours(tx, scope, { partnerId: partner.id, locationId: id }, location.hours)
  await recordAudit(tx, scope, now, {
    action: 'directory.add-location',
    subjectKind: 'partner',
    subjectId: partner.id,
    libraryId: partner.libraryId ?? undefined,
  })
  return id
}

/** @throws conflict when somebody else changed it since it was shown */
export async function changeLocation(
  tx: WriteHandle,
  scope: KeepScope,
  partner: OfPartner,
  shown: { readonly id: string; readonly version: number },
  location: KeptLocation,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('directory.locations')
    .set({ ...(await columnsOf(tx, scope, location)), version: shown.version + 1 })
    .where('id', '=', shown.id)
    .where('partner_id', '=', partner.id)
    .where('version', '=', shown.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) refuse('conflict')
  await keepHours(tx, scope, { partnerId: partner.id, locationId: shown.id }, location.hours)
  await recordAudit(tx, scope, now, {
    action: 'directory.change-location',
    subjectKind: 'partner',
    subjectId: partner.id,
    libraryId: partner.libraryId ?? undefined,
  })
}

/** @throws conflict when somebody else changed it since it was shown */
export async function removeLocation(
  tx: WriteHandle,
  scope: KeepScope,
  partner: OfPartner,
  shown: { readonly id: string; readonly version: number },
  now: Instant,
): Promise<void> {
  // First from its services, so that their search entries are made without it.
  await tx.deleteFrom('directory.service_locations').where('location_id', '=', shown.id).execute()
  const gone = await tx
    .deleteFrom('directory.locations')
    .where('id', '=', shown.id)
    .where('partner_id', '=', partner.id)
    .where('version', '=', shown.version)
    .returning('id')
    .executeTakeFirst()
  if (!gone) refuse('conflict')
  await recordAudit(tx, scope, now, {
    action: 'directory.remove-location',
    subjectKind: 'partner',
    subjectId: partner.id,
    libraryId: partner.libraryId ?? undefined,
  })
}

async function columnsOf(tx: WriteHandle, scope: KeepScope, { facts, point }: KeptLocation) {
  const area =
    point === null && facts.postcode
      ? await findPostcodeArea(tx, scope, facts.postcode.slice(0, 4))
      : undefined
  return {
    name: facts.name,
    street: facts.street,
    house_number: facts.houseNumber,
    postcode: facts.postcode,
    town: facts.town,
    municipality_code: facts.municipalityCode ?? area?.municipalityCode ?? null,
    latitude: point?.latitude ?? area?.latitude ?? null,
    longitude: point?.longitude ?? area?.longitude ?? null,
    step_free: facts.stepFree,
    note: facts.note,
  }
}
