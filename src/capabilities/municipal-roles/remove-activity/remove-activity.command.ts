import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { recordKept } from '../record-kept.ts'

/** Takes an activity away from sight; it is not thrown away. */
export async function removeActivity(
  tx: WriteHandle,
  scope: MunicipalityScope,
  id: string,
  now: Instant,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.activities')
    .set({ removed_at: now.toString() })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  await recordKept(tx, scope, now, {
    action: 'municipal-roles.remove-activity',
    subjectKind: 'promotion-activity',
    subjectId: id,
    rows: numUpdatedRows,
  })
}
