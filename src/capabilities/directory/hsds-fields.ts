import { languageName } from '../desks/public.ts'
import { having, idOf, type Json, type JsonObject, objectsIn, textIn } from './hsds-document.ts'
import { hoursIn, type ReachHours } from './hsds-hours.ts'
import {
  firstPhone,
  isMailAddress,
  isWebAddress,
  type Lens,
  type Lenses,
  listOf,
  numberOrNull,
  onlyOf,
  text,
  textOrNull,
  written,
} from './hsds-lens.ts'
import { partnerKinds } from './partner.ts'

/** The columns of a partner that an HSDS organisation tells. */
export interface PartnerFields {
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
  readonly description: string
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** The columns of a service that an HSDS service tells. */
export interface ServiceFields {
  readonly name: string
  readonly description: string
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly active: boolean
  readonly ways: readonly string[]
  readonly byAppointment: boolean
  readonly targetGroups: readonly string[]
  readonly languages: readonly string[]
  readonly municipalityCodes: readonly string[]
  readonly free: boolean | null
  readonly cost: string
  readonly eligibility: string
  readonly requiredDocuments: readonly string[]
  readonly capacity: string
  readonly capacityOn: string | null
  readonly isCourse: boolean
  readonly topics: readonly string[]
  readonly hours: readonly ReachHours[]
}

/** The columns of a location that an HSDS location tells. */
export interface LocationFields {
  readonly name: string
  readonly note: string
  readonly address: { readonly first: string; readonly postcode: string | null; readonly town: string }
  readonly latitude: number | null
  readonly longitude: number | null
  readonly stepFree: boolean | null
  readonly hours: readonly ReachHours[]
}

/** The words that codes have, and back. */
export interface FeedWords {
  /** Of the topics of a question, by their code. */
  readonly topics: ReadonlyMap<string, string>
  /** Of the municipalities, by their code. */
  readonly municipalities: ReadonlyMap<string, string>
}

const ways = ['visit', 'phone', 'online', 'at-home']
const capacities = ['open', 'limited', 'full']

/** An attribute for what HSDS has no field for. Its `link_type` says which of ours it is. */
const attribute = (linkType: string, entity: string, fits = (_value: string): boolean => true) =>
  listOf(
    'attributes',
    (item) => {
      const value = textIn(item, 'value')
      return item.link_type === linkType && value !== '' && fits(value) ? value : undefined
    },
    (value, document) => ({
      id: idOf('attribute', textIn(document, 'id'), linkType, value),
      link_id: textIn(document, 'id'),
      link_type: linkType,
      link_entity: entity,
      value,
    }),
  )

const among = (values: readonly string[]) => (value: string) => values.includes(value)
const yesOrNo = among(['yes', 'no'])
const phoneOf = (entity: string) => firstPhone((document) => idOf('phone', entity, textIn(document, 'id')))
const ownId = (document: JsonObject): string => textIn(document, 'id')

export const partnerLenses: Lenses<PartnerFields> = {
  name: text('name'),
  shortName: textOrNull('alternate_name'),
  kind: written(
    onlyOf(attribute('balie:kind', 'organization', among(partnerKinds))),
    (kind) => kind ?? 'other',
    (kind) => (kind === 'other' ? null : kind),
  ),
  description: text('description'),
  website: textOrNull('website', isWebAddress),
  email: textOrNull('email', isMailAddress),
  phone: phoneOf('organization'),
}

/** The taxonomy that the topics of a question are. */
export const topicTaxonomyId = idOf('taxonomy', 'balie:topics')
export const topicTermId = (code: string): string => idOf('taxonomy-term', 'balie:topics', code)

/** The lenses of a service; which words codes have differs with the lists. */
export function serviceLenses(words: FeedWords): Lenses<ServiceFields> {
  const topicOfTerm = new Map([...words.topics.keys()].map((code) => [topicTermId(code), code]))
  const switched = (name: string): Lens<boolean> =>
    written(
      onlyOf(attribute(name, 'service', yesOrNo)),
      (value) => value === 'yes',
      (value) => (value ? 'yes' : null),
    )
  return {
    name: text('name'),
    description: text('description'),
    website: textOrNull('url', isWebAddress),
    email: textOrNull('email', isMailAddress),
    phone: phoneOf('service'),
    active: {
      get: ({ status }) => status === undefined || status === null || status === 'active',
      put: (document, value) => ({ ...document, status: value ? 'active' : 'inactive' }),
    },
    ways: attribute('balie:way', 'service', among(ways)),
    byAppointment: switched('balie:by-appointment'),
    targetGroups: attribute('balie:target-group', 'service'),
    languages: listOf(
      'languages',
      (item) => (/^[a-z]{2}$/.test(textIn(item, 'code')) ? textIn(item, 'code') : undefined),
      (code, document) => ({
        id: idOf('language', ownId(document), code),
        code,
        name: languageName(code, 'nl'),
      }),
    ),
    municipalityCodes: listOf(
      'service_areas',
      (item) => (/^GM\d{4}$/.test(textIn(item, 'extent')) ? textIn(item, 'extent') : undefined),
      (code, document) => ({
        id: idOf('service-area', ownId(document), code),
        name: words.municipalities.get(code) ?? code,
        extent: code,
        extent_type: 'text',
      }),
    ),
    free: written(
      onlyOf(attribute('balie:free', 'service', yesOrNo)),
      (value) => (value === null ? null : value === 'yes'),
      (value) => (value === null ? null : value ? 'yes' : 'no'),
    ),
    cost: text('fees_description'),
    eligibility: text('eligibility_description'),
    requiredDocuments: listOf(
      'required_documents',
      (item) => textIn(item, 'document') || undefined,
      (document, service) => ({ id: idOf('required-document', ownId(service), document), document }),
    ),
    capacity: written(
      onlyOf(attribute('balie:capacity', 'service', among(capacities))),
      (value) => value ?? 'unknown',
      (value) => (value === 'unknown' ? null : value),
    ),
    capacityOn: onlyOf(
      attribute('balie:capacity-on', 'service', (value) => /^\d{4}-\d{2}-\d{2}$/.test(value)),
    ),
    isCourse: switched('balie:course'),
    topics: listOf(
      'attributes',
      (item) =>
        topicOfTerm.get(
          textIn(item, 'taxonomy_term_id') ||
            textIn((item.taxonomy_term as JsonObject | undefined) ?? {}, 'id'),
        ),
      (code, document) => ({
        id: idOf('topic', ownId(document), code),
        link_id: ownId(document),
        link_type: 'taxonomy',
        link_entity: 'service',
        taxonomy_term_id: topicTermId(code),
        taxonomy_term: topicTerm(code, words.topics.get(code) ?? code),
      }),
    ),
    hours: hoursIn((document) => `service ${ownId(document)}`),
  }
}

/** A topic of a question as a term of a taxonomy. */
export const topicTerm = (code: string, name: string): JsonObject => ({
  id: topicTermId(code),
  code,
  name,
  description: name,
  taxonomy: topicTaxonomy.name,
  language: 'nl',
  taxonomy_id: topicTaxonomyId,
})

export const topicTaxonomy = {
  id: topicTaxonomyId,
  name: 'Onderwerpen van vragen bij Informatiepunten Digitale Overheid',
  description: 'De onderwerpen waarmee mensen bij een Informatiepunt Digitale Overheid komen.',
  version: '1',
} as const

const postcode = /^([1-9]\d{3})\s?([A-Za-z]{2})$/
const stepFreeWords = { yes: 'Drempelvrij', no: 'Niet drempelvrij' }

export const locationLenses: Lenses<LocationFields> = {
  name: text('name'),
  note: text('description'),
  address: {
    get: (document) => {
      const address = addressIn(document)
      const [, digits, letters = ''] = postcode.exec(textIn(address, 'postal_code')) ?? []
      return {
        first: textIn(address, 'address_1'),
        postcode: digits ? `${digits} ${letters.toUpperCase()}` : null,
        town: textIn(address, 'city'),
      }
    },
    put: (document, { first, postcode: code, town }) => {
      const old = addressIn(document)
      const others = objectsIn(document, 'addresses').filter((each) => each !== old)
      if (first === '' && code === null && town === '') return having(document, 'addresses', others as Json)
      const changed: JsonObject = {
        id: idOf('address', ownId(document)),
        state_province: '',
        country: 'NL',
        address_type: 'physical',
        ...old,
        address_1: first,
        city: town,
        postal_code: code ?? '',
      }
      return having(document, 'addresses', [changed, ...others] as Json)
    },
  },
  latitude: numberOrNull('latitude'),
  longitude: numberOrNull('longitude'),
  stepFree: written(
    onlyOf(
      listOf(
        'accessibility',
        (item) => Object.values(stepFreeWords).find((word) => word === textIn(item, 'description')),
        (description, document) => ({
          id: idOf('accessibility', ownId(document), description),
          location_id: ownId(document),
          description,
        }),
      ),
    ),
    (word) => (word === null ? null : word === stepFreeWords.yes),
    (value) => (value === null ? null : stepFreeWords[value ? 'yes' : 'no']),
  ),
  hours: hoursIn((document) => `location ${ownId(document)}`),
}

/** Where one can go; else the first address there is. */
const addressIn = (document: JsonObject): JsonObject => {
  const addresses = objectsIn(document, 'addresses')
  return addresses.find(({ address_type }) => address_type === 'physical') ?? addresses[0] ?? {}
}

/** The hours of a service at one place, and nothing more: the rest of a service_at_location stays as it came. */
export const pairLenses: Lenses<{ readonly hours: readonly ReachHours[] }> = {
  hours: hoursIn((document) => `service-at-location ${ownId(document)}`),
}
