export const organisationKinds = [
  'nation',
  'support-institution',
  'library',
  'municipality',
  'partner',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The kind in addresses and files, in Dutch as all addresses are. */
export const kindSlugs = {
  nation: 'landelijk',
  'support-institution': 'ondersteuningsinstelling',
  library: 'bibliotheek',
  municipality: 'gemeente',
  partner: 'partner',
} as const satisfies Record<OrganisationKind, string>

export function kindOfSlug(slug: string): OrganisationKind | undefined {
  return organisationKinds.find((kind) => kindSlugs[kind] === slug)
}

export interface Organisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly isil: string | null
  readonly municipalityCode: string | null
  /** Demo data: every page says so. */
  readonly madeUp: boolean
}

/** An International Standard Identifier for Libraries as given out in the Netherlands (KB), such as NL-0100030000. */
export const isilForm = /^NL-0[1-8]\d{8}$/
