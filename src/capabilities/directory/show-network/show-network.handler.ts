import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { networkMunicipality } from '../network-municipality.ts'
import { showNetworkPage } from './show-network.page.tsx'
import { findMeetings, findNetworkActions, findNetworkPartners } from './show-network.query.ts'

/** The network of a municipality on one page: when it meets, who owes what, who takes part. */
export async function showNetwork(request: WebRequest): Promise<Reply> {
  const { scope, municipality, municipalities } = await networkMunicipality(request)
  const network = await request.database.read(scope, async (db) => ({
    partners: await findNetworkPartners(db, scope, municipality.code),
    meetings: await findMeetings(db, scope, municipality.code),
    actions: await findNetworkActions(db, scope, municipality.code),
  }))
  return showPage(
    showNetworkPage({
      t: request.t,
      language: request.language,
      municipality,
      municipalities,
      ...network,
      today: localDay(request.clock.now()),
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
