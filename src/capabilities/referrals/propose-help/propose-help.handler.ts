import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { findWhereabouts } from '../../organisations/public.ts'
import { makeBookingKey } from '../booking-key.ts'
import { findReferral } from '../find-referral/find-referral.query.ts'
import { referralsPermissions } from '../permissions.ts'
import { deskMeant, topicCodesOf } from '../referring-desk.ts'
import { noDeskPage, proposeHelpPage } from './propose-help.page.tsx'
import { proposeHelp } from './propose-help.query.ts'

/** Who helps with this topic near this place: to give the visitor a leaflet, or to refer warmly. */
export async function showProposeHelp(request: WebRequest): Promise<Reply> {
  const { t, language, actor } = request
  const scope = actor.desksScope(referralsPermissions['referrals.refer'])
  const now = request.clock.now()
  const topicCode = request.query('onderwerp')
  const where = request.query('waar')
  const follows = request.query('vervolg')
  const found = await request.database.read(scope, async (db) => {
    const desks = await findDesks(db, scope, scope.deskIds)
    const desk = deskMeant(desks, request.query('informatiepunt'))
    if (!desk) return undefined
    const lists = await readLists(db, scope, localDay(now), language, desk.libraryId)
    const meant = where === '' ? undefined : await findWhereabouts(db, scope, where)
    const place = meant?.kind === 'found' ? meant.place : undefined
    const topicCodes = topicCodesOf(lists, topicCode)
    const followed = /^[\da-f-]{36}$/.test(follows) ? await findReferral(db, scope, follows) : undefined
    const proposals =
      topicCodes.length === 0 || (meant && !place)
        ? undefined
        : await proposeHelp(
            db,
            scope,
            {
              desk,
              topicCodes,
              municipalityCode: place?.municipalityCode ?? desk.municipalityCode,
              here: place,
            },
            now,
          )
    return { desks, desk, lists, meant, proposals, followed }
  })
  if (!found) return showPage(noDeskPage(t))
  const problem = found.meant && found.meant.kind !== 'found' ? t('referrals.propose.error.where') : undefined
  const page = proposeHelpPage({ t, language, ...found, topicCode, where, problem, key: makeBookingKey })
  return problem ? showAgain(page) : showPage(page)
}
