import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { askRecoding, askUndoRecoding, type Recoding } from '../../contacts/public.ts'
import { addOption, currentOption, inTurn } from '../../lists/public.ts'
import type { Proposal } from '../proposal.ts'
import { recodeJobs } from '../recode-past/recode-past.command.ts'
import { lostJobOf } from '../recode-past/recode-past.query.ts'

/** Ok, or: somebody decided on it before, or the answer that takes its texts does not count any more on the first day. */
export type DecideOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'decided' | 'answer-ended' }

interface KeeperScope {
  readonly scope: NationalScope
  readonly name: string
}

/**
 * Adopts a proposal: its answer is added to the list from a day on (or one that is there takes its texts), and the past is recoded in
 * the background.
 */
export async function adoptProposal(
  tx: WriteHandle,
  keeper: KeeperScope,
  proposal: Proposal,
  validFrom: string,
  now: Instant,
): Promise<DecideOutcome> {
  const { scope } = keeper
  if (!(await holdOpen(tx, scope, proposal.id))) return refused(tx, scope, proposal, now)
  if (proposal.intoCode !== null && !(await counts(tx, scope, proposal.field, proposal.intoCode, validFrom)))
    return refused(tx, scope, proposal, now, 'answer-ended')
  const words = {
    labelNl: proposal.labelNl,
    labelEn: proposal.labelEn,
    shortName: null,
    // What people type beside 'other' is what they will look for.
    searchTerms: proposal.field === 'topic' ? proposal.examples : [],
    group: proposal.topicGroup,
    validFrom,
    nationalCode: null,
  }
  const code = proposal.intoCode ?? (await addOption(tx, keeper, proposal.field, words, now))
  const recodingId = uuidv7()
  await askRecoding(
    tx,
    scope,
    {
      id: recodingId,
      field: proposal.field,
      fromCodes: proposal.fromCodes,
      toCode: code,
      whole: proposal.whole,
    },
    now,
  )
  await decide(tx, scope, proposal, { status: 'adopted', code, validFrom, recodingId, reason: null }, now)
  await queueJob(tx, recodeJobs.recode, { proposalId: proposal.id })
  return { ok: true }
}

/** Rejects a proposal, with the reason that desks will read. */
export async function rejectProposal(
  tx: WriteHandle,
  { scope }: KeeperScope,
  proposal: Proposal,
  reason: string,
  now: Instant,
): Promise<DecideOutcome> {
  if (!(await holdOpen(tx, scope, proposal.id))) return refused(tx, scope, proposal, now)
  await decide(
    tx,
    scope,
    proposal,
    { status: 'rejected', code: null, validFrom: null, recodingId: null, reason },
    now,
  )
  return { ok: true }
}

/** Says that the recoding of an adopted proposal must be undone. Its answer stays in the list; ending that is done there. */
export async function undoAdoption(
  tx: WriteHandle,
  { scope }: KeeperScope,
  proposal: Proposal,
  now: Instant,
): Promise<DecideOutcome> {
  const asked = proposal.recodingId !== null && (await askUndoRecoding(tx, scope, proposal.recodingId, now))
  if (!asked) return refused(tx, scope, proposal, now)
  await recordAudit(tx, scope, now, {
    action: 'triage.undo',
    subjectKind: 'proposal',
    subjectId: proposal.id,
  })
  await queueJob(tx, recodeJobs.undo, { proposalId: proposal.id })
  return { ok: true }
}

/** Whether a national answer counts on a day, as its list is now: it may have ended or been merged since it was proposed. */
async function counts(
  tx: WriteHandle,
  scope: NationalScope,
  field: Proposal['field'],
  code: string,
  day: string,
): Promise<boolean> {
  await inTurn(tx, scope, field)
  const option = await currentOption(tx, scope, { list: field, code })
  return option !== undefined && (option.validUntil === null || option.validUntil > day)
}

/** Queues the job of a recoding again that is gone before it was done. */
export async function retryRecoding(
  tx: WriteHandle,
  { scope }: KeeperScope,
  { id }: Proposal,
  recoding: Recoding,
  now: Instant,
): Promise<DecideOutcome> {
  const job = await lostJobOf(tx, scope, id, recoding)
  if (job) await queueJob(tx, job, { proposalId: id })
  await recordAudit(tx, scope, now, {
    action: 'triage.retry',
    subjectKind: 'proposal',
    subjectId: id,
    details: { run: job !== undefined },
  })
  return { ok: true }
}

/** Two who decide at once: the second waits here, and finds it decided. */
async function holdOpen(tx: WriteHandle, _scope: NationalScope, id: string): Promise<boolean> {
  const held = await tx
    .selectFrom('triage.proposals')
    .select('status')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held?.status === 'open'
}

async function decide(
  tx: WriteHandle,
  scope: NationalScope,
  { id }: Proposal,
  decision: Pick<Proposal, 'status' | 'code' | 'validFrom' | 'recodingId' | 'reason'>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('triage.proposals')
    .set({
      status: decision.status,
      reason: decision.reason,
      code: decision.code,
      valid_from: decision.validFrom,
      recoding_id: decision.recodingId,
      decided_by: scope.accountId,
      decided_at: now.toString(),
    })
    .where('id', '=', id)
    .execute()
  await recordAudit(tx, scope, now, {
    action: decision.status === 'adopted' ? 'triage.adopt' : 'triage.reject',
    subjectKind: 'proposal',
    subjectId: id,
    details: { code: decision.code },
  })
}

async function refused(
  tx: WriteHandle,
  scope: NationalScope,
  { id }: Proposal,
  now: Instant,
  reason: 'decided' | 'answer-ended' = 'decided',
): Promise<DecideOutcome> {
  await recordAudit(tx, scope, now, {
    action: 'triage.decision-refused',
    subjectKind: 'proposal',
    subjectId: id,
    details: { reason },
  })
  return { ok: false, reason }
}
