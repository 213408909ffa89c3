import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findRecodings } from '../../contacts/public.ts'
import { forgetLists } from '../../lists/public.ts'
import { findProposal, findProposals, findReactions } from '../find-proposals/find-proposals.query.ts'
import { triagePermissions } from '../permissions.ts'
import { proposalsAddress } from '../proposal.ts'
import { lostJobOf } from '../recode-past/recode-past.query.ts'
import { forgetGroups } from '../show-texts/show-texts.query.ts'
import {
  adoptProposal,
  type DecideOutcome,
  rejectProposal,
  retryRecoding,
  undoAdoption,
} from './decide-proposal.command.ts'
import { adoptForm, rejectForm } from './decide-proposal.form.ts'
import { proposalPage, proposalsPage } from './decide-proposal.page.tsx'

const permission = triagePermissions['triage.propose']

/** All proposals, with how far each is. */
export async function showProposals(request: WebRequest): Promise<Reply> {
  const scope = request.actor.nationalScope(permission)
  return request.database.read(scope, async (db) => {
    const proposals = await findProposals(db, scope)
    const reactions = await findReactions(
      db,
      scope,
      proposals.map(({ id }) => id),
    )
    return showPage(proposalsPage({ t: request.t, proposals, reactions }))
  })
}

export async function showProposal(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  const form = new FormFields(dayFields('from', page.today))
  return showPage(proposalPage({ ...page, form, errors: [], saved: request.query('bewaard') !== '' }))
}

export async function submitAdopt(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(adoptForm(page.today), { from: daySent(form, 'from') }, request.t)
  if (!parsed.ok) return showAgain(proposalPage({ ...page, form, errors: parsed.errors }))
  const outcome = await request.database.write(keeper.scope, (tx) =>
    adoptProposal(tx, keeper, page.proposal, parsed.value.from, request.clock.now()),
  )
  forgetLists()
  forgetGroups()
  return decided(request, outcome, form)
}

export async function submitReject(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const form = await request.form()
  const parsed = parseForm(rejectForm, { reason: form.text('reason') }, request.t)
  if (!parsed.ok) {
    const again = new FormFields([...form.entries(), ...dayFields('from', page.today)])
    return showAgain(proposalPage({ ...page, form: again, errors: parsed.errors }))
  }
  const outcome = await request.database.write(keeper.scope, (tx) =>
    rejectProposal(tx, keeper, page.proposal, parsed.value.reason, request.clock.now()),
  )
  return decided(request, outcome)
}

export async function submitUndo(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const outcome = await request.database.write(keeper.scope, (tx) =>
    undoAdoption(tx, keeper, page.proposal, request.clock.now()),
  )
  forgetGroups()
  return decided(request, outcome)
}

/** Runs what happens to the past again, where its job is gone. */
export async function submitRetry(request: WebRequest): Promise<Reply> {
  const { keeper, page } = await prepare(request)
  const recoding = foundOrRefuse(page.recoding)
  await request.database.write(keeper.scope, (tx) =>
    retryRecoding(tx, keeper, page.proposal, recoding, request.clock.now()),
  )
  return seeOther(`${proposalsAddress}/${page.proposal.id}`)
}

/** What somebody else decided or changed meanwhile is shown, and nothing changes. */
async function decided(
  request: WebRequest,
  outcome: DecideOutcome,
  form = new FormFields([]),
): Promise<Reply> {
  const { page } = await prepare(request)
  if (outcome.ok) return seeOther(`${proposalsAddress}/${page.proposal.id}?bewaard=ja`)
  const errors: FormError[] =
    outcome.reason === 'answer-ended'
      ? [{ id: 'from', message: request.t('triage.error.answer-ended', { label: page.proposal.labelNl }) }]
      : [{ id: 'stand', message: request.t('triage.error.decided') }]
  return { kind: 'page', status: 409, page: proposalPage({ ...page, form, errors }) }
}

async function prepare(request: WebRequest) {
  const scope = request.actor.nationalScope(permission)
  const id = request.idParam('proposal')
  return request.database.read(scope, async (db) => {
    const proposal = foundOrRefuse(await findProposal(db, scope, id))
    const [recoding] = await findRecodings(db, scope, proposal.recodingId ? [proposal.recodingId] : [])
    const reactions = await findReactions(db, scope, [id])
    const lost = recoding !== undefined && (await lostJobOf(db, scope, id, recoding)) !== undefined
    const today = localDay(request.clock.now())
    return {
      keeper: { scope, name: request.actor.name },
      page: { t: request.t, proposal, recoding, lost, reactions, today },
    }
  })
}
