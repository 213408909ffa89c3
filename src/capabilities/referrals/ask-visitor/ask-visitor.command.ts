import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeLink } from '../../../platform/auth/links.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Referral } from '../find-referral/find-referral.query.ts'
import { mailQuestion } from '../mail-referral/mail-referral.command.ts'

/** So long a visitor can answer: not longer than his address is kept. */
const answerDays = 30

/** In which language a visitor can be asked by mail; undefined without an e-mail address. Opens nothing. */
export async function languageByMail(
  db: ReadHandle,
  _scope: DeskScope,
  referralId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('referrals.persons')
    .select('language')
    .where('about_kind', '=', 'referral')
    .where('about_id', '=', referralId)
    .where('contact_kind', '=', 'email')
    .executeTakeFirst()
  return row?.language
}

/** Asks a visitor by mail whether it helped: once for a referral, and only who gave an e-mail address. @returns whether he is asked */
export async function askVisitor(
  tx: WriteHandle,
  scope: DeskScope,
  keys: MasterKeys,
  {
    referral,
    deskName,
    partner,
  }: { readonly referral: Referral; readonly deskName: string; readonly partner: string },
  now: Instant,
): Promise<boolean> {
  const { id, libraryId } = referral
  const language = referral.askedVisitorAt === null ? await languageByMail(tx, scope, id) : undefined
  if (language === undefined) return false
  const expiresAt = now.add({ hours: answerDays * 24 })
  const link = await makeLink(
    tx,
    scope,
    keys,
    { purpose: 'referrals.visitor', subjectId: id, expiresAt },
    now,
  )
  await mailQuestion(tx, scope, { id, linkId: link.id, deskName, partner, language }, now)
  await tx
    .updateTable('referrals.referrals')
    .set({ asked_visitor_at: now.toString() })
    .where('id', '=', id)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.ask-visitor',
    subjectKind: 'referral',
    subjectId: id,
    libraryId,
  })
  return true
}
