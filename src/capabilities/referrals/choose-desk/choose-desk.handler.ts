import { publicScope } from '../../../platform/auth/scope.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { publicVoice } from '../../../platform/i18n/public-language.ts'
import { findPlaceMeant, nowOf, whereProblem } from '../../desks/public.ts'
import { referralsPermissions } from '../permissions.ts'
import { chooseDeskPage } from './choose-desk.page.tsx'
import { findDesksWithRoom } from './choose-desk.query.ts'

/** For who has somebody at the counter: which desk is near the visitor's home, and has it room? */
export async function showChooseDesk(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  const scope = request.actor.partnerScope(referralsPermissions['referrals.send'])
  const where = request.query('waar')
  const page = { t, language, voice: publicVoice(language), where }
  if (where === '') return showPage(chooseDeskPage(page))
  if (whereProblem(where))
    return showAgain(chooseDeskPage({ ...page, where: '', problem: t('senders.error.where') }))
  const at = request.clock.now()
  const found = await request.database.read(scope, async (db) => {
    const meant = await findPlaceMeant(db, publicScope, where)
    return meant.kind === 'found'
      ? { place: meant.place.name, desks: await findDesksWithRoom(db, scope, meant.place, nowOf(at), at) }
      : undefined
  })
  return found
    ? showPage(chooseDeskPage({ ...page, ...found }))
    : showAgain(chooseDeskPage({ ...page, problem: t('senders.error.where') }))
}
