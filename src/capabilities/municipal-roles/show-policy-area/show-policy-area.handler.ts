import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findNetworkPartners } from '../../directory/public.ts'
import { readTopics } from '../../reports/public.ts'
import { policyContext } from '../policy-context.ts'
import { findLibrariesMet, findPolicyContacts, findTalks } from '../show-policy/show-policy.query.ts'
import { seenIn } from '../topic-areas.ts'
import { showPolicyAreaPage } from './show-policy-area.page.tsx'

/** One policy area: what ties it to the desks, with whom one speaks, and what the desks see in it. */
export async function showPolicyArea(request: WebRequest): Promise<Reply> {
  const context = await policyContext(request)
  const { scope, municipality, area } = context
  const { t, language } = request
  const { code } = municipality
  const found = await request.database.read(scope, async (db) => ({
    contacts: (await findPolicyContacts(db, scope, [code])).filter((each) => each.area === area),
    talks: (await findTalks(db, scope, [code])).filter((each) => each.area === area),
    libraries: await findLibrariesMet(db, scope, [code]),
    partners: (await findNetworkPartners(db, scope, code)).filter(
      ({ leftOn, policyAreas }) => leftOn === null && policyAreas.includes(area),
    ),
    topics: await readTopics(db, scope, code, { now: request.clock.now(), language, t }),
  }))
  return showPage(
    showPolicyAreaPage({
      ...context,
      ...found,
      t,
      language,
      seen: seenIn(area, found.topics.topics),
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
