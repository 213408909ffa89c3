import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { StepMark, Tip } from '../first-steps.ts'

/** Says of a tip that it is done or not needed here, or takes that back. False: a colleague was first. */
export async function markStep(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { municipalityCode, tip }: { readonly municipalityCode: string; readonly tip: Tip },
  mark: StepMark,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('municipal_roles.first_steps')
    .values({
      municipality_code: municipalityCode,
      tip,
      state: mark.state,
      note: mark.note,
      marked_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_code', 'tip'])
        .doUpdateSet({
          state: mark.state,
          note: mark.note,
          marked_at: now.toString(),
          version: mark.version + 1,
        })
        .where('municipal_roles.first_steps.version', '=', mark.version),
    )
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows > 0n
  await recordAudit(tx, scope, now, {
    action: 'municipal-roles.mark-step',
    subjectKind: 'first-step',
    subjectId: `${municipalityCode}-${tip}`,
    details: { state: mark.state, kept },
  })
  return kept
}
