import { publicScope } from '../../../platform/auth/scope.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { findOnlineRequests } from '../keep-online-requests/keep-online-requests.query.ts'
import { nowOf, secondsUntil } from '../keep-until.ts'
import { isForVisitors, stateAt } from '../opening-hours.ts'
import { deskPath } from '../venue.ts'
import { showDeskPage } from './show-desk.page.tsx'
import { findShownDesk, type ShownDesk } from './show-desk.query.ts'

/** The page of a desk. Under an old name it leads to the present one: the code behind it stays. */
export async function showPublicDesk(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const now = nowOf(request.clock.now())
  const shown = await readShownDesk(request)
  const path = deskPath(shown.desk)
  if (`/informatiepunt/${request.param('desk')}` !== path) return seeOther(voice.link(path))
  const asks = await request.database.read(publicScope, (db) =>
    findOnlineRequests(db, publicScope, shown.desk.id),
  )
  const { changesAt } = stateAt(shown.hours, now.moment, now.today, isForVisitors)
  return showToAll(
    showDeskPage({ voice, shown, asks, now, origin: request.origin, tiles: request.mapTiles }),
    secondsUntil([changesAt], now),
  )
}

/** The desk in the address of one of its public pages. @throws not-found when there is none */
export async function readShownDesk(request: WebRequest): Promise<ShownDesk> {
  const { today } = nowOf(request.clock.now())
  return foundOrRefuse(
    await request.database.read(publicScope, (db) =>
      findShownDesk(db, publicScope, request.param('desk'), today),
    ),
  )
}
