import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { KeepScope } from '../keep-partner/keep-partner.command.ts'
import type { ServiceFacts } from '../service.ts'
import type { ServiceHours } from '../service-hours.ts'

interface OfPartner {
  readonly id: string
  readonly libraryId: string | null
}

/** What is kept of a service: the facts, and its own hours (none: those of its places count). */
export interface KeptService {
  readonly facts: ServiceFacts
  readonly hours: readonly ServiceHours[]
}

/** Adds a service to a partner and gives its id. */
export async function addService(
  tx: WriteHandle,
  scope: KeepScope,
  partner: OfPartner,
  { facts, hours }: KeptService,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.services')
    .values({
      id,
      partner_id: partner.id,
      ...columnsOf(facts),
      capacity_on: facts.capacity === 'unknown' ? null : localDay(now),
      created_at: now.toString(),
    })
    .execute()
  await keepLinks(tx, scope, id, facts)
  await keepHours(tx, scope, { partnerId: partner.id, serviceId: id }, hours)
  await recordAudit(tx, scope, now, {
    action: 'directory.add-service',
    subjectKind: 'service',
    subjectId: id,
    libraryId: partner.libraryId ?? undefined,
    details: { topics: facts.topicCodes },
  })
  return id
}

/** @throws conflict when somebody else changed it since it was shown */
export async function changeService(
  tx: WriteHandle,
  scope: KeepScope,
  partner: OfPartner,
  shown: { readonly id: string; readonly version: number; readonly capacity: string },
  { facts, hours }: KeptService,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('directory.services')
    .set({
      ...columnsOf(facts),
      ...(facts.capacity !== shown.capacity && {
        capacity_on: facts.capacity === 'unknown' ? null : localDay(now),
      }),
      version: shown.version + 1,
    })
    .where('id', '=', shown.id)
    .where('partner_id', '=', partner.id)
    .where('version', '=', shown.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) refuse('conflict')
  await keepLinks(tx, scope, shown.id, facts)
  await keepHours(tx, scope, { partnerId: partner.id, serviceId: shown.id }, hours)
  await recordAudit(tx, scope, now, {
    action: 'directory.change-service',
    subjectKind: 'service',
    subjectId: shown.id,
    libraryId: partner.libraryId ?? undefined,
    details: { topics: facts.topicCodes, active: facts.active },
  })
}

/**
 * Keeps hours in place of those that were there: of a service, of everything at a place, or of the whole partner. A rule of
 * a feed that has no place in ours (no weekday, with what the feed told) stays.
 */
export async function keepHours(
  tx: WriteHandle,
  _scope: KeepScope,
  of: { readonly partnerId: string; readonly serviceId?: string; readonly locationId?: string },
  hours: readonly ServiceHours[],
): Promise<void> {
  const { partnerId, serviceId = null, locationId = null } = of
  await tx
    .deleteFrom('directory.hours')
    .where('partner_id', '=', partnerId)
    .where('service_id', serviceId === null ? 'is' : '=', serviceId)
    .where('location_id', locationId === null ? 'is' : '=', locationId)
    .where((where) => where.or([where('weekday', 'is not', null), where('source_document', 'is', null)]))
    .execute()
  if (hours.length === 0) return
  await tx
    .insertInto('directory.hours')
    .values(
      hours.map(({ weekday, opens, closes, fromDay, untilDay, note }) => ({
        id: uuidv7(),
        partner_id: partnerId,
        service_id: serviceId,
        location_id: locationId,
        weekday,
        opens,
        closes,
        from_day: fromDay,
        until_day: untilDay,
        note,
      })),
    )
    .execute()
}

/** Topics and places, in place of those that were said before. */
async function keepLinks(
  tx: WriteHandle,
  _scope: KeepScope,
  id: string,
  { topicCodes, locationIds }: ServiceFacts,
): Promise<void> {
  let topicsGone = tx.deleteFrom('directory.service_topics').where('service_id', '=', id)
  if (topicCodes.length > 0) topicsGone = topicsGone.where('topic_code', 'not in', topicCodes)
  await topicsGone.execute()
  if (topicCodes.length > 0)
    await tx
      .insertInto('directory.service_topics')
      .values(topicCodes.map((code) => ({ service_id: id, topic_code: code })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  let placesGone = tx.deleteFrom('directory.service_locations').where('service_id', '=', id)
  if (locationIds.length > 0) placesGone = placesGone.where('location_id', 'not in', locationIds)
  await placesGone.execute()
  if (locationIds.length > 0)
    await tx
      .insertInto('directory.service_locations')
      .values(locationIds.map((location) => ({ service_id: id, location_id: location })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

function columnsOf(facts: ServiceFacts) {
  return {
    name: facts.name,
    description: facts.description,
    ways: [...facts.ways],
    by_appointment: facts.byAppointment,
    target_groups: [...facts.targetGroups],
    languages: [...facts.languages],
    municipality_codes: [...facts.municipalityCodes],
    free: facts.free,
    cost: facts.cost,
    eligibility: facts.eligibility,
    required_documents: [...facts.requiredDocuments],
    website: facts.website,
    email: facts.email,
    phone: facts.phone,
    capacity: facts.capacity,
    is_course: facts.isCourse,
    active: facts.active,
  }
}
