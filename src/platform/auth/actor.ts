import { Refusal, refuse } from '../errors/refusals.ts'
import type { Permission } from './permissions.ts'
import type { Grant } from './roles.ts'
import {
  type AdministrationScope,
  type DeskScope,
  type DesksScope,
  type LibraryScope,
  type MunicipalityScope,
  type NationalScope,
  type PartnerScope,
  proveDesk,
  proveDesks,
  proveLibrary,
  proveMunicipality,
  proveNation,
  provePartner,
  proveRegion,
  proveSelf,
  type RegionScope,
  type SelfScope,
} from './scope.ts'

/** Somebody who has signed in, with the roles that count today. */
export class Actor {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly Grant[]

  constructor(account: { accountId: string; name: string; grants: readonly Grant[] }) {
    this.accountId = account.accountId
    this.name = account.name
    this.grants = account.grants
  }

  /** Whether any of the actor's roles has this permission somewhere: shows or hides a link, opens a route. */
  may(permission: Permission): boolean {
    return permission.level === 'self' || this.grantsFor(permission).length > 0
  }

  /** All desks at which the actor has this permission. */
  desksFor(permission: Permission): string[] {
    return [...new Set(this.grantsFor(permission).flatMap((grant) => grant.deskIds))]
  }

  deskScope(permission: Permission, deskId: string): DeskScope {
    const grant = this.grantsFor(permission).find((candidate) => candidate.deskIds.includes(deskId))
    if (!grant) throw new Refusal('not-allowed')
    return proveDesk(this.accountId, grant.organisationId, deskId)
  }

  /** All desks at which the actor has this permission, to read from. */
  desksScope(permission: Permission): DesksScope {
    return proveDesks(this.accountId, this.desksFor(permission))
  }

  /** The whole library, for who holds the role on the library and not on one desk of it. */
  libraryScope(permission: Permission): LibraryScope {
    const grant = this.grantsFor(permission).find((candidate) => candidate.organisationKind === 'library')
    return grant ? proveLibrary(this.accountId, grant.organisationId, grant.deskIds) : refuse('not-allowed')
  }

  /** The municipalities at which the actor holds the role. */
  municipalityScope(permission: Permission): MunicipalityScope {
    const codes = this.grantsFor(permission).flatMap((grant) => grant.municipalityCode ?? [])
    return codes.length > 0 ? proveMunicipality(this.accountId, codes) : refuse('not-allowed')
  }

  /** One's own organisation, that people are referred to or that refers them. */
  partnerScope(permission: Permission): PartnerScope {
    const ids = this.grantsFor(permission).map(({ organisationId }) => organisationId)
    return ids.length > 0 ? provePartner(this.accountId, ids) : refuse('not-allowed')
  }

  /** The provinces of the support institutions at which the actor holds the role. */
  regionScope(permission: Permission): RegionScope {
    const grants = this.grantsFor(permission)
    if (grants.length === 0) refuse('not-allowed')
    return proveRegion(
      this.accountId,
      grants.flatMap((grant) => grant.provinceCodes),
      grants.flatMap((grant) => grant.municipalityCodes),
    )
  }

  nationalScope(permission: Permission): NationalScope {
    const grant = this.grantsFor(permission).find((candidate) => candidate.organisationKind === 'nation')
    return grant ? proveNation(this.accountId) : refuse('not-allowed')
  }

  administrationScope(permission: Permission): AdministrationScope {
    const grants = this.grantsFor(permission)
    return grants.some((grant) => grant.organisationKind === 'nation')
      ? proveNation(this.accountId)
      : this.libraryScope(permission)
  }

  selfScope(): SelfScope {
    return proveSelf(this.accountId)
  }

  private grantsFor(permission: Permission): Grant[] {
    return this.grants.filter((grant) => permission.roles.includes(grant.role) && reaches(permission, grant))
  }
}

/** A role at one desk proves nothing about its library; a role at a municipality nothing about a desk. */
function reaches(permission: Permission, grant: Grant): boolean {
  switch (permission.level) {
    case 'self':
    case 'anywhere':
      return true
    case 'desk':
      return grant.deskIds.length > 0
    case 'library':
      return grant.organisationKind === 'library' && grant.wholeOrganisation
    case 'municipality':
      return grant.organisationKind === 'municipality'
    case 'partner':
      return grant.organisationKind === 'partner' || grant.organisationKind === 'municipality'
    case 'region':
      return grant.organisationKind === 'support-institution'
    case 'administration':
      return (
        grant.wholeOrganisation &&
        (grant.organisationKind === 'nation' || grant.organisationKind === 'library')
      )
    case 'nation':
      return grant.organisationKind === 'nation'
  }
}
