import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findNetworkPartners, policyAreas } from '../../directory/public.ts'
import { readTopics } from '../../reports/public.ts'
import { hasNotEnded } from '../direction.ts'
import { municipalContext } from '../municipal-context.ts'
import { comingTalks } from '../talk.ts'
import { seenIn } from '../topic-areas.ts'
import { showPolicyPage } from './show-policy.page.tsx'
import { findPolicyContacts, findTalks } from './show-policy.query.ts'

/** The policy areas of the guide's table 1, with who and what there is on each (guide § 4.6). */
export async function showPolicy(request: WebRequest): Promise<Reply> {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  const { code } = municipality
  const { t, language } = request
  const found = await request.database.read(scope, async (db) => ({
    contacts: (await findPolicyContacts(db, scope, [code])).filter((each) => hasNotEnded(each, today)),
    talks: await findTalks(db, scope, [code]),
    partners: (await findNetworkPartners(db, scope, code)).filter(({ leftOn }) => leftOn === null),
    topics: await readTopics(db, scope, code, { now: request.clock.now(), language, t }),
  }))
  return showPage(
    showPolicyPage({
      ...context,
      t,
      language,
      period: found.topics.period,
      areas: policyAreas.map((area) => ({
        area,
        contacts: found.contacts.filter((each) => each.area === area),
        next: comingTalks(
          found.talks.filter((each) => each.area === area),
          today,
        )[0],
        last: found.talks.find((each) => each.area === area && !each.cancelled && each.day < today),
        partners: found.partners.filter((each) => each.policyAreas.includes(area)).length,
        seen: seenIn(area, found.topics.topics),
      })),
    }),
  )
}
