import { publicScope } from '../../../platform/auth/scope.ts'
import { type Reply, showAgain, showPage, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { readFinderFilter } from '../finder-filter.ts'
import { nowOf, secondsUntil } from '../keep-until.ts'
import { readPosition, whereProblem } from './find-nearby.form.ts'
import { findNearbyPage, nearbyStates } from './find-nearby.page.tsx'
import { findNearby, findPlaceMeant } from './find-nearby.query.ts'

/** Further pages than this nobody turns. */
const mostPages = 20

/** The first page of all, and its answer to a postcode or a place. */
export async function showNearby(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const where = request.query('waar')
  const filter = readFinderFilter(
    (name) => request.query(name),
    (name) => request.queryAll(name),
  )
  const now = nowOf(request.clock.now())
  const page = { voice, where, filter, now, tiles: request.mapTiles }
  if (where === '') return showToAll(findNearbyPage(page), secondsUntil([], now))
  const problem = whereProblem(where)
  if (problem) return showAgain(findNearbyPage({ ...page, where: '', problem }))
  const number = Math.min(Math.max(Number(request.query('pagina')) || 1, 1), mostPages)
  const answer = await request.database.read(publicScope, async (db) => {
    const meant = await findPlaceMeant(db, publicScope, where)
    return meant.kind === 'found'
      ? { meant, nearby: await findNearby(db, publicScope, meant.place, filter, now, number) }
      : { meant }
  })
  if (!answer.nearby)
    return showAgain(
      findNearbyPage({
        ...page,
        problem: answer.meant.kind === 'unknown' ? 'finder.error.unknown' : 'finder.error.postcode',
      }),
    )
  const answered = { ...page, number, meant: answer.meant, nearby: answer.nearby }
  return showToAll(findNearbyPage(answered), secondsUntil(nearbyStates(answered), now))
}

/** The answer to the device's own position: it comes in a form, so it stands in no address, and nothing keeps it. */
export async function showNearPosition(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const form = await request.form()
  const filter = readFinderFilter(
    (name) => form.text(name),
    (name) => form.all(name),
  )
  const now = nowOf(request.clock.now())
  const page = { voice, where: '', filter, now }
  const point = readPosition(form.text('plek'))
  if (!point) return showAgain(findNearbyPage({ ...page, problem: 'finder.error.position' }))
  const number = Math.min(Math.max(Number(form.text('pagina')) || 1, 1), mostPages)
  const nearby = await request.database.read(publicScope, (db) =>
    findNearby(db, publicScope, point, filter, now, number),
  )
  const answered = { ...page, number, position: form.text('plek'), nearby }
  return showPage(findNearbyPage(answered))
}
