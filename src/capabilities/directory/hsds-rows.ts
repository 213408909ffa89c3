import { type JsonObject, textIn } from './hsds-document.ts'
import {
  type FeedWords,
  type LocationFields,
  locationLenses,
  type PartnerFields,
  pairLenses,
  partnerLenses,
  type ServiceFields,
  serviceLenses,
} from './hsds-fields.ts'
import type { ReachHours } from './hsds-hours.ts'
import { writeRow } from './hsds-lens.ts'
import { type OrganizationParts, putTogether } from './hsds-parts.ts'

/** All that the directory keeps of one partner and that a feed may tell: never the persons one calls there. */
export interface FeedPartner {
  readonly id: string
  readonly fields: PartnerFields
  readonly document: JsonObject
  readonly confirmedOn: string | null
  readonly services: readonly FeedService[]
  readonly locations: readonly FeedLocation[]
}
export interface FeedService {
  readonly id: string
  readonly fields: ServiceFields
  readonly document: JsonObject
  /** When it or anything of it was last written, as 2026-11-24T09:00:00Z. */
  readonly changedAt: string
  readonly places: readonly {
    readonly id: string
    readonly locationId: string
    readonly document: JsonObject
    readonly hours: readonly ReachHours[]
  }[]
}
export interface FeedLocation {
  readonly id: string
  readonly fields: LocationFields
  readonly document: JsonObject
}

/** A partner as an HSDS organisation in its parts: what it came in with, with what was changed here. */
export function partsOf(partner: FeedPartner, words: FeedWords): OrganizationParts {
  const lenses = serviceLenses(words)
  const publicIds = new Map(partner.locations.map(({ id, document }) => [id, textIn(document, 'id') || id]))
  return {
    organization: {
      description: '',
      ...writeRow(partnerLenses, { ...partner.document, id: partner.id }, partner.fields),
    },
    locations: partner.locations.map(({ id, fields, document }) => ({
      location_type: 'physical',
      ...writeRow(locationLenses, { ...document, id: publicIds.get(id) ?? id }, fields),
    })),
    services: partner.services.map(({ id, fields, document, changedAt, places }) => {
      const written = writeRow(lenses, { ...document, id }, fields)
      const assured = [textIn(written, 'assured_date').slice(0, 10), partner.confirmedOn ?? '']
        .toSorted()
        .at(-1)
      return {
        document: {
          status: 'active',
          ...written,
          organization_id: partner.id,
          last_modified: changedAt,
          ...(assured && { assured_date: assured }),
        },
        pairs: places.map((place) => {
          const locationId = publicIds.get(place.locationId) ?? place.locationId
          const pair = { ...place.document, id: place.id, service_id: id, location_id: locationId }
          return { document: writeRow(pairLenses, pair, { hours: place.hours }), locationId }
        }),
      }
    }),
  }
}

/** A partner as one document, to hold against what a feed tells. */
export const documentOf = (partner: FeedPartner, words: FeedWords): JsonObject =>
  putTogether(partsOf(partner, words))
