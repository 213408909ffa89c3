import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import type { KeeperScope } from '../keep-version/keep-version.command.ts'
import { type KeptList, keptLists, type ListOption, listsAddress } from '../list-option.ts'
import { listsPermissions } from '../permissions.ts'
import { readOptions, readVersions } from '../read-options/read-options.query.ts'
import { showListsPage } from './show-lists.page.tsx'

/** The first list. */
export function showListsStart(): Reply {
  return seeOther(`${listsAddress}/onderwerpen`)
}

/** One list with all its values: what counts, what ended, what comes, what libraries added, and what changed of late. */
export async function showList(request: WebRequest): Promise<Reply> {
  const { keeper, list, options } = await readKeptList(request)
  const { scope } = keeper
  const { versions, libraries } = await request.database.read(scope, async (db) => ({
    versions: await readVersions(db, scope, list),
    libraries: await findOrganisations(
      db,
      scope,
      options.flatMap(({ libraryId }) => libraryId ?? []),
    ),
  }))
  return showPage(
    showListsPage({
      t: request.t,
      list,
      options,
      versions,
      libraryNames: new Map(libraries.map(({ id, name }) => [id, name])),
      national: scope.kind === 'nation',
      today: localDay(request.clock.now()),
      saved: request.query('bewaard') !== '',
    }),
  )
}

/** The list of the address with its values, as far as this person keeps or may see them, and who that is. */
export async function readKeptList(
  request: WebRequest,
): Promise<{ keeper: KeeperScope; list: KeptList; options: ListOption[] }> {
  const part = request.param('list')
  const list = Object.hasOwn(keptLists, part)
    ? keptLists[part as keyof typeof keptLists]
    : refuse('not-found')
  const scope = request.actor.administrationScope(listsPermissions['lists.manage'])
  const all = await request.database.read(scope, (db) => readOptions(db, scope, list))
  const options = all.filter(
    ({ libraryId }) => libraryId === null || scope.kind === 'nation' || libraryId === scope.libraryId,
  )
  return { keeper: { scope, name: request.actor.name }, list, options }
}
