import { isObject, type Json, type JsonObject, objectsIn, textIn } from './hsds-document.ts'
import type { OrganizationParts, PairPart, ServicePart } from './hsds-parts.ts'

/** A service at a place, or a service that is at no place. */
interface Offer {
  readonly organization: JsonObject
  readonly service: JsonObject
  readonly pair: JsonObject
  readonly location: JsonObject
}

/**
 * The columns of the file for G!DS, the national directory of services (guide § 6.1.4), and where each comes from: the one place to change
 * when its format is known. It is not published; these columns are what a directory of services needs.
 */
const columns: Readonly<Record<string, (offer: Offer) => string>> = {
  'organisatie-id': ({ organization }) => textIn(organization, 'id'),
  organisatie: ({ organization }) => textIn(organization, 'name'),
  'dienst-id': ({ service }) => textIn(service, 'id'),
  dienst: ({ service }) => textIn(service, 'name'),
  omschrijving: ({ service, organization }) =>
    textIn(service, 'description') || textIn(organization, 'description'),
  locatie: ({ location }) => textIn(location, 'name'),
  adres: ({ location }) => textIn(addressOf(location), 'address_1'),
  postcode: ({ location }) => textIn(addressOf(location), 'postal_code'),
  plaats: ({ location }) => textIn(addressOf(location), 'city'),
  breedtegraad: ({ location }) => numberIn(location.latitude),
  lengtegraad: ({ location }) => numberIn(location.longitude),
  werkgebied: ({ service }) =>
    textsIn(service, 'service_areas', 'extent')
      .filter((extent) => /^GM\d{4}$/.test(extent))
      .join(' '),
  telefoon: ({ service, organization }) =>
    textIn(objectsIn(service, 'phones')[0] ?? {}, 'number') ||
    textIn(objectsIn(organization, 'phones')[0] ?? {}, 'number'),
  'e-mail': ({ service, organization }) => textIn(service, 'email') || textIn(organization, 'email'),
  website: ({ service, organization }) => textIn(service, 'url') || textIn(organization, 'website'),
  openingstijden: ({ service, pair }) => [...new Set([pair, service].flatMap(schedulesOf))].join('; '),
  talen: ({ service }) => textsIn(service, 'languages', 'name').join(', '),
  toegankelijkheid: ({ location }) => textsIn(location, 'accessibility', 'description').join(', '),
  onderwerpen: ({ service }) =>
    objectsIn(service, 'attributes')
      .flatMap(({ taxonomy_term: term }) => (isObject(term) ? textIn(term, 'name') : []))
      .filter(Boolean)
      .join(', '),
  kosten: ({ service }) => textIn(service, 'fees_description'),
  voorwaarden: ({ service }) => textIn(service, 'eligibility_description'),
  meenemen: ({ service }) => textsIn(service, 'required_documents', 'document').join(', '),
  nagekeken: ({ service }) => textIn(service, 'assured_date'),
}

export const gidsHeader = Object.keys(columns)

/** The rows of an organisation: one for each service at each of its places. What is not offered now is left out. */
export function gidsRows({ organization, services, locations }: OrganizationParts): string[][] {
  const rowOf = (service: ServicePart, pair: PairPart | undefined): string[] => {
    const offer = {
      organization,
      service: service.document,
      pair: pair?.document ?? {},
      location: locations.find(({ id }) => id === pair?.locationId) ?? {},
    }
    return Object.values(columns).map((read) => read(offer))
  }
  return services
    .filter(({ document }) => document.status === 'active')
    .flatMap((service) =>
      service.pairs.length === 0
        ? [rowOf(service, undefined)]
        : service.pairs.map((pair) => rowOf(service, pair)),
    )
}

const addressOf = (location: JsonObject): JsonObject => objectsIn(location, 'addresses')[0] ?? {}
const numberIn = (value: Json | undefined): string => (typeof value === 'number' ? String(value) : '')
const textsIn = (document: JsonObject, list: string, name: string): string[] =>
  objectsIn(document, list)
    .map((each) => textIn(each, name))
    .filter(Boolean)

const days: Readonly<Record<string, string>> = {
  MO: 'ma',
  TU: 'di',
  WE: 'wo',
  TH: 'do',
  FR: 'vr',
  SA: 'za',
  SU: 'zo',
}

/** 'di, do 10:00-12:00 Inloop'. A schedule that begins or ends within the year says so. */
function schedulesOf(document: JsonObject): string[] {
  return objectsIn(document, 'schedules').map((schedule) => {
    const weekdays = textIn(schedule, 'byday')
      .split(',')
      .flatMap((code) => days[code] ?? [])
      .join(', ')
    const [opens, closes] = ['opens_at', 'closes_at'].map((name) => textIn(schedule, name).slice(0, 5))
    const period = [textIn(schedule, 'valid_from'), textIn(schedule, 'valid_to')]
      .filter(Boolean)
      .join(' t/m ')
    return [weekdays, opens && `${opens}-${closes}`, textIn(schedule, 'description'), period && `(${period})`]
      .filter(Boolean)
      .join(' ')
  })
}
