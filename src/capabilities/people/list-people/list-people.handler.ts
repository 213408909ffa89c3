import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { findRoles, namePlacesOfRoles } from '../find-roles/find-roles.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { listPeoplePage } from './list-people.page.tsx'
import { listPeople } from './list-people.query.ts'

export async function showPeople(request: WebRequest): Promise<Reply> {
  const scope = request.actor.administrationScope(peoplePermissions['people.administer'])
  const search = request.query('zoek')
  const asked = request.query('organisatie')
  const organisationId = scope.kind === 'nation' && isId(asked) ? asked : undefined
  const today = localDay(request.clock.now())
  const found = await request.database.read(scope, async (db) => {
    const { rows, total } = await listPeople(db, scope, {
      search,
      organisationId,
      page: pageAsked(request.url),
    })
    const ids = rows.map(({ id }) => id)
    const roles = await findRoles(db, scope, ids, today)
    const homes = rows.map((row) => row.organisationId)
    const organisations = await findOrganisations(db, scope, [
      ...new Set([...homes, organisationId ?? []].flat()),
    ])
    return { rows, total, roles, organisations, places: await namePlacesOfRoles(db, scope, roles) }
  })
  return showPage(
    listPeoplePage({
      ...found,
      t: request.t,
      search,
      organisation: found.organisations.find(({ id }) => id === organisationId),
      severalOrganisations: scope.kind === 'nation',
      paging: paging(request.url, found.total),
    }),
  )
}
