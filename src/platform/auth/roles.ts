/** The roles of architecture.md. What a role may do stands in the permissions of each capability. */
export const roles = [
  'desk-employee',
  'volunteer',
  'desk-coordinator',
  'library-manager',
  'municipality-official',
  'referrer',
  'partner-employee',
  'service-provider-employee',
  'support-adviser',
  'national-analyst',
  'privacy-officer',
  'administrator',
] as const

export type Role = (typeof roles)[number]

/** A role somebody holds now, and how far it reaches. */
export interface Grant {
  readonly role: Role
  readonly organisationId: string
  readonly organisationKind: 'nation' | 'support-institution' | 'library' | 'municipality' | 'partner'
  /** False when the role is held at one desk only. */
  readonly wholeOrganisation: boolean
  /** The desks that the role reaches: one desk, or all of a library. */
  readonly deskIds: readonly string[]
  readonly municipalityCode: string | undefined
  /** Of a support institution: the provinces that it serves, and every municipality in them. */
  readonly provinceCodes: readonly string[]
  readonly municipalityCodes: readonly string[]
}
