import { type JsonObject, without } from './hsds-document.ts'
import { type OrganizationParts, wholePair, wholeService } from './hsds-parts.ts'

/** The fields of a document that hold one thing: lists tell no more of an item than this (HSDS: 'one-to-one fields'). */
const plain = (document: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => !Array.isArray(value)))

/** How an organisation is told: briefly in a list, or with its places and services. */
export function organizationItem(
  { organization, services, locations }: OrganizationParts,
  { full, fullService }: { readonly full: boolean; readonly fullService: boolean },
): JsonObject {
  if (!full) return plain(organization)
  return {
    ...organization,
    ...(locations.length > 0 && { locations }),
    services: services.map((service) =>
      fullService
        ? wholeService(service, locations)
        : plain(without(service.document, 'service_at_locations')),
    ),
  }
}

/** How a service is told: with whose it is, and if asked with its places, hours and all else. */
export function serviceItem(
  { organization, services, locations }: OrganizationParts,
  id: string,
  { full }: { readonly full: boolean },
): JsonObject | undefined {
  const service = services.find(({ document }) => document.id === id)
  if (!service) return undefined
  return full
    ? wholeService(service, locations, organization)
    : { ...plain(service.document), organization: plain(organization) }
}

/** How a service at a place is told. */
export function pairItem(
  { organization, services, locations }: OrganizationParts,
  id: string,
  { full }: { readonly full: boolean },
): JsonObject | undefined {
  for (const service of services) {
    const pair = service.pairs.find(({ document }) => document.id === id)
    if (!pair) continue
    const whole = wholePair(pair, locations)
    const told = without(service.document, 'service_at_locations')
    if (full) return { ...whole, service: { ...told, organization } }
    const location = locations.find((each) => each.id === pair.locationId)
    return {
      ...plain(pair.document),
      ...(location && { location: plain(location) }),
      service: { ...plain(told), organization: plain(organization) },
    }
  }
  return undefined
}
