import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import {
  findKindsHere,
  findMeetings,
  findNetworkActions,
  findNetworkPartners,
} from '../../directory/public.ts'
import { kindsOfList } from '../direction.ts'
import { municipalContext } from '../municipal-context.ts'
import { showDirectionPage } from './show-direction.page.tsx'
import { findAbsentKinds, findDesksMet, findPresences, findPriorities } from './show-direction.query.ts'

/** What a municipality does as director of the network, on one page (guide § 4.3). */
export async function showDirection(request: WebRequest): Promise<Reply> {
  const { scope, municipality, municipalities, today } = await municipalContext(request)
  const { code } = municipality
  const found = await request.database.read(scope, async (db) => ({
    network: await readNetwork(db, scope, code, today),
    kinds: kindsOfList(await findKindsHere(db, scope, code), await findAbsentKinds(db, scope, code)),
    priorities: await findPriorities(db, scope, [code]),
    presences: await findPresences(db, scope, [code]),
    desks: await findDesksMet(db, scope, code),
  }))
  return showPage(
    showDirectionPage({
      t: request.t,
      language: request.language,
      municipality,
      municipalities,
      today,
      saved: request.query('bericht') === 'bewaard',
      ...found,
    }),
  )
}

/** The network in short: who takes part, what is planned, what is late. */
async function readNetwork(db: ReadHandle, scope: MunicipalityScope, code: string, today: string) {
  const partners = await findNetworkPartners(db, scope, code)
  const meetings = await findMeetings(db, scope, code)
  const actions = (await findNetworkActions(db, scope, code)).filter(({ doneOn }) => doneOn === null)
  return {
    partners: partners.filter(({ leftOn }) => leftOn === null).length,
    wished: partners.filter(({ leftOn, cooperation }) => leftOn === null && cooperation.includes('wished'))
      .length,
    next: meetings.findLast(({ day, cancelled }) => day >= today && !cancelled),
    open: actions.length,
    late: actions.filter(({ dueOn }) => dueOn < today).length,
  }
}
export type NetworkInShort = Awaited<ReturnType<typeof readNetwork>>
