import { publicScope } from '../../../platform/auth/scope.ts'
import { type Reply, showAgain, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { whereProblem } from '../find-nearby/find-nearby.form.ts'
import { findPlaceMeant } from '../find-nearby/find-nearby.query.ts'
import { nowOf, secondsUntil } from '../keep-until.ts'
import { referVisitorPage } from './refer-visitor.page.tsx'
import { findWaysToHelp } from './refer-visitor.query.ts'

/** For who has somebody on the line or at a counter: who can help this person near his home, today, by which way. */
export async function showWaysToHelp(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const where = request.query('waar')
  const now = nowOf(request.clock.now())
  const page = { voice, where, now }
  if (where === '') return showToAll(referVisitorPage(page), secondsUntil([], now))
  const problem = whereProblem(where)
  if (problem) return showAgain(referVisitorPage({ ...page, where: '', problem }))
  const answer = await request.database.read(publicScope, async (db) => {
    const meant = await findPlaceMeant(db, publicScope, where)
    return meant.kind === 'found'
      ? { meant, ways: await findWaysToHelp(db, publicScope, meant.place, now) }
      : { meant }
  })
  if (!answer.ways)
    return showAgain(
      referVisitorPage({
        ...page,
        problem: answer.meant.kind === 'unknown' ? 'finder.error.unknown' : 'finder.error.postcode',
      }),
    )
  const { ways, meant } = answer
  const changes = [...ways.today, ...ways.byTelephone, ...ways.later].map(({ opening }) =>
    opening.start > now.moment ? opening.start : opening.end,
  )
  return showToAll(referVisitorPage({ ...page, place: meant.place.name, ways }), secondsUntil(changes, now))
}
