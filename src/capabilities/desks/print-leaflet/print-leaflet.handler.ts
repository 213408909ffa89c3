import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { nowOf, secondsUntil } from '../keep-until.ts'
import { readShownDesk } from '../show-desk/show-desk.handler.ts'
import { printLeafletPage } from './print-leaflet.page.tsx'

/** The leaflet of a desk, to print and give away: in every language of the pages. */
export async function showLeaflet(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const shown = await readShownDesk(request)
  if (!shown.desk.active) refuse('not-found')
  const now = nowOf(request.clock.now())
  return showToAll(printLeafletPage({ voice, shown, now, origin: request.origin }), secondsUntil([], now))
}
