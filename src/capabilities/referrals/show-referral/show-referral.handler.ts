import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { listMailStates } from '../../../platform/mail/list-mail-states.query.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { answerReferral } from '../answer-referral/answer-referral.command.ts'
import { answerForm, answerSent } from '../answer-referral/answer-referral.form.ts'
import { askVisitor } from '../ask-visitor/ask-visitor.command.ts'
import { changeReferral, type ReferralChanged } from '../change-referral/change-referral.command.ts'
import { openPerson } from '../open-person/open-person.command.ts'
import { findReceiver } from '../pass-on/pass-on.query.ts'
import { referralsPermissions } from '../permissions.ts'
import { isSilent } from '../referral-attention.ts'
import { isStillToCome } from '../referral-state.ts'
import { referralsAddress } from '../referring-desk.ts'
import { remindPartner } from '../remind-partner/remind-partner.command.ts'
import { settleOutcome, tellOutcome } from '../tell-outcome/tell-outcome.command.ts'
import { officeHolidays } from '../working-days.ts'
import { closeForm, saidForm } from './show-referral.form.ts'
import { type Said, saidThings, showReferralPage } from './show-referral.page.tsx'
import { type ReferralDetails, readReferral } from './show-referral.query.ts'

const permission = referralsPermissions['referrals.refer']

/** One referral: how it stands, what happened, and all that the desk can do about it. */
export async function showReferral(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const said = saidThings.find((each) => each === request.query('gedaan'))
  return showPage(showReferralPage({ ...page, said }))
}

/** Who it is, for who signed the statement on confidentiality; logged. */
export async function submitOpen(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const { id, libraryId } = page.referral
  const scope = scopeFor(request, page)
  const person = await request.database.write(scope, (tx) =>
    openPerson(tx, scope, request.keys, { id, libraryId, why: 'handle' }, request.clock.now()),
  )
  return showPage(showReferralPage({ ...page, person }))
}

/** What the partner told by telephone. */
export async function submitAnswer(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(answerForm(page.today), answerSent(form), request.t)
  if (!parsed.ok) return showAgain(showReferralPage({ ...page, form, errors: parsed.errors }))
  return change(request, page, form, (tx, scope, now) =>
    answerReferral(tx, scope, page.referral, parsed.value, 'desk', now),
  )
}

/** Reminds the partner by mail. */
export async function submitRemind(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const scope = scopeFor(request, page)
  const mailed =
    page.mayRemind &&
    (await request.database.write(scope, (tx) =>
      remindPartner(tx, scope, request.keys, page, request.clock.now()),
    ))
  return done(page, mailed ? 'reminded' : 'not-reminded')
}

/** The visitor wants to stop: everything about who it is, is erased at once. */
export async function submitWithdraw(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  return change(request, page, await request.form(), (tx, scope, now) =>
    changeReferral(tx, scope, { id: page.referral.id, event: 'withdraw', by: 'desk' }, now),
  )
}

/** Closes it with how it ended; who gave an e-mail address can be asked whether it helped. */
export async function submitClose(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(
    closeForm,
    { outcome: form.text('outcome'), version: form.text('version') },
    request.t,
  )
  if (!parsed.ok) return showAgain(showReferralPage({ ...page, form, errors: parsed.errors }))
  const { id } = page.referral
  return change(request, page, form, async (tx, scope, now) => {
    const changed = await changeReferral(tx, scope, { id, event: 'close', by: 'desk', ...parsed.value }, now)
    const asks = form.text('ask') === 'yes' && request.sendsMail
    if (changed.kind === 'changed' && asks && !isStillToCome(page.referral.appointmentAt, now))
      await askVisitor(
        tx,
        scope,
        request.keys,
        { referral: page.referral, deskName: page.deskName, partner: page.partnerName },
        now,
      )
    return changed
  })
}

/** What the visitor told at the desk, or wrote on his slip. */
export async function submitSaid(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const form = await request.form()
  const scope = scopeFor(request, page)
  const now = request.clock.now()
  if (form.text('said') === 'settled') {
    await request.database.write(scope, (tx) => settleOutcome(tx, scope, page.referral, now))
    return done(page, 'changed')
  }
  const parsed = parseForm(saidForm, { said: form.text('said') }, request.t)
  if (!parsed.ok) return showAgain(showReferralPage({ ...page, form, errors: parsed.errors }))
  await request.database.write(scope, (tx) => tellOutcome(tx, scope, page.referral, parsed.value.said, now))
  return done(page, 'changed')
}

const done = ({ referral }: ReferralDetails, said: Said): Reply =>
  seeOther(`${referralsAddress}/${referral.id}?gedaan=${said}`)

const scopeFor = (request: WebRequest, { referral }: ReferralDetails): DeskScope =>
  request.actor.deskScope(permission, referral.deskId)

async function change(
  request: WebRequest,
  page: Awaited<ReturnType<typeof prepare>>,
  form: FormFields,
  act: (tx: WriteHandle, scope: DeskScope, now: Instant) => Promise<ReferralChanged>,
): Promise<Reply> {
  const scope = scopeFor(request, page)
  // What came too late changes nothing, and has no audit line; what changes writes its own.
  const changed = await request.database.keep(scope, (tx) => act(tx, scope, request.clock.now()))
  if (changed.kind === 'changed' || changed.kind === 'already') return done(page, changed.kind)
  const latest = await prepare(request)
  const message = request.t(
    changed.kind === 'too-early' ? 'referrals.passed.said.too-early' : 'referrals.error.meanwhile',
  )
  const errors = [{ id: 'stand', message }]
  return { kind: 'page', status: 409, page: showReferralPage({ ...latest, form, errors }) }
}

async function prepare(request: WebRequest) {
  const { t, language, actor, database, clock } = request
  const scope = actor.desksScope(permission)
  const now = clock.now()
  const id = request.idParam('referral')
  const today = localDay(now)
  const { details, mails, receiver } = await database.read(scope, async (db) => {
    const found = foundOrRefuse(await readReferral(db, scope, id, language, now))
    return {
      details: found,
      mails: await listMailStates(db, scope, [id]),
      receiver: await findReceiver(db, scope, found.referral.deskId, request.passesOnTo),
    }
  })
  const mayRemind =
    details.hasAddress && isSilent(details.referral, now, await officeHolidays(addDays(today, -100), today))
  return { t, language, now, today, sendsMail: request.sendsMail, mails, receiver, mayRemind, ...details }
}
