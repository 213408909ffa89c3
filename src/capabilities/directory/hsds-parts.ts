import {
  having,
  idOf,
  isObject,
  type Json,
  type JsonObject,
  objectsIn,
  textIn,
  union,
  without,
} from './hsds-document.ts'

/** A service at a place: all that HSDS tells of the two together. */
export interface PairPart {
  readonly document: JsonObject
  readonly locationId: string
}
export interface ServicePart {
  readonly document: JsonObject
  readonly pairs: readonly PairPart[]
}

/** An organisation of a feed as its parts: each without what is nested in it. */
export interface OrganizationParts {
  readonly organization: JsonObject
  readonly services: readonly ServicePart[]
  readonly locations: readonly JsonObject[]
}

/** Takes an organisation of a feed apart. What has no id gets one that follows from what it tells, so that it is known again. */
export function takeApart(document: JsonObject): OrganizationParts {
  const organization = withId(
    without(document, 'services', 'locations'),
    'organization',
    textIn(document, 'name'),
  )
  const owner = textIn(organization, 'id')
  const locations = new Map<string, JsonObject>()
  const keepLocation = (location: JsonObject): string => {
    const known = withId(location, 'location', owner, JSON.stringify(location))
    const id = textIn(known, 'id')
    const before = locations.get(id)
    locations.set(id, before ? union(before, known) : known)
    return id
  }
  for (const location of objectsIn(document, 'locations')) keepLocation(location)
  let whole = organization
  const services = objectsIn(document, 'services').map((nested): ServicePart => {
    if (isObject(nested.organization))
      whole = union(whole, without(nested.organization, 'services', 'locations'))
    const service = withId(
      without(nested, 'organization', 'service_at_locations'),
      'service',
      owner,
      textIn(nested, 'name'),
    )
    const pairs: PairPart[] = []
    const left: JsonObject[] = []
    for (const pair of objectsIn(nested, 'service_at_locations')) {
      const locationId = isObject(pair.location) ? keepLocation(pair.location) : textIn(pair, 'location_id')
      if (!isObject(pair.location) && !locations.has(locationId)) left.push(pair)
      else
        pairs.push({
          locationId,
          document: withId(without(pair, 'location', 'service'), 'pair', textIn(service, 'id'), locationId),
        })
    }
    // What is at no place that anybody tells of stays with the service, as it came.
    return { document: having(service, 'service_at_locations', left as Json), pairs }
  })
  return { organization: whole, services, locations: [...locations.values()] }
}

const withId = (document: JsonObject, ...parts: readonly string[]): JsonObject =>
  textIn(document, 'id') === '' ? { ...document, id: idOf(...parts) } : document

/** A service with all that belongs to it. @param organization told along with it; without its services and locations */
export function wholeService(
  { document, pairs }: ServicePart,
  locations: readonly JsonObject[],
  organization?: JsonObject,
): JsonObject {
  const told = pairs.map((pair) => wholePair(pair, locations))
  return {
    ...having(document, 'service_at_locations', [
      ...told,
      ...objectsIn(document, 'service_at_locations'),
    ] as Json),
    ...(organization && { organization_id: textIn(organization, 'id'), organization }),
  }
}

export function wholePair({ document, locationId }: PairPart, locations: readonly JsonObject[]): JsonObject {
  const location = locations.find((each) => textIn(each, 'id') === locationId)
  return location ? { ...document, location } : document
}

/** The organisation as a feed tells it, with its services and places in it. */
export function putTogether({ organization, services, locations }: OrganizationParts): JsonObject {
  const told = services.map((service) => wholeService(service, locations))
  return having(having(organization, 'services', told as Json), 'locations', locations as Json)
}

/**
 * The organisations in what somebody sends: a list, a page of a feed, one organisation, or services that tell whose they are.
 * @returns undefined when it is none of these
 */
export function organizationsIn(sent: Json): readonly Json[] | undefined {
  if (isObject(sent)) {
    for (const name of ['contents', 'organizations', 'services'])
      if (Array.isArray(sent[name]) && !('name' in sent)) return organizationsIn(sent[name])
    return 'name' in sent ? organizationsIn([sent]) : undefined
  }
  if (!Array.isArray(sent)) return undefined
  const found: Json[] = []
  const byId = new Map<string, { organization: JsonObject; services: JsonObject[] }>()
  for (const each of sent) {
    // A service says whose it is; an organisation has services.
    const owner = isObject(each) && isObject(each.organization) ? each.organization : undefined
    if (!isObject(each) || !owner) {
      found.push(each)
      continue
    }
    const id = textIn(owner, 'id') || textIn(owner, 'name')
    const known = byId.get(id)
    if (known) known.services.push(each)
    else byId.set(id, { organization: owner, services: [each] })
  }
  for (const { organization, services } of byId.values())
    found.push(union(organization, { services: services as Json }))
  return found
}
