import { publicScope } from '../../../platform/auth/scope.ts'
import { type Reply, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { type PublicVoice, publicLanguages, publicVoice } from '../../../platform/i18n/public-language.ts'
import { whereProblem } from '../find-nearby/find-nearby.form.ts'
import { findNearby, findPlaceMeant } from '../find-nearby/find-nearby.query.ts'
import { readFinderFilter } from '../finder-filter.ts'
import { nowOf, secondsUntil } from '../keep-until.ts'
import { distanceWords } from '../opening-words.ts'
import { addressLine, deskPath } from '../venue.ts'
import { nameOf, showVenue } from '../venue-card.page.tsx'
import { embedFinderPage } from './embed-finder.page.tsx'

/** Shows who has a website how to put the finder in it. */
export function showEmbedding(request: WebRequest, voice: PublicVoice): Reply {
  return showToAll(
    embedFinderPage({ voice, origin: request.origin }),
    secondsUntil([], nowOf(request.clock.now())),
  )
}

/** What the finder in another site gets: in words, so that it says the same as our own pages. */
export async function sendNearby(request: WebRequest): Promise<Reply> {
  const language = publicLanguages.find((each) => each === request.query('taal')) ?? 'nl'
  const voice = publicVoice(language)
  const where = request.query('waar')
  const now = nowOf(request.clock.now())
  const problem = where === '' ? 'finder.error.unknown' : whereProblem(where)
  if (problem) return answer({ problem: voice.t(problem), desks: [] }, 0)
  const found = await request.database.read(publicScope, async (db) => {
    const meant = await findPlaceMeant(db, publicScope, where)
    const filter = readFinderFilter(
      () => '',
      () => [],
    )
    return meant.kind === 'found'
      ? { meant, nearby: await findNearby(db, publicScope, meant.place, filter, now, 1) }
      : { meant }
  })
  if (!found.nearby)
    return answer(
      {
        problem: voice.t(found.meant.kind === 'unknown' ? 'finder.error.unknown' : 'finder.error.postcode'),
        desks: [],
      },
      0,
    )
  const venues = found.nearby.found.map((each) => showVenue(each, now, voice))
  return answer(
    {
      place: voice.t('finder.near', { place: found.meant.place.name }),
      desks: venues.map(({ venue, text }) => ({
        name: nameOf(venue),
        url: request.origin + voice.link(deskPath(venue.desk)),
        distance: distanceWords(venue.metres, voice),
        state: text,
        address: addressLine(venue.place ?? venue.desk),
        phone: venue.desk.phone,
      })),
    },
    secondsUntil(
      venues.map(({ changesAt }) => changesAt),
      now,
    ),
  )
}

const answer = (body: unknown, keepSeconds: number): Reply => ({
  kind: 'file',
  contentType: 'application/json; charset=utf-8',
  cacheControl: `public, max-age=${keepSeconds}`,
  forOtherSites: true,
  body: JSON.stringify(body),
})
