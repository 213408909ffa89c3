import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeLink } from '../../../platform/auth/links.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import { mailPartner } from '../mail-referral/mail-referral.command.ts'
import { answerLinkDays } from '../send-referral/send-referral.command.ts'
import { addWorkingDays, officeHolidays } from '../working-days.ts'

/**
 * Reminds a partner by mail, with a new link: the old one may have run out. Once a day at most, however often the button is pressed.
 * @returns whether a mail goes
 */
export async function remindPartner(
  tx: WriteHandle,
  scope: DeskScope,
  keys: MasterKeys,
  { referral, deskName }: { readonly referral: Referral; readonly deskName: string },
  now: Instant,
): Promise<boolean> {
  const { id, code, libraryId, answerDays } = referral
  const today = localDay(now)
  const holidays = await officeHolidays(today, addDays(today, 100))
  // Asked in the change itself: two who press at once both saw that nobody was reminded today.
  const { numUpdatedRows } = await tx
    .updateTable('referrals.referrals')
    .set({ reminded_on: today, remind_on: addWorkingDays(today, answerDays, holidays) })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where((eb) => eb('reminded_on', 'is distinct from', today))
    .executeTakeFirstOrThrow()
  const reminds = numUpdatedRows > 0n
  if (reminds) {
    const expiresAt = now.add({ hours: answerLinkDays * 24 })
    const link = await makeLink(
      tx,
      scope,
      keys,
      { purpose: 'referrals.answer', subjectId: id, expiresAt },
      now,
    )
    await mailPartner(tx, scope, { what: 'reminder', id, code, deskName, linkId: link.id }, now)
  }
  await recordAudit(tx, scope, now, {
    action: 'referrals.remind',
    subjectKind: 'referral',
    subjectId: id,
    libraryId,
    details: { mailed: reminds },
  })
  return reminds
}
