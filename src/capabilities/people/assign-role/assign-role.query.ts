import type { Role } from '../../../platform/auth/roles.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Desk, findDeskIdsOfLibraries, findDesks } from '../../desks/public.ts'
import {
  findOrganisations,
  findOrganisationsOfKinds,
  type Organisation,
  organisationKinds,
} from '../../organisations/public.ts'
import { rolesToGive } from '../role.ts'

export interface RolesAtOrganisation {
  /** At which one can choose to give a role. */
  readonly organisations: readonly Organisation[]
  /** The chosen one: a library always has itself, the nation says which. */
  readonly organisation: Organisation | undefined
  readonly roles: readonly Role[]
  readonly desks: readonly Desk[]
}

/** Which roles can be given, where, by who has this scope. */
export async function findRolesToGive(
  db: ReadHandle,
  scope: AdministrationScope,
  organisationId: string,
): Promise<RolesAtOrganisation> {
  const organisations =
    scope.kind === 'library'
      ? await findOrganisations(db, scope, [scope.libraryId])
      : await findOrganisationsOfKinds(db, scope, organisationKinds)
  const wanted = scope.kind === 'library' ? scope.libraryId : organisationId
  const organisation = organisations.find(({ id }) => id === wanted)
  if (!organisation) return { organisations, organisation, roles: [], desks: [] }
  const deskIds = await findDeskIdsOfLibraries(db, scope, [organisation.id])
  return {
    organisations,
    organisation,
    roles: rolesToGive(scope, organisation.kind),
    desks: await findDesks(db, scope, deskIds.get(organisation.id) ?? []),
  }
}
