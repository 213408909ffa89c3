import { publicScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { nowOf, secondsUntil } from '../keep-until.ts'
import { slugOf } from '../venue.ts'
import { showVenue } from '../venue-card.page.tsx'
import { showMunicipalityPage } from './show-municipality.page.tsx'
import { findMunicipalityDesks } from './show-municipality.query.ts'

/** All desks of a municipality; the nearest ones of others where it has none. Written otherwise, its name leads here. */
export async function showMunicipality(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const now = nowOf(request.clock.now())
  const asked = request.param('municipality')
  const slug = slugOf(asked)
  const shown = foundOrRefuse(
    await request.database.read(publicScope, (db) => findMunicipalityDesks(db, publicScope, slug, now.today)),
  )
  if (asked !== slug) return seeOther(voice.link(`/gemeente/${slug}`))
  const { municipality, inside, nearest } = shown
  const venues = (inside.length > 0 ? inside : nearest).map((venue) => showVenue({ venue }, now, voice))
  return showToAll(
    showMunicipalityPage({ voice, municipality, venues, hasOwn: inside.length > 0, tiles: request.mapTiles }),
    secondsUntil(
      venues.map(({ changesAt }) => changesAt),
      now,
    ),
  )
}
