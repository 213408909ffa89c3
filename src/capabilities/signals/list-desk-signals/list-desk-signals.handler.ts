import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { findReadings, findSignals } from '../find-signals/find-signals.query.ts'
import { signalsPermissions } from '../permissions.ts'
import { readAnswer } from '../read-answer/read-answer.command.ts'
import { seeToo } from '../see-too/see-too.command.ts'
import { deskAddress, prepareDesk } from '../signals-address.ts'
import { withdrawSignal } from '../withdraw-signal/withdraw-signal.command.ts'
import { deskSignalsPage } from './list-desk-signals.page.tsx'

const messages = ['verstuurd', 'ook', 'niet', 'terug', 'te-laat', 'weg'] as const

/** The signals of a desk with what became of them, and those of other desks that it may see as well. */
export async function showDeskSignals(request: WebRequest): Promise<Reply> {
  const { scope, municipalityCodes, ...page } = await prepareDesk(request)
  const found = await request.database.read(scope, async (db) => ({
    signals: await findSignals(db, scope, municipalityCodes),
    readings: await findReadings(db, scope, page.desk.id),
  }))
  const said = messages.find((each) => each === request.query('bericht'))
  return showPage(deskSignalsPage({ ...page, ...found, said }))
}

/** One tap: this desk sees the same, or does not after all. */
export async function submitSeeToo(request: WebRequest): Promise<Reply> {
  const { scope, signalId, form } = await prepare(request)
  const sees = form.text('action') !== 'not'
  const there = await request.database.write(scope, (tx) =>
    seeToo(tx, scope, { signalId, sees }, request.clock.now()),
  )
  return seeOther(deskAddress(scope.deskId, '', there ? (sees ? 'ook' : 'niet') : 'weg'))
}

export async function submitWithdrawSignal(request: WebRequest): Promise<Reply> {
  const { scope, signalId } = await prepare(request)
  const withdrawn = await request.database.write(scope, (tx) =>
    withdrawSignal(tx, scope, signalId, request.clock.now()),
  )
  return seeOther(deskAddress(scope.deskId, '', withdrawn ? 'terug' : 'te-laat'))
}

export async function submitReadAnswer(request: WebRequest): Promise<Reply> {
  const { scope, signalId, form } = await prepare(request)
  // As many answers as nobody gives: a number that was tampered with fits the column.
  const answerNumber = Math.min(Math.max(Math.trunc(Number(form.text('answer'))) || 0, 0), 1_000_000)
  await request.database.write(scope, (tx) =>
    readAnswer(tx, scope, { signalId, answerNumber }, request.clock.now()),
  )
  return seeOther(`${deskAddress(scope.deskId)}#${signalId}`)
}

async function prepare(request: WebRequest) {
  const signalId = request.idParam('signal')
  const form = await request.form()
  const deskId = form.text('desk')
  if (!isId(deskId)) refuse('not-allowed')
  return { form, signalId, scope: request.actor.deskScope(signalsPermissions['signals.report'], deskId) }
}
