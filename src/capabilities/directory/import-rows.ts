import { uuidv7 } from 'uuidv7'
import { type Instant, isDay } from '../../platform/time/local-time.ts'
import type { PostcodeArea } from '../organisations/public.ts'
import { type JsonObject, textIn } from './hsds-document.ts'
import {
  type FeedWords,
  type LocationFields,
  locationLenses,
  type PartnerFields,
  pairLenses,
  type ServiceFields,
  serviceLenses,
} from './hsds-fields.ts'
import type { ReachHours } from './hsds-hours.ts'
import { mergeRow, readRow } from './hsds-lens.ts'
import type { OrganizationParts } from './hsds-parts.ts'
import type { FeedPartner } from './hsds-rows.ts'

/** What an import writes with. */
export interface Writing {
  readonly libraryId: string | null
  readonly source: string
  readonly words: FeedWords
  /** By the four digits of a postcode. */
  readonly areas: ReadonlyMap<string, PostcodeArea>
  readonly now: Instant
}

/** Rows for the tables of the directory, gathered so that a whole batch is a few statements. */
export type Rows = Record<
  'partners' | 'services' | 'topics' | 'locations' | 'pairs' | 'hours' | 'checks',
  Record<string, unknown>[]
>
export const noRows = (): Rows => ({
  partners: [],
  services: [],
  topics: [],
  locations: [],
  pairs: [],
  hours: [],
  checks: [],
})

export interface FreeIds {
  /** The id for a row, that of the document where nobody has it yet; and the id at the source. */
  take(document: JsonObject): { readonly id: string; readonly sourceId: string }
}

export interface Gathering {
  readonly id: string
  readonly ids: FreeIds
  readonly writing: Writing
  /** Which row a place of the document is. */
  readonly locationIds: Map<string, string>
}

export function gatherParts(
  rows: Rows,
  { parts, ...gathering }: Gathering & { readonly parts: OrganizationParts },
): void {
  for (const location of parts.locations) gatherLocation(rows, location, gathering)
  for (const service of parts.services) gatherService(rows, service, gathering)
}

export function gatherLocation(
  rows: Rows,
  location: JsonObject,
  { id, ids, writing, locationIds }: Gathering,
): void {
  const { id: locationId, sourceId } = ids.take(location)
  locationIds.set(sourceId, locationId)
  const fields = readRow(locationLenses, location)
  rows.locations.push({
    id: locationId,
    partner_id: id,
    ...locationColumns(fields, writing),
    source_id: sourceId,
    source_document: JSON.stringify(location),
    created_at: writing.now.toString(),
  })
  gatherHours(rows, { partnerId: id, serviceId: null, locationId }, fields.hours)
}

export function gatherService(
  rows: Rows,
  { document, pairs }: OrganizationParts['services'][number],
  { id, ids, writing, locationIds }: Gathering,
): void {
  const { id: serviceId, sourceId } = ids.take(document)
  const fields = readRow(serviceLenses(writing.words), document)
  rows.services.push({
    id: serviceId,
    partner_id: id,
    ...serviceColumns(fields),
    source_id: sourceId,
    source_document: JSON.stringify(document),
    created_at: writing.now.toString(),
  })
  for (const topic_code of fields.topics) rows.topics.push({ service_id: serviceId, topic_code })
  gatherHours(rows, { partnerId: id, serviceId, locationId: null }, fields.hours)
  for (const pair of pairs) gatherPair(rows, pair, { serviceId, id, ids, locationIds })
}

export function gatherPair(
  rows: Rows,
  { document, locationId }: OrganizationParts['services'][number]['pairs'][number],
  at: {
    readonly serviceId: string
    readonly id: string
    readonly ids: FreeIds
    readonly locationIds: ReadonlyMap<string, string>
    readonly known?: FeedPartner['services'][number]
  },
): void {
  const place = at.locationIds.get(locationId)
  if (!place || rows.pairs.some((row) => row.service_id === at.serviceId && row.location_id === place)) return
  const before = at.known?.places.find((each) => each.locationId === place)
  rows.pairs.push({
    id: before?.id ?? at.ids.take(document).id,
    service_id: at.serviceId,
    location_id: place,
    source_document: JSON.stringify(document),
  })
  gatherHours(
    rows,
    { partnerId: at.id, serviceId: at.serviceId, locationId: place },
    before
      ? mergeRow(pairLenses, { hours: before.hours }, { before: before.document, now: document }).hours
      : readRow(pairLenses, document).hours,
  )
}

export interface HoursOwner {
  readonly partnerId: string
  readonly serviceId: string | null
  readonly locationId: string | null
}

export const hoursRow = ({ partnerId, serviceId, locationId }: HoursOwner, hours: ReachHours) => ({
  id: uuidv7(),
  partner_id: partnerId,
  service_id: serviceId,
  location_id: locationId,
  weekday: hours.weekday,
  opens: hours.opens,
  closes: hours.closes,
  from_day: hours.fromDay,
  until_day: hours.untilDay,
  note: hours.note,
})

function gatherHours(rows: Rows, owner: HoursOwner, hours: readonly ReachHours[]): void {
  for (const each of hours) rows.hours.push(hoursRow(owner, each))
}

export function partnerColumns({ shortName, ...fields }: PartnerFields) {
  return { ...fields, name: fields.name.slice(0, 300), short_name: shortName }
}

export function serviceColumns(fields: ServiceFields) {
  return {
    name: fields.name || '-',
    description: fields.description,
    website: fields.website,
    email: fields.email,
    phone: fields.phone,
    active: fields.active,
    ways: [...fields.ways],
    by_appointment: fields.byAppointment,
    target_groups: [...fields.targetGroups],
    languages: [...fields.languages],
    municipality_codes: [...fields.municipalityCodes],
    free: fields.free,
    cost: fields.cost,
    eligibility: fields.eligibility,
    required_documents: [...fields.requiredDocuments],
    capacity: fields.capacity,
    capacity_on: fields.capacityOn !== null && isDay(fields.capacityOn) ? fields.capacityOn : null,
    is_course: fields.isCourse,
  }
}

/** Where an address has no point, the middle of its postcode area stands for it, so that it is found near there. */
export function locationColumns(fields: LocationFields, { areas }: Pick<Writing, 'areas'>) {
  const { first, postcode, town } = fields.address
  const [, street = first, houseNumber = null] = /^(.+?) (\d\S*(?: \S{1,6})?)$/.exec(first) ?? []
  const area = areas.get(postcode?.slice(0, 4) ?? '')
  const hasPoint = fields.latitude !== null && fields.longitude !== null
  return {
    name: fields.name,
    note: fields.note,
    street: street || null,
    house_number: houseNumber,
    postcode,
    town: town || null,
    municipality_code: area?.municipality ?? null,
    latitude: hasPoint ? fields.latitude : (area?.latitude ?? null),
    longitude: hasPoint ? fields.longitude : (area?.longitude ?? null),
    step_free: fields.stepFree,
  }
}

/** Fields without a point that we put there ourselves: it is nobody's change. */
export function withoutGuess(
  fields: LocationFields,
  before: JsonObject,
  { areas }: Pick<Writing, 'areas'>,
): LocationFields {
  const told = readRow(locationLenses, before)
  const area = areas.get(fields.address.postcode?.slice(0, 4) ?? '')
  const isGuess =
    told.latitude === null && area && fields.latitude === area.latitude && fields.longitude === area.longitude
  return isGuess ? { ...fields, latitude: null, longitude: null } : fields
}

/** The latest day on which the source says that somebody looked. */
export function newestAssured({ services }: OrganizationParts): string | undefined {
  return services
    .map(({ document }) => textIn(document, 'assured_date').slice(0, 10))
    .filter(isDay)
    .toSorted()
    .at(-1)
}

export const checkOf = (partnerId: string, result: string, now: Instant) => ({
  id: uuidv7(),
  partner_id: partnerId,
  at: now.toString(),
  how: 'import',
  result,
})

export function idsIn({ organization, services, locations }: OrganizationParts): string[] {
  return [
    organization,
    ...locations,
    ...services.flatMap(({ document, pairs }) => [document, ...pairs.map((pair) => pair.document)]),
  ].map((document) => textIn(document, 'id'))
}
