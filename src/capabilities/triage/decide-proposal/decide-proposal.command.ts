import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { askRecoding, askUndoRecoding } from '../../contacts/public.ts'
import { addOption } from '../../lists/public.ts'
import type { Proposal } from '../proposal.ts'
import { recodeJobs } from '../recode-past/recode-past.command.ts'

/** Ok, or: somebody decided on it before. */
export type DecideOutcome = { readonly ok: boolean }

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
): Promise<DecideOutcome> {
  await recordAudit(tx, scope, now, {
    action: 'triage.decision-refused',
    subjectKind: 'proposal',
    subjectId: id,
  })
  return { ok: false }
}
