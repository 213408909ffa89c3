import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { askedFigures } from '../asked-figures.ts'
import { filterQuery } from '../figures-filter.ts'
import { formPages } from '../figures-parts.page.tsx'
import { findCountedAreas } from '../find-counted-areas/find-counted-areas.query.ts'
import { figuresScope } from '../own-areas.ts'
import { fullField, returnField } from '../uncounted.page.tsx'
import { askCount } from './ask-count.command.ts'

/** Has the worker count what was asked for, and goes back to where that is waited for. */
export async function submitAskCount(request: WebRequest): Promise<Reply> {
  const asked = await askedFigures(request)
  if (!asked?.read.ok) return seeOther(`/sturing${request.url.search}`)
  const { area, period, narrowing } = asked.read.filter
  const scope = figuresScope(request.actor, area)
  const taken = await request.database.write(scope, async (tx) =>
    askCount(
      tx,
      scope,
      { areas: await findCountedAreas(tx, scope, area), period, narrowing },
      request.clock.now(),
    ),
  )
  const back = formPages.find((page) => page === request.query(returnField)) ?? '/sturing'
  const query = filterQuery(asked.read.filter)
  if (!taken) query.set(fullField, 'ja')
  return seeOther(`${back}?${query}`)
}
