import { languageMeant, readHoursText, tidyPhone } from '../desks/public.ts'
import { idOf, type Json, type JsonObject, textIn } from './hsds-document.ts'
import {
  type FeedWords,
  type LocationFields,
  locationLenses,
  type PartnerFields,
  partnerLenses,
  type ServiceFields,
  serviceLenses,
} from './hsds-fields.ts'
import type { ReachHours } from './hsds-hours.ts'
import { isMailAddress, isWebAddress, writeRow } from './hsds-lens.ts'
import { putTogether, takeApart } from './hsds-parts.ts'
import { type PartnerKind, partnerKinds } from './partner.ts'

/** What a column of a table may hold. */
export const tableFields = [
  'name',
  'short-name',
  'number',
  'kind',
  'description',
  'website',
  'email',
  'phone',
  'location',
  'street',
  'house-number',
  'postcode',
  'town',
  'service',
  'service-description',
  'topics',
  'target-groups',
  'languages',
  'cost',
  'eligibility',
  'documents',
  'hours',
] as const
export type TableField = (typeof tableFields)[number]

/** How people call these columns. */
const names: Readonly<Record<TableField, readonly string[]>> = {
  name: ['naam', 'organisatie', 'naam organisatie', 'organisatienaam', 'aanbieder'],
  'short-name': ['korte naam', 'afkorting', 'roepnaam'],
  number: ['nummer', 'id', 'code', 'kvk', 'sleutel'],
  kind: ['soort', 'type'],
  description: ['omschrijving', 'beschrijving', 'toelichting'],
  website: ['website', 'url', 'site', 'internet'],
  email: ['e-mail', 'email', 'mail', 'e-mailadres'],
  phone: ['telefoon', 'telefoonnummer', 'tel'],
  location: ['locatie', 'gebouw', 'naam locatie'],
  street: ['straat', 'adres', 'straatnaam'],
  'house-number': ['huisnummer', 'nr'],
  postcode: ['postcode', 'pc'],
  town: ['plaats', 'woonplaats', 'stad'],
  service: ['dienst', 'aanbod', 'activiteit', 'naam dienst'],
  'service-description': ['omschrijving dienst', 'omschrijving aanbod'],
  topics: ['onderwerpen', 'onderwerp', 'thema'],
  'target-groups': ['doelgroep', 'doelgroepen'],
  languages: ['talen', 'taal'],
  cost: ['kosten', 'prijs'],
  eligibility: ['voorwaarden', 'voor wie'],
  documents: ['meenemen', 'wat meenemen', 'documenten'],
  hours: ['openingstijden', 'tijden', 'wanneer'],
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')

/** What each column likely holds, by its name; null for one that says nothing to us. No field twice. */
export function proposeFields(header: readonly string[]): (TableField | null)[] {
  const taken = new Set<TableField>()
  return header.map((name) => {
    const found = tableFields.find((field) => !taken.has(field) && names[field].includes(plain(name)))
    if (!found) return null
    taken.add(found)
    return found
  })
}

/** A cell that is not what its column holds, and is not taken over; or, `hours`, that is taken over as words alone. */
export interface LeftOut {
  readonly field: TableField
  readonly text: string
}
/** An organisation of a table, and what was left out of its rows. */
export interface TableOrganization {
  readonly document: JsonObject
  readonly leftOut: readonly LeftOut[]
}

/** So much of a cell is told: enough to find it in the file. */
const toldCharacters = 60

/**
 * The rows of a table as organisations: rows with the same number, or without one the same name, are one, each with a service and a
 * place. Ids follow from the source and what names them, so that the same table next year is the same organisations.
 */
export function organizationsOfTable(
  rows: Iterable<readonly string[]>,
  columns: readonly (TableField | null)[],
  source: string,
  words: FeedWords,
): TableOrganization[] {
  const found = new Map<string, TableOrganization>()
  for (const row of rows) {
    const cell = (field: TableField): string => {
      const at = columns.indexOf(field)
      return at === -1 ? '' : (row[at] ?? '').trim()
    }
    const key = cell('number') || plain(cell('name'))
    const id = idOf('table', source, key)
    const organization = organizationOf(cell, id, words)
    const known = found.get(key)
    found.set(
      key,
      known
        ? {
            document: joined(known.document, organization.document),
            leftOut: [...known.leftOut, ...organization.leftOut],
          }
        : organization,
    )
  }
  return [...found.values()]
}

/** The parts of two rows about one organisation, together. */
function joined(one: JsonObject, other: JsonObject): JsonObject {
  const [first, second] = [takeApart(one), takeApart(other)]
  const locations = new Map(
    [...second.locations, ...first.locations].map((each) => [textIn(each, 'id'), each]),
  )
  const services = [...first.services]
  for (const service of second.services) {
    const at = services.findIndex(({ document }) => document.id === service.document.id)
    const known = services[at]
    if (known) {
      const pairs = new Map([...known.pairs, ...service.pairs].map((pair) => [pair.locationId, pair]))
      services[at] = { ...known, pairs: [...pairs.values()] }
    } else services.push(service)
  }
  return putTogether({ organization: first.organization, services, locations: [...locations.values()] })
}

const listIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;,|]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]

function organizationOf(
  cell: (field: TableField) => string,
  id: string,
  words: FeedWords,
): TableOrganization {
  const orNull = (text: string): string | null => text || null
  const leftOut: LeftOut[] = []
  const leaveOut = (field: TableField, text: string): void => {
    leftOut.push({ field, text: text.slice(0, toldCharacters) })
  }
  /** What a text means; one that means nothing is left out, and told. */
  const meant = <Value>(
    field: TableField,
    read: (text: string) => Value | undefined,
    text = cell(field),
  ): Value | undefined => {
    const value = text === '' ? undefined : read(text)
    if (text !== '' && value === undefined) leaveOut(field, text)
    return value
  }
  const fields: PartnerFields = {
    name: cell('name'),
    shortName: orNull(cell('short-name')),
    kind: meant('kind', kindMeant) ?? 'other',
    description: cell('description'),
    website: meant('website', websiteMeant) ?? null,
    email: meant('email', (email) => (isMailAddress(email) ? email : undefined)) ?? null,
    phone: meant('phone', tidyPhone) ?? null,
  }
  const first = [cell('street'), cell('house-number')].filter(Boolean).join(' ')
  const postcode = meant('postcode', postcodeMeant) ?? null
  const isSomewhere = first !== '' || postcode !== null || cell('town') !== ''
  const locationId = idOf('table-location', id, first, postcode ?? '', cell('town'), cell('location'))
  const place: LocationFields = {
    name: cell('location'),
    note: '',
    address: { first, postcode, town: cell('town') },
    latitude: null,
    longitude: null,
    stepFree: null,
    hours: [],
  }
  const location = { location_type: 'physical', ...writeRow(locationLenses, { id: locationId }, place) }
  const serviceId = idOf('table-service', id, cell('service'))
  const service: ServiceFields = {
    ...emptyService,
    name: cell('service') || cell('name'),
    description: cell('service-description'),
    targetGroups: listIn(cell('target-groups')),
    languages: listIn(cell('languages')).flatMap(
      (language) => meant('languages', languageMeant, language) ?? [],
    ),
    cost: cell('cost'),
    eligibility: cell('eligibility'),
    requiredDocuments: listIn(cell('documents')),
    topics: listIn(cell('topics')).flatMap(
      (topic) => meant('topics', (text) => topicMeant(text, words), topic) ?? [],
    ),
    hours: meant('hours', hoursMeant) ?? inWords(cell('hours')),
  }
  const document = putTogether({
    organization: { description: '', ...writeRow(partnerLenses, { id }, fields) },
    locations: isSomewhere ? [location] : [],
    services: [
      {
        document: { status: 'active', ...writeRow(serviceLenses(words), { id: serviceId }, service) },
        pairs: isSomewhere
          ? [{ locationId, document: { id: idOf('table-pair', serviceId, locationId) } as JsonObject }]
          : [],
      },
    ],
  })
  return { document, leftOut }
}

const emptyService: ServiceFields = {
  name: '',
  description: '',
  website: null,
  email: null,
  phone: null,
  active: true,
  ways: [],
  byAppointment: false,
  targetGroups: [],
  languages: [],
  municipalityCodes: [],
  free: null,
  cost: '',
  eligibility: '',
  requiredDocuments: [],
  capacity: 'unknown',
  capacityOn: null,
  isCourse: false,
  topics: [],
  hours: [],
}

/** Dutch words of the kinds (guide § 2.3.2), and the codes themselves. */
const kindWords: Readonly<Record<string, PartnerKind>> = {
  gemeente: 'municipality',
  welzijn: 'welfare',
  buurthuis: 'community-centre',
  'sociaal raadslieden': 'legal-advice',
  geldloket: 'money-desk',
  vrijwilligers: 'volunteers',
  ouderen: 'seniors',
  bibliotheek: 'library',
  onderwijs: 'education',
  woningcorporatie: 'housing',
  zorg: 'care',
  winkel: 'shop',
  vakbond: 'union',
}

const kindMeant = (text: string): PartnerKind | undefined =>
  partnerKinds.find((kind) => kind === plain(text)) ?? kindWords[plain(text)]

const websiteMeant = (text: string): string | undefined => {
  const address = /^https?:/i.test(text) ? text : `https://${text}`
  return isWebAddress(address) ? address : undefined
}

const postcodeMeant = (text: string): string | undefined => {
  const [, digits, letters = ''] = /^([1-9]\d{3})\s*([a-z]{2})$/i.exec(text) ?? []
  return digits ? `${digits} ${letters.toUpperCase()}` : undefined
}

/** Hours by the clock, as one writes them in a table: 'ma-vr 9-17; di 19-21'. */
function hoursMeant(text: string): ReachHours[] | undefined {
  const read = readHoursText(text, { days: 'needed' })
  if (!read.ok) return undefined
  return read.spans.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({ weekday, opens, closes, fromDay: null, untilDay: null, note: '' })),
  )
}

/** Hours that no clock can be held to, such as 'op afspraak'. */
const inWords = (note: string): ReachHours[] =>
  note === '' ? [] : [{ weekday: null, opens: null, closes: null, fromDay: null, untilDay: null, note }]

const topicMeant = (text: string, { topics }: FeedWords): string | undefined =>
  topics.has(text) ? text : [...topics].find(([, label]) => plain(label) === plain(text))?.[0]

/** A text for who wants to see what a document holds. */
export const nameIn = (document: Json): string =>
  typeof document === 'object' && document !== null && !Array.isArray(document)
    ? textIn(document as JsonObject, 'name').slice(0, 300)
    : ''
