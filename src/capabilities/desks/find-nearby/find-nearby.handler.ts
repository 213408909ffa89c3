import { publicScope } from '../../../platform/auth/scope.ts'
import { type Reply, seeOther, showAgain, showPage, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { type FinderFilter, readFinderFilter } from '../finder-filter.ts'
import { nowOf, secondsUntil, secondsUntilMinute } from '../keep-until.ts'
import { readPoint } from '../map-point.ts'
import type { Now } from '../opening-words.ts'
import { showVenue } from '../venue-card.page.tsx'
import { readPageNumber, whereProblem } from './find-nearby.form.ts'
import { finderAddress, findNearbyPage } from './find-nearby.page.tsx'
import { findNearby, findPlaceMeant, mostPages, type Nearby } from './find-nearby.query.ts'

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
  if (problem) return showAgain(findNearbyPage({ ...page, problem }))
  const number = readPageNumber(request.query('pagina'), mostPages)
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
  if (number > 1 && answer.nearby.found.length === 0)
    return seeOther(voice.link(finderAddress(where, filter)))
  const shown = showAll(answer.nearby, now, voice)
  return showToAll(
    findNearbyPage({ ...page, number, meant: answer.meant, ...shown }),
    keepSeconds(shown, filter, now),
  )
}

/** The answer to the device's own position: it comes in a form, so it stands in no address, and nothing keeps it. */
export async function showNearPosition(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const form = await request.form()
  const filter = readFinderFilter(
    (name) => form.text(name),
    (name) => form.all(name),
  )
  const now = nowOf(request.clock.now())
  const page = { voice, where: '', filter, now, tiles: undefined }
  const point = readPoint(form.text('plek'))
  if (typeof point === 'string')
    return showAgain(findNearbyPage({ ...page, problem: 'finder.error.position' }))
  const number = readPageNumber(form.text('pagina'), mostPages)
  const nearby = await request.database.read(publicScope, (db) =>
    findNearby(db, publicScope, point, filter, now, number),
  )
  return showPage(
    findNearbyPage({ ...page, number, position: form.text('plek'), ...showAll(nearby, now, voice) }),
  )
}

/** What was found with its lines, each reckoned once. */
function showAll({ found, byTelephone, more }: Nearby, now: Now, voice: PublicVoice) {
  return {
    venues: found.map((each) => showVenue(each, now, voice)),
    byTelephone: byTelephone.map((each) => showVenue(each, now, voice)),
    more,
  }
}

/** Who is open now may be another that is not on the page yet: it opens on a whole minute. */
function keepSeconds(
  { venues, byTelephone }: ReturnType<typeof showAll>,
  filter: FinderFilter,
  now: Now,
): number {
  const until = secondsUntil(
    [...venues, ...byTelephone].map(({ changesAt }) => changesAt),
    now,
  )
  return filter.day === 'nu' ? Math.min(until, secondsUntilMinute(now)) : until
}
