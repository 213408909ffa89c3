import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Proposal } from '../proposal.ts'
import { recodeJobs } from '../recode-past/recode-past.command.ts'

export type NewProposal = Pick<
  Proposal,
  | 'id'
  | 'field'
  | 'fromCodes'
  | 'groups'
  | 'whole'
  | 'labelNl'
  | 'labelEn'
  | 'topicGroup'
  | 'intoCode'
  | 'examples'
  | 'contacts'
>

/** Puts a proposal before the desks. Nothing changes for anybody until it is adopted. */
export async function proposeOption(
  tx: WriteHandle,
  scope: NationalScope,
  proposal: NewProposal,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('triage.proposals')
    .values({
      id: proposal.id,
      field: proposal.field,
      from_codes: [...proposal.fromCodes],
      groups: JSON.stringify(proposal.groups),
      whole: proposal.whole,
      label_nl: proposal.labelNl,
      label_en: proposal.labelEn,
      topic_group: proposal.topicGroup,
      into_code: proposal.intoCode,
      examples: [...proposal.examples],
      contacts: proposal.contacts,
      status: 'open',
      proposed_by: scope.accountId,
      proposed_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'triage.propose',
    subjectKind: 'proposal',
    subjectId: proposal.id,
    details: { field: proposal.field, from: proposal.fromCodes, groups: proposal.groups.length },
  })
  await queueJob(tx, recodeJobs.measure, { proposalId: proposal.id })
}
