import { tokenOfCode } from '../../../platform/auth/links.command.ts'
import { type LinkScope, publicScope } from '../../../platform/auth/scope.ts'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import { tryLink } from '../../../platform/auth/try-link.command.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { isStillToCome } from '../referral-state.ts'
import { stopReferral } from '../stop-referral/stop-referral.command.ts'
import { tellOutcome, visitorAnswers } from '../tell-outcome/tell-outcome.command.ts'
import { askMyCodePage, type CodeOrLink, myReferralPage } from './my-referral.page.tsx'
import { readMyReferral } from './my-referral.query.ts'

/** Where a visitor types the code on his slip. */
export const showAskMyCode = (_request: WebRequest, voice: PublicVoice): Reply =>
  showPage(askMyCodePage({ voice, typed: '' }))

/**
 * The page of a code, in the answer itself: an address that opens it would stay in the history of a computer that others use too. What
 * one does on that page comes here as well, with the code.
 */
export async function submitMyCode(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const form = await request.form()
  const typed = form.text('code')
  const code = readShortCode(typed)
  const opened = await open(request, code ? tokenOfCode(request.keys, code) : '')
  if (opened === 'wait') return tooOften(voice, typed)
  if (!opened || !code)
    return showAgain(askMyCodePage({ voice, typed, problem: 'visit.referral.code-unknown' }))
  await act(request, opened, form.text('action'))
  return show(request, voice, opened, { code })
}

/** How it goes, to stop it, and to say whether it helped. Opening it changes nothing. */
export const showMyReferral = (request: WebRequest, voice: PublicVoice): Promise<Reply> =>
  withLink(request, voice, (scope) => show(request, voice, scope, { token: request.param('token') }))

export const submitMyReferral = (request: WebRequest, voice: PublicVoice): Promise<Reply> =>
  withLink(request, voice, async (scope) => {
    await act(request, scope, (await request.form()).text('action'))
    return seeOther(voice.link(`/mijn-doorverwijzing/${request.param('token')}`))
  })

async function act(request: WebRequest, scope: LinkScope, action: string): Promise<void> {
  const now = request.clock.now()
  const mine = await request.database.read(scope, (db) => readMyReferral(db, scope))
  const said = visitorAnswers.find((each) => each === action)
  if (mine && said && !isStillToCome(mine.referral.appointmentAt, now))
    await request.database.write(scope, (tx) => tellOutcome(tx, scope, mine.referral, said, now))
  // Pressed twice nothing changes any more, and nothing is written down.
  if (mine && action === 'stop')
    await request.database.keep(scope, (tx) => stopReferral(tx, scope, mine.referral, now))
}

const open = (request: WebRequest, token: string): Promise<LinkScope | 'wait' | undefined> => {
  const { address } = request
  return request.database.keep(publicScope, (tx) =>
    tryLink(tx, publicScope, { purpose: 'referrals.visitor', token, address }, request.clock.now()),
  )
}

async function withLink(
  request: WebRequest,
  voice: PublicVoice,
  answer: (scope: LinkScope) => Promise<Reply>,
): Promise<Reply> {
  const scope = await open(request, request.param('token'))
  if (scope === 'wait') return tooOften(voice, '')
  return scope ? answer(scope) : gone(voice)
}

async function show(
  request: WebRequest,
  voice: PublicVoice,
  scope: LinkScope,
  by: CodeOrLink,
): Promise<Reply> {
  const mine = await request.database.read(scope, (db) => readMyReferral(db, scope))
  return mine ? showPage(myReferralPage({ voice, by, now: request.clock.now(), ...mine })) : gone(voice)
}

const tooOften = (voice: PublicVoice, typed: string): Reply => ({
  kind: 'page',
  status: 429,
  page: askMyCodePage({ voice, typed, problem: 'visit.referral.code-wait' }),
})

const gone = (voice: PublicVoice): Reply => ({
  kind: 'page',
  status: 404,
  page: askMyCodePage({ voice, typed: '', problem: 'visit.referral.code-unknown' }),
})
