import { openCode } from '../../../platform/auth/links.query.ts'
import { type LinkScope, type PartnerScope, publicScope } from '../../../platform/auth/scope.ts'
import { readShortCode } from '../../../platform/auth/short-code.ts'
import { mayDoOpenly, rememberOpenAct } from '../../../platform/auth/throttle.command.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { readLists } from '../../lists/public.ts'
import { cancelAppointment } from '../cancel-appointment/cancel-appointment.command.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'
import { referralsPermissions } from '../permissions.ts'
import { askCodePage, sentReferralPage, sentReferralsPage } from './follow-sent.page.tsx'
import { findBookedFor, findSentReferral, findSentReferrals, type SentReferral } from './follow-sent.query.ts'

/** What the own organisation sent, and what became of it. */
export async function showSent(request: WebRequest): Promise<Reply> {
  const scope = request.actor.partnerScope(referralsPermissions['referrals.send'])
  const referrals = await request.database.read(scope, (db) => findSentReferrals(db, scope))
  return showPage(
    sentReferralsPage({
      ...(await wordsOf(request)),
      referrals,
      withdrawn: request.query('bericht') === 'ingetrokken',
    }),
  )
}

/** Takes one back: the appointment goes with it, and so does who it was. */
export async function submitWithdrawal(request: WebRequest): Promise<Reply> {
  const scope = request.actor.partnerScope(referralsPermissions['referrals.send'])
  const sent = foundOrRefuse(
    await request.database.read(scope, (db) => findSentReferral(db, scope, request.idParam('referral'))),
  )
  await withdraw(request, scope, sent)
  return seeOther('/samenwerking/aangemeld?bericht=ingetrokken')
}

export const showAskCode = async (request: WebRequest): Promise<Reply> =>
  showPage(askCodePage({ ...(await wordsOf(request)), code: '' }))

/** By the code, without an account: how far it is, and take it back. A wrong code and one that ran out are the same. */
export async function submitCode(request: WebRequest): Promise<Reply> {
  const { database, clock, keys, t } = request
  const now = clock.now()
  const form = await request.form()
  const typed = form.text('code')
  const may = await database.keep(publicScope, (tx) =>
    mayDoOpenly(tx, publicScope, 'code', request.address, now),
  )
  if (!may) refuse('too-many-attempts')
  const code = readShortCode(typed)
  const scope =
    code &&
    (await database.read(publicScope, (db) =>
      openCode(db, publicScope, keys, { purpose: 'referrals.sender', code }, now),
    ))
  const sent = scope && (await database.read(scope, (db) => findSentReferral(db, scope, scope.subjectId)))
  if (!code || !scope || !sent) {
    await database.keep(publicScope, (tx) => rememberOpenAct(tx, publicScope, 'code', request.address, now))
    return showAgain(
      askCodePage({ ...(await wordsOf(request)), code: typed, problem: t('senders.error.code') }),
    )
  }
  if (form.text('act') === 'withdraw') {
    await withdraw(request, scope, sent)
    const after = await database.read(scope, (db) => findSentReferral(db, scope, sent.id))
    return showPage(sentReferralPage({ ...(await wordsOf(request)), sent: foundOrRefuse(after), code }))
  }
  return showPage(sentReferralPage({ ...(await wordsOf(request)), sent, code }))
}

async function withdraw(
  request: WebRequest,
  scope: PartnerScope | LinkScope,
  { id }: SentReferral,
): Promise<void> {
  const now = request.clock.now()
  await request.database.write(scope, async (tx) => {
    for (const appointmentId of await findBookedFor(tx, scope, id)) {
      await cancelAppointment(tx, scope, request.keys, { id: appointmentId }, now)
      await erasePerson(tx, scope, { kind: 'appointment', id: appointmentId, cause: 'withdrawn' }, now)
    }
    await changeReferral(tx, scope, { id, event: 'withdraw', by: 'sender' }, now)
  })
}

async function wordsOf(request: WebRequest) {
  const { t, language, database, clock } = request
  const { topics } = await database.read(publicScope, (db) =>
    readLists(db, publicScope, localDay(clock.now()), language),
  )
  return { t, language, topics }
}
