import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { suggestCallTime } from '../call-time.ts'
import { findHoursFrom } from '../find-appointment/find-appointment.query.ts'
import { type CallOutcome, findCallBack } from '../find-call-backs/find-call-backs.query.ts'

/** After so many times without an answer nobody is called any more. */
export const mostTries = 3
/** The next try is so many hours later, or in the next telephone hours. */
const hoursBetweenTries = 2

/**
 * Writes down that the desk called and what came of it. Reached, a wrong number, or three times no answer: it ends; else the next
 * time is planned. What has ended stays as it is, and so does what was tried since the page was shown: a second click is no second try.
 * @param tried how often it was tried before, as the page said
 * @returns whether it was written down
 */
export async function tryCallBack(
  tx: WriteHandle,
  scope: DeskScope,
  { id, outcome, tried }: { readonly id: string; readonly outcome: CallOutcome; readonly tried: number },
  now: Instant,
): Promise<boolean> {
  await tx.selectFrom('referrals.call_backs').select('id').where('id', '=', id).forUpdate().execute()
  const callBack = await findCallBack(tx, scope, id)
  const waits =
    callBack?.state === 'waiting' && callBack.deskId === scope.deskId && callBack.attempts.length === tried
  await recordAudit(tx, scope, now, {
    action: 'referrals.try-call-back',
    subjectKind: 'call-back',
    subjectId: id,
    libraryId: scope.libraryId,
    details: waits ? { outcome } : { outcome, already: true },
  })
  if (!waits) return false
  await tx
    .insertInto('referrals.call_attempts')
    .values({ call_back_id: id, at: now.toString(), outcome, account_id: scope.accountId })
    .execute()
  const unanswered =
    callBack.attempts.filter((each) => each.outcome === 'no-answer').length + Number(outcome === 'no-answer')
  const ended =
    outcome === 'reached'
      ? 'reached'
      : outcome === 'wrong-number' || unanswered >= mostTries
        ? 'not-reached'
        : undefined
  const hours = await findHoursFrom(tx, scope, callBack.deskId, addDays(localDay(now), -1))
  const next = suggestCallTime(hours, callBack.suits, now.add({ hours: hoursBetweenTries }))
  await tx
    .updateTable('referrals.call_backs')
    .set(
      ended
        ? { state: ended, state_since: now.toString(), closed_at: now.toString() }
        : { planned_at: next?.toString() ?? null },
    )
    .where('id', '=', id)
    .execute()
  return true
}
