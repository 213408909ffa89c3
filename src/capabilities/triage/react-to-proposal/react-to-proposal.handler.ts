import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { findProposal, findProposals, findReactions } from '../find-proposals/find-proposals.query.ts'
import { triagePermissions } from '../permissions.ts'
import { deskProposalsAddress } from '../proposal.ts'
import { reactToProposal } from './react-to-proposal.command.ts'
import { reactForm } from './react-to-proposal.form.ts'
import { deskProposalPage, deskProposalsPage } from './react-to-proposal.page.tsx'

const answers = triagePermissions['triage.answer']

/** New answers that are on their way, for everybody at a desk. */
export async function showDeskProposals(request: WebRequest): Promise<Reply> {
  const scope = request.actor.desksScope(triagePermissions['triage.see'])
  const proposals = await request.database.read(scope, (db) => findProposals(db, scope))
  return showPage(deskProposalsPage({ t: request.t, proposals }))
}

export async function showDeskProposal(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  // What one desk said must not be sent for another: of several, somebody first says which.
  const desk = page.desks.length === 1 ? page.desks[0] : undefined
  const own = page.reactions.find(({ deskId }) => deskId === desk?.id)
  const form = new FormFields([
    ['desk', desk?.id ?? ''],
    ['answer', own?.answer ?? ''],
    ['reason', own?.reason ?? ''],
  ])
  return showPage(deskProposalPage({ ...page, form, errors: [], saved: request.query('bewaard') !== '' }))
}

export async function submitReact(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const form = await request.form()
  const now = request.clock.now()
  const year = Number(localDay(now).slice(0, 4))
  const sent = { desk: form.text('desk'), answer: form.text('answer'), reason: form.text('reason') }
  const deskIds = page.desks.map(({ id }) => id)
  const parsed = parseForm(reactForm(deskIds, year), sent, request.t)
  if (!parsed.ok) return showAgain(deskProposalPage({ ...page, form, errors: parsed.errors }))
  const { desk, answer, reason } = parsed.value
  const scope = request.actor.deskScope(answers, desk)
  const taken = await request.database.write(scope, (tx) =>
    reactToProposal(tx, scope, { proposalId: page.proposal.id, answer, reason }, now),
  )
  if (taken) return seeOther(`${deskProposalsAddress}/${page.proposal.id}?bewaard=ja`)
  const latest = await prepare(request)
  const errors = [{ id: 'stand', message: request.t('triage.error.decided') }]
  return { kind: 'page', status: 409, page: deskProposalPage({ ...latest, form, errors }) }
}

async function prepare(request: WebRequest) {
  const scope = request.actor.desksScope(triagePermissions['triage.see'])
  const id = request.idParam('proposal')
  return request.database.read(scope, async (db) => ({
    t: request.t,
    proposal: foundOrRefuse(await findProposal(db, scope, id)),
    // Of which desks somebody may say what they think.
    desks: await findDesks(db, scope, request.actor.desksFor(answers)),
    reactions: await findReactions(db, scope, [id]),
  }))
}
