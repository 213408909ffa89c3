export const organisationKinds = ['nation', 'support-institution', 'library', 'municipality'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export interface Organisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly municipalityCode: string | null
  /** Demo data: every page says so. */
  readonly madeUp: boolean
}
