/** Kinds of organisations that help people (guide § 2.3.1, § 2.3.2), in the order in which one chooses. */
export const partnerKinds = [
  'municipality',
  'welfare',
  'community-centre',
  'legal-advice',
  'money-desk',
  'volunteers',
  'seniors',
  'library',
  'education',
  'housing',
  'care',
  'care-office',
  'clients',
  'tax-collector',
  'union',
  'shop',
  'national',
  'other',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** What one says of an organisation in the directory. */
export interface PartnerFacts {
  readonly kind: PartnerKind
  readonly name: string
  /** As people call it, when that is something else than its name. */
  readonly shortName: string | null
  readonly description: string
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  /** Who keeps the entry true; null for nobody yet. */
  readonly keeperAccountId: string | null
  /** The organisation of its people, when these work in Balie. */
  readonly organisationId: string | null
  /** The day (2026-11-24) on which somebody has to look whether it is still right. */
  readonly reviewOn: string
}

/** An organisation that helps people, as it stands in the directory. */
export interface Partner extends PartnerFacts {
  readonly id: string
  /** Whose entry it is; null for one that everybody shares. */
  readonly libraryId: string | null
  readonly confirmedOn: string | null
  /** `hand`, `reference`, or the name of the feed or file that it came from. */
  readonly source: string
  readonly version: number
  /** The day since which it helps nobody any more. */
  readonly endedOn: string | null
  readonly madeUp: boolean
}

/** A place where a partner can be found. */
export interface LocationFacts {
  readonly name: string
  readonly street: string | null
  readonly houseNumber: string | null
  readonly postcode: string | null
  readonly town: string | null
  /** CBS code, as GM0307. */
  readonly municipalityCode: string | null
  readonly stepFree: boolean | null
  readonly note: string
}

export interface PartnerLocation extends LocationFacts {
  readonly id: string
  readonly partnerId: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly version: number
}

/** Whom to call at a partner: professional data, for staff of desks and the partner itself. */
export interface ContactPersonFacts {
  readonly name: string
  readonly role: string
  readonly email: string | null
  readonly phone: string | null
}

export interface ContactPerson extends ContactPersonFacts {
  readonly id: string
  readonly partnerId: string
  /** Known to this library only; null when everybody may know. */
  readonly libraryId: string | null
  readonly version: number
}

/** 'Oudegracht 12, 3511 AB Utrecht'; empty when nothing is known. */
export function placeLine({
  street,
  houseNumber,
  postcode,
  town,
}: Pick<LocationFacts, 'street' | 'houseNumber' | 'postcode' | 'town'>): string {
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ')
  return [join(street, houseNumber), join(postcode, town)].filter(Boolean).join(', ')
}
