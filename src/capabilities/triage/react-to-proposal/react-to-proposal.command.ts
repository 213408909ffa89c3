import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Reaction } from '../find-proposals/find-proposals.query.ts'

/** Keeps what a desk thinks of a proposal; its last word counts. False: it has been decided on already. */
export async function reactToProposal(
  tx: WriteHandle,
  scope: DeskScope,
  { proposalId, answer, reason }: Omit<Reaction, 'deskId'>,
  now: Instant,
): Promise<boolean> {
  const open = await tx
    .selectFrom('triage.proposals')
    .select('id')
    .where('id', '=', proposalId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (open)
    await tx
      .insertInto('triage.reactions')
      .values({
        proposal_id: proposalId,
        desk_id: scope.deskId,
        library_id: scope.libraryId,
        answer,
        reason,
        reacted_at: now.toString(),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['proposal_id', 'desk_id'])
          .doUpdateSet({ answer, reason, reacted_at: now.toString() }),
      )
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'triage.react',
    subjectKind: 'proposal',
    subjectId: proposalId,
    libraryId: scope.libraryId,
    details: { answer, taken: open !== undefined },
  })
  return open !== undefined
}
