import { publicScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findService } from '../find-service/find-service.query.ts'
import { showPublicServicePage } from './show-public-service.page.tsx'

/** Nothing on it changes by the minute. */
const keptSeconds = 300

/** A service for everybody: where the feed and the code on a leaflet lead to. What has ended is not there. */
export async function showPublicService(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const today = localDay(request.clock.now())
  const details = foundOrRefuse(
    await request.database.read(publicScope, (db) =>
      findService(db, publicScope, request.idParam('service'), { today }),
    ),
  )
  if (!details.service.active || details.partner.endedOn !== null) refuse('not-found')
  return showToAll(showPublicServicePage({ voice, details, today }), keptSeconds)
}
