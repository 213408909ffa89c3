import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Agreement, agreementFor } from '../agreement.ts'
import { findAgreements } from '../find-agreement/find-agreement.query.ts'
import { findContactPersons, findLocations, findPartners } from '../find-partner/find-partner.query.ts'
import type { ContactPerson, PartnerLocation } from '../partner.ts'
import type { Service, ServiceCapacity, ServiceOffer, ServiceWay } from '../service.ts'
import type { ServiceHours } from '../service-hours.ts'

/** A point in degrees (WGS 84). */
export interface Here {
  readonly latitude: number
  readonly longitude: number
}

/** A service with all that a desk tells about it, and whom to call when the scope may know. */
export interface ServiceDetails extends ServiceOffer {
  /** The fixed contact person of the agreement. */
  readonly contactPerson: ContactPerson | undefined
}

/**
 * A service with everything for a page or a leaflet; also one that is no longer on offer (`service.active`,
 * `partner.endedOn`), for the referral that was made to it.
 */
export async function findService(
  db: ReadHandle,
  scope: Scope,
  id: string,
  when: { readonly today: string; readonly libraryId?: string; readonly here?: Here },
): Promise<ServiceDetails | undefined> {
  const [offer] = await findOffers(db, scope, [id], when)
  if (!offer) return undefined
  const persons = offer.agreement?.contactPersonId
    ? await findContactPersons(db, scope, offer.partner.id)
    : []
  return {
    ...offer,
    contactPerson: persons.find(({ id: person }) => person === offer.agreement?.contactPersonId),
  }
}

/**
 * Services with whose they are, where and when, in the order of `ids`.
 * @param libraryId whose agreements count, for who may read those of several; without it all that the scope may know
 */
export async function findOffers(
  db: ReadHandle,
  scope: Scope,
  ids: readonly string[],
  {
    today,
    libraryId,
    here,
    agreements: known,
  }: {
    readonly today: string
    readonly libraryId?: string | undefined
    readonly here?: Here | undefined
    readonly agreements?: readonly Agreement[]
  },
): Promise<ServiceOffer[]> {
  const services = await findServices(db, scope, { ids })
  const partnerIds = [...new Set(services.map(({ partnerId }) => partnerId))]
  const partners = await findPartners(db, scope, partnerIds)
  const locations = await findLocations(db, scope, partnerIds)
  const general = await findGeneralHours(db, partnerIds)
  const agreements =
    known ?? (await findAgreements(db, scope, { partnerIds, ...(libraryId !== undefined && { libraryId }) }))
  return ids.flatMap((id) => {
    const service = services.find((one) => one.id === id)
    const partner = partners.find((one) => one.id === service?.partnerId)
    if (!service || !partner) return []
    const places = nearestFirst(
      locations.filter((location) => service.locationIds.includes(location.id)),
      here,
    )
    const own = service.hours.length > 0
    return {
      service,
      partner,
      locations: places.map(({ location }) => location),
      metres: places[0]?.metres,
      hours: own
        ? service.hours
        : general
            .filter(
              (hours) =>
                hours.partnerId === partner.id &&
                (hours.locationId === null || service.locationIds.includes(hours.locationId)),
            )
            .map(({ partnerId: _partner, locationId: _location, ...hours }) => hours),
      agreement: agreementFor(agreements, service, today),
    }
  })
}

/** Services by their id, or all of partners: those on offer first, by name. */
export async function findServices(
  db: ReadHandle,
  _scope: Scope,
  which: { readonly ids: readonly string[] } | { readonly partnerIds: readonly string[] },
): Promise<Service[]> {
  const [column, values] =
    'ids' in which ? (['id', which.ids] as const) : (['partner_id', which.partnerIds] as const)
  if (values.length === 0) return []
  const rows = await db
    .selectFrom('directory.services as service')
    .select([
      'id',
      'partner_id',
      'name',
      'description',
      'ways',
      'by_appointment',
      'target_groups',
      'languages',
      'municipality_codes',
      'free',
      'cost',
      'eligibility',
      'required_documents',
      'website',
      'email',
      'phone',
      'capacity',
      'capacity_on',
      'is_course',
      'active',
      'version',
    ])
    .select([
      sql<
        string[]
      >`array(select topic_code from directory.service_topics where service_id = service.id order by topic_code)`.as(
        'topicCodes',
      ),
      sql<
        string[]
      >`array(select location_id::text from directory.service_locations where service_id = service.id)`.as(
        'locationIds',
      ),
    ])
    .where(column, 'in', values)
    .orderBy('active', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const hours = await findOwnHours(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    description: row.description,
    ways: row.ways as ServiceWay[],
    byAppointment: row.by_appointment,
    targetGroups: row.target_groups,
    languages: row.languages,
    municipalityCodes: row.municipality_codes,
    free: row.free,
    cost: row.cost,
    eligibility: row.eligibility,
    requiredDocuments: row.required_documents,
    website: row.website,
    email: row.email,
    phone: row.phone,
    capacity: row.capacity as ServiceCapacity,
    capacityOn: row.capacity_on,
    isCourse: row.is_course,
    active: row.active,
    topicCodes: row.topicCodes,
    locationIds: row.locationIds,
    version: row.version,
    hours: hours.get(row.id) ?? [],
  }))
}

const hoursColumns = [
  'weekday',
  'opens',
  'closes',
  'from_day as fromDay',
  'until_day as untilDay',
  'note',
] as const

async function findOwnHours(
  db: ReadHandle,
  serviceIds: readonly string[],
): Promise<Map<string, ServiceHours[]>> {
  if (serviceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('directory.hours')
    .select('service_id')
    .select(hoursColumns)
    .where('service_id', 'in', serviceIds)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  const found = new Map<string, ServiceHours[]>()
  for (const { service_id: id, ...hours } of rows)
    if (id !== null) found.set(id, [...(found.get(id) ?? []), hours])
  return found
}

/** Hours of everything at a place, or of the whole partner. */
async function findGeneralHours(db: ReadHandle, partnerIds: readonly string[]) {
  if (partnerIds.length === 0) return []
  return db
    .selectFrom('directory.hours')
    .select(['partner_id as partnerId', 'location_id as locationId'])
    .select(hoursColumns)
    .where('partner_id', 'in', partnerIds)
    .where('service_id', 'is', null)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
}

function nearestFirst(
  locations: readonly PartnerLocation[],
  here: Here | undefined,
): { location: PartnerLocation; metres: number | undefined }[] {
  return locations
    .map((location) => ({ location, metres: here && metresFrom(here, location) }))
    .sort((one, other) => (one.metres ?? Number.MAX_VALUE) - (other.metres ?? Number.MAX_VALUE))
}

/** Metres in a degree of latitude. */
const metresInDegree = 111_195

/** On a flat map, which is right within metres over a town. */
function metresFrom(here: Here, { latitude, longitude }: PartnerLocation): number | undefined {
  if (latitude === null || longitude === null) return undefined
  const around = Math.cos((here.latitude * Math.PI) / 180)
  return metresInDegree * Math.hypot(latitude - here.latitude, (longitude - here.longitude) * around)
}
