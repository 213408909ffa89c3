import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { JsonObject } from '../hsds-document.ts'
import type { ReachHours } from '../hsds-hours.ts'
import type { FeedPartner } from '../hsds-rows.ts'

/** All that a feed may tell of these partners, ended ones too, by their id. */
export async function readFeedPartners(
  db: ReadHandle,
  _scope: Scope,
  ids: readonly string[],
): Promise<Map<string, FeedPartner>> {
  if (ids.length === 0) return new Map()
  const of = <Row extends { partner_id: string }>(rows: readonly Row[]): Map<string, Row[]> =>
    grouped(rows, ({ partner_id }) => partner_id)
  const partners = await db.selectFrom('directory.partners').selectAll().where('id', 'in', ids).execute()
  const services = of(
    await db
      .selectFrom('directory.services')
      .selectAll()
      .where('partner_id', 'in', ids)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  )
  const locations = of(
    await db
      .selectFrom('directory.locations')
      .selectAll()
      .where('partner_id', 'in', ids)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  )
  const hours = of(
    await db
      .selectFrom('directory.hours')
      .selectAll()
      .where('partner_id', 'in', ids)
      .orderBy('weekday')
      .orderBy('opens')
      .orderBy('id')
      .execute(),
  )
  const topics = grouped(
    await db
      .selectFrom('directory.service_topics as topic')
      .innerJoin('directory.services as service', 'service.id', 'topic.service_id')
      .select(['topic.service_id', 'topic.topic_code'])
      .where('service.partner_id', 'in', ids)
      .orderBy('topic.topic_code')
      .execute(),
    ({ service_id }) => service_id,
  )
  const pairs = grouped(
    await db
      .selectFrom('directory.service_locations as pair')
      .innerJoin('directory.services as service', 'service.id', 'pair.service_id')
      .select(['pair.id', 'pair.service_id', 'pair.location_id', 'pair.source_document'])
      .where('service.partner_id', 'in', ids)
      .orderBy('pair.id')
      .execute(),
    ({ service_id }) => service_id,
  )
  return new Map(
    partners.map((partner): [string, FeedPartner] => {
      const hoursOf = (serviceId: string | null, locationId: string | null): ReachHours[] =>
        (hours.get(partner.id) ?? [])
          .filter((row) => row.service_id === serviceId && row.location_id === locationId)
          .map((row) => ({
            weekday: row.weekday,
            opens: row.opens,
            closes: row.closes,
            fromDay: row.from_day,
            untilDay: row.until_day,
            note: row.note,
          }))
      return [
        partner.id,
        {
          id: partner.id,
          document: documentIn(partner.source_document),
          confirmedOn: partner.confirmed_on,
          fields: {
            name: partner.name,
            shortName: partner.short_name,
            kind: partner.kind,
            description: partner.description,
            website: partner.website,
            email: partner.email,
            phone: partner.phone,
          },
          services: (services.get(partner.id) ?? []).map((service) => ({
            id: service.id,
            document: documentIn(service.source_document),
            changedAt: service.changed_at.toString(),
            fields: {
              name: service.name,
              description: service.description,
              website: service.website,
              email: service.email,
              phone: service.phone,
              active: service.active,
              ways: service.ways,
              byAppointment: service.by_appointment,
              targetGroups: service.target_groups,
              languages: service.languages,
              municipalityCodes: service.municipality_codes,
              free: service.free,
              cost: service.cost,
              eligibility: service.eligibility,
              requiredDocuments: service.required_documents,
              capacity: service.capacity,
              capacityOn: service.capacity_on,
              isCourse: service.is_course,
              topics: (topics.get(service.id) ?? []).map(({ topic_code }) => topic_code),
              // Hours of the whole organisation have no place in HSDS: they are those of each service without its own.
              hours: [hoursOf(service.id, null), hoursOf(null, null)].find(({ length }) => length > 0) ?? [],
            },
            places: (pairs.get(service.id) ?? []).map((pair) => ({
              id: pair.id,
              locationId: pair.location_id,
              document: documentIn(pair.source_document),
              hours: hoursOf(service.id, pair.location_id),
            })),
          })),
          locations: (locations.get(partner.id) ?? []).map((location) => ({
            id: location.id,
            document: documentIn(location.source_document),
            fields: {
              name: location.name,
              note: location.note,
              address: {
                first: [location.street, location.house_number].filter(Boolean).join(' '),
                postcode: location.postcode,
                town: location.town ?? '',
              },
              latitude: location.latitude,
              longitude: location.longitude,
              stepFree: location.step_free,
              hours: hoursOf(null, location.id),
            },
          })),
        },
      ]
    }),
  )
}

const documentIn = (value: unknown): JsonObject => (value ?? {}) as JsonObject

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
