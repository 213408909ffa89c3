import type { Agreement } from './agreement.ts'
import type { Partner, PartnerLocation } from './partner.ts'
import type { ServiceHours } from './service-hours.ts'

/** How somebody gets help. */
export const serviceWays = ['visit', 'phone', 'online', 'at-home'] as const
export type ServiceWay = (typeof serviceWays)[number]

/** Whether there is room, as the partner said last. */
export const serviceCapacities = ['unknown', 'open', 'limited', 'full'] as const
export type ServiceCapacity = (typeof serviceCapacities)[number]

/** For whom a service is. None of these: for everybody. */
export const targetGroups = [
  'seniors',
  'young-people',
  'families',
  'newcomers',
  'low-literate',
  'low-income',
  'disability',
  'informal-carers',
  'self-employed',
] as const
export type TargetGroup = (typeof targetGroups)[number]

/** What one says of what a partner does for people. */
export interface ServiceFacts {
  readonly name: string
  readonly description: string
  readonly ways: readonly ServiceWay[]
  readonly byAppointment: boolean
  /** Codes of `targetGroups`; words of others when it came from a feed. */
  readonly targetGroups: readonly string[]
  /** Besides Dutch, by ISO 639-1 code. */
  readonly languages: readonly string[]
  /** CBS codes of the area that it serves; none for the whole country. */
  readonly municipalityCodes: readonly string[]
  /** Null when it is not known. */
  readonly free: boolean | null
  readonly cost: string
  readonly eligibility: string
  readonly requiredDocuments: readonly string[]
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly capacity: ServiceCapacity
  readonly isCourse: boolean
  readonly active: boolean
  readonly topicCodes: readonly string[]
  readonly locationIds: readonly string[]
}

export interface Service extends ServiceFacts {
  readonly id: string
  readonly partnerId: string
  /** The day on which the capacity was told. */
  readonly capacityOn: string | null
  readonly version: number
  readonly hours: readonly ServiceHours[]
}

/** A service with whose it is and where: what a desk needs to send somebody there. */
export interface ServiceOffer {
  readonly service: Service
  readonly partner: Partner
  /** Where it is given, the nearest first when it is known from where one looks. */
  readonly locations: readonly PartnerLocation[]
  /** To the nearest of these; undefined when one of both is not known. */
  readonly metres: number | undefined
  /** Its own hours, or else those of its places. */
  readonly hours: readonly ServiceHours[]
  /** Of the library of who looks, in force on the day. */
  readonly agreement: Agreement | undefined
}

/** The telephone number, address and site by which a service is reached: its own, or else those of its partner. */
export const reachOf = ({ service, partner }: Pick<ServiceOffer, 'service' | 'partner'>) => ({
  phone: service.phone ?? partner.phone,
  email: service.email ?? partner.email,
  website: service.website ?? partner.website,
})
