import { tokenOfCode } from '../../../platform/auth/links.command.ts'
import { openCode, openLink } from '../../../platform/auth/links.query.ts'
import { type LinkScope, publicScope } from '../../../platform/auth/scope.ts'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { isStillToCome } from '../referral-state.ts'
import { stopReferral } from '../stop-referral/stop-referral.command.ts'
import { tellOutcome, visitorAnswers } from '../tell-outcome/tell-outcome.command.ts'
import { askMyCodePage, myReferralPage } from './my-referral.page.tsx'
import { readMyReferral } from './my-referral.query.ts'

/** Where a visitor types the code on his slip. */
export const showAskMyCode = (_request: WebRequest, voice: PublicVoice): Reply =>
  showPage(askMyCodePage({ voice, typed: '' }))

/** Leads to the page of a code; who tries many waits. A wrong one and one that has run out look alike. */
export async function submitMyCode(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const typed = (await request.form()).text('code')
  const { keys, address } = request
  const now = request.clock.now()
  const found = await request.database.keep(publicScope, async (tx) => {
    if (!(await mayDoOpenly(tx, publicScope, 'code', address, now))) return 'wait' as const
    const code = readShortCode(typed)
    if (code && (await openCode(tx, publicScope, keys, { purpose: 'referrals.visitor', code }, now)))
      return { token: tokenOfCode(keys, code) }
    await rememberOpenAct(tx, publicScope, 'code', address, now)
    return 'unknown' as const
  })
  if (found === 'wait')
    return {
      kind: 'page',
      status: 429,
      page: askMyCodePage({ voice, typed, problem: 'visit.referral.code-wait' }),
    }
  if (found === 'unknown')
    return showAgain(askMyCodePage({ voice, typed, problem: 'visit.referral.code-unknown' }))
  return seeOther(voice.link(`/mijn-doorverwijzing/${found.token}`))
}

/** How it goes, to stop it, and to say whether it helped. Opening it changes nothing. */
export const showMyReferral = (request: WebRequest, voice: PublicVoice): Promise<Reply> =>
  withLink(request, voice, (scope) => show(request, voice, scope))

export const submitMyReferral = (request: WebRequest, voice: PublicVoice): Promise<Reply> =>
  withLink(request, voice, async (scope) => {
    const action = (await request.form()).text('action')
    const now = request.clock.now()
    const mine = await request.database.read(scope, (db) => readMyReferral(db, scope))
    const said = visitorAnswers.find((each) => each === action)
    if (mine && said && !isStillToCome(mine.referral.appointmentAt, now))
      await request.database.write(scope, (tx) => tellOutcome(tx, scope, mine.referral, said, now))
    // Pressed twice nothing changes any more, and nothing is written down.
    if (mine && action === 'stop')
      await request.database.keep(scope, (tx) => stopReferral(tx, scope, mine.referral, now))
    return seeOther(voice.link(`/mijn-doorverwijzing/${request.param('token')}`))
  })

async function withLink(
  request: WebRequest,
  voice: PublicVoice,
  act: (scope: LinkScope) => Promise<Reply>,
): Promise<Reply> {
  const token = request.param('token')
  const scope = await request.database.read(publicScope, (db) =>
    openLink(db, publicScope, { purpose: 'referrals.visitor', token }, request.clock.now()),
  )
  return scope ? act(scope) : gone(voice)
}

async function show(request: WebRequest, voice: PublicVoice, scope: LinkScope): Promise<Reply> {
  const mine = await request.database.read(scope, (db) => readMyReferral(db, scope))
  return mine
    ? showPage(myReferralPage({ voice, token: request.param('token'), now: request.clock.now(), ...mine }))
    : gone(voice)
}

const gone = (voice: PublicVoice): Reply => ({
  kind: 'page',
  status: 404,
  page: askMyCodePage({ voice, typed: '', problem: 'visit.referral.code-unknown' }),
})
