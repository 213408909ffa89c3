import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LinkScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import { mailPartner } from '../mail-referral/mail-referral.command.ts'

/**
 * A visitor takes back what he agreed to, at any time (AVG art. 7): who he is, is erased at once and the partner is told to forget it.
 * What is open ends with it; what has ended stays as it ended. Done twice it comes to the same.
 */
export async function stopReferral(
  tx: WriteHandle,
  scope: LinkScope,
  { id, code, deskId, libraryId }: Pick<Referral, 'id' | 'code' | 'deskId' | 'libraryId'>,
  now: Instant,
): Promise<void> {
  const changed = await changeReferral(tx, scope, { id, event: 'withdraw', by: 'visitor' }, now)
  if (changed.kind !== 'not-now') return
  if (!(await erasePerson(tx, scope, { kind: 'referral', id, cause: 'withdrawn' }, now))) return
  const [desk] = await findDesks(tx, scope, [deskId])
  if (desk) await mailPartner(tx, scope, { what: 'withdrawn', id, code, deskName: desk.name }, now)
  await recordAudit(tx, scope, now, {
    action: 'referrals.erase-after-end',
    subjectKind: 'referral',
    subjectId: id,
    libraryId,
  })
}
