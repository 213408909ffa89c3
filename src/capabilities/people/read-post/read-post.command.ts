import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { findWaitingMail } from '../../../platform/mail/list-mails.query.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Opens a mail that waits, and writes down who did: the links in it open what they were made for. */
export async function openWaitingMail(tx: WriteHandle, scope: NationalScope, id: string, now: Instant) {
  const mail = foundOrRefuse(await findWaitingMail(tx, scope, id))
  await recordAudit(tx, scope, now, {
    action: 'people.read-mail',
    subjectKind: 'mail',
    subjectId: id,
    details: { purpose: mail.purpose },
  })
  return mail
}
