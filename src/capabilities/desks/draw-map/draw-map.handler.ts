import { publicScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findOutlines } from '../../organisations/public.ts'
import { readMapAddress } from '../map-address.ts'
import { drawMap } from './draw-map.page.tsx'
import { findSpotPoints } from './draw-map.query.ts'

/** A day: a desk that moves is found by the list at once, and on the map a day later at most. */
const keptForSeconds = 86_400

/** A map of desks with the numbers they have in the list beside it, for everybody: it says nothing of who asks. */
export async function sendMap(request: WebRequest): Promise<Reply> {
  const { spots, first } = foundOrRefuse(readMapAddress(request.url.searchParams))
  const body = await request.database.read(publicScope, async (db) => {
    const points = foundOrRefuse(await findSpotPoints(db, publicScope, spots))
    const numbered = points.flatMap((point, index) => (point ? [{ number: first + index, point }] : []))
    return numbered.length === 0 ? undefined : drawMap(numbered, await findOutlines(db, publicScope))
  })
  return {
    kind: 'file',
    contentType: 'image/svg+xml; charset=utf-8',
    cacheControl: `public, max-age=${keptForSeconds}`,
    body: foundOrRefuse(body),
  }
}
