import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type GivenConsent, recordConsent } from '../record-consent/record-consent.command.ts'
import type { PassableItem } from './pass-on.query.ts'

/**
 * Asks for a call-back or a referral to be passed on to a municipality's system: the worker does it. Asked twice it goes once; one that
 * was given up begins anew.
 * @param consent what the visitor agreed to just now; undefined when that is on file already
 */
export async function passOn(
  tx: WriteHandle,
  scope: DeskScope,
  item: Pick<PassableItem, 'kind' | 'id' | 'libraryId'>,
  consent: Omit<GivenConsent, 'about'> | undefined,
  now: Instant,
): Promise<void> {
  if (consent) await recordConsent(tx, scope, { about: item, ...consent }, now)
  const at = now.toString()
  await tx
    .insertInto('referrals.hand_overs')
    .values({
      id: uuidv7(),
      about_kind: item.kind,
      about_id: item.id,
      library_id: item.libraryId,
      desk_id: scope.deskId,
      asked_by: scope.accountId,
      asked_at: at,
      next_attempt_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['about_kind', 'about_id'])
        .doUpdateSet({ given_up_at: null, problem: null, attempts: 0, asked_at: at, next_attempt_at: at })
        .where('referrals.hand_overs.given_up_at', 'is not', null),
    )
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.pass-on',
    subjectKind: item.kind,
    subjectId: item.id,
    libraryId: item.libraryId,
  })
}
