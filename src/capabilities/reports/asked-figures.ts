import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { readListsOfAllDays } from '../lists/public.ts'
import { readFilter } from './figures-filter.ts'
import { listOwnAreas, type NamedArea } from './list-own-areas/list-own-areas.query.ts'
import { knownCodes } from './narrowing.ts'
import { type NarrowingChoices, narrowingChoices } from './narrowing-choices.ts'

/**
 * Which figures a request asks for, and what there is to choose from. Undefined for who has a role, but at nothing of which
 * there are figures. Whether the area may be seen is for its scope.
 */
export async function askedFigures(request: WebRequest): Promise<
  | {
      areas: readonly NamedArea[]
      choices: NarrowingChoices
      read: ReturnType<typeof readFilter>
      today: string
    }
  | undefined
> {
  const { actor, t, language, url } = request
  const today = localDay(request.clock.now())
  const self = actor.selfScope()
  const { areas, lists } = await request.database.read(self, async (db) => ({
    areas: await listOwnAreas(db, self, actor, today, t),
    lists: await readListsOfAllDays(db, self),
  }))
  const [widest, ...others] = areas.map(({ area }) => area)
  if (!widest) return undefined
  return {
    areas,
    choices: narrowingChoices(lists, t, language),
    today,
    read: readFilter(url.searchParams, [widest, ...others], today, knownCodes(lists), request),
  }
}
