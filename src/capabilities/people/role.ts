import type { Role } from '../../platform/auth/roles.ts'
import type { AdministrationScope } from '../../platform/auth/scope.ts'
import type { OrganisationKind } from '../organisations/public.ts'

/** The roles that mean something at an organisation of a kind. */
const rolesOfKind: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  nation: ['national-analyst', 'privacy-officer', 'administrator'],
  'support-institution': ['support-adviser'],
  library: [
    'desk-employee',
    'volunteer',
    'desk-coordinator',
    'library-manager',
    'privacy-officer',
    'administrator',
  ],
  municipality: ['municipality-official', 'referrer'],
  partner: ['partner-employee', 'service-provider-employee', 'referrer'],
}

/** What a library gives itself; who comes from outside it gets a role from the nation. */
const givenByLibrary: readonly Role[] = [
  'desk-employee',
  'volunteer',
  'desk-coordinator',
  'library-manager',
  'privacy-officer',
  'administrator',
]

/** The roles that can be held at one desk instead of at the whole library. */
export const deskRoles: readonly Role[] = ['desk-employee', 'volunteer', 'desk-coordinator']

/** The roles that somebody may give at an organisation of a kind. */
export function rolesToGive(
  scope: Pick<AdministrationScope, 'kind'>,
  kind: OrganisationKind,
): readonly Role[] {
  const roles = rolesOfKind[kind]
  if (scope.kind === 'nation') return roles
  return kind === 'library' ? roles.filter((role) => givenByLibrary.includes(role)) : []
}

/** A role as it was given to somebody. Days as 2026-11-24, `validUntil` is the last one on which it counts. */
export interface RoleHeld {
  readonly id: string
  readonly accountId: string
  readonly role: Role
  readonly organisationId: string
  /** Null: at the whole organisation. */
  readonly deskId: string | null
  readonly validFrom: string
  readonly validUntil: string | null
}
