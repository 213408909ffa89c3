import { Actor } from '../../../platform/auth/actor.ts'
import type { Grant, Role } from '../../../platform/auth/roles.ts'
import type { SignInScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { findDeskIdsOfLibraries } from '../../desks/public.ts'
import { findOrganisations, findServedAreas } from '../../organisations/public.ts'

/** A person with the roles that count on a day and the desks these reach. Nothing for an account that was closed. */
export async function findActor(
  db: ReadHandle,
  scope: SignInScope,
  accountId: string,
  today: string,
): Promise<{ actor: Actor; language: Language } | undefined> {
  const rows = await db
    .selectFrom('people.accounts as account')
    .leftJoin('people.role_assignments as assignment', (join) =>
      join
        .onRef('assignment.account_id', '=', 'account.id')
        .on('assignment.valid_from', '<=', today)
        .on((eb) =>
          eb.or([eb('assignment.valid_until', 'is', null), eb('assignment.valid_until', '>=', today)]),
        ),
    )
    .select([
      'account.name',
      'account.language',
      'assignment.role',
      'assignment.organisation_id as organisationId',
      'assignment.desk_id as deskId',
    ])
    .where('account.id', '=', accountId)
    .where('account.active', '=', true)
    .execute()
  const [account] = rows
  if (!account) return undefined

  const organisationIds = [...new Set(rows.flatMap((row) => row.organisationId ?? []))]
  const organisations = await findOrganisations(db, scope, organisationIds)
  const deskIds = await findDeskIdsOfLibraries(db, scope, organisationIds)
  const areas = await findServedAreas(
    db,
    scope,
    organisations.filter(({ kind }) => kind === 'support-institution').map(({ id }) => id),
  )
  const grants = rows.flatMap((row): Grant[] => {
    const organisation = organisations.find((candidate) => candidate.id === row.organisationId)
    if (!organisation || !row.role) return []
    const desksInUse = deskIds.get(organisation.id) ?? []
    return [
      {
        role: row.role as Role,
        organisationId: organisation.id,
        organisationKind: organisation.kind,
        municipalityCode: organisation.municipalityCode ?? undefined,
        provinceCodes: areas.get(organisation.id)?.provinceCodes ?? [],
        municipalityCodes: areas.get(organisation.id)?.municipalityCodes ?? [],
        wholeOrganisation: row.deskId === null,
        deskIds: row.deskId === null ? desksInUse : desksInUse.filter((id) => id === row.deskId),
      },
    ]
  })
  return {
    actor: new Actor({ accountId, name: account.name, grants }),
    language: account.language as Language,
  }
}
