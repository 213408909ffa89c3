import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { findCoordinators } from '../../people/public.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { consentDays } from '../consent-text.ts'
import { referralsAddress } from '../referring-desk.ts'

const scope = jobScope('referrals.warn-silence')
/** So many in one transaction. */
const atOnce = 100

/**
 * Tells the coordinators of desks whose partners are silent longer than agreed: each silence once, and nobody more than one mail a
 * day. May be stopped anywhere and run again.
 * @returns how many mails were queued
 */
export async function warnSilence(database: ApplicationDatabase, now: Instant): Promise<number> {
  const today = localDay(now)
  return database.keep(scope, async (tx) => {
    const silent = await takeSilent(tx, today)
    if (silent.length === 0) return 0
    const desksOf = new Map<string, { deskIds: Set<string>; libraryId: string }>()
    for (const { deskId, libraryId } of silent)
      for (const accountId of await findCoordinators(tx, scope, { libraryId, deskId }, today)) {
        const known = desksOf.get(accountId) ?? { deskIds: new Set<string>(), libraryId }
        desksOf.set(accountId, { ...known, deskIds: known.deskIds.add(deskId) })
      }
    for (const [accountId, { deskIds, libraryId }] of desksOf) {
      const count = silent
        .filter(({ deskId }) => deskIds.has(deskId))
        .reduce((sum, row) => sum + row.count, 0)
      const desks = await findDesks(tx, scope, [...deskIds])
      await queueSilence(tx, { accountId, count, deskNames: desks.map(({ name }) => name) }, now)
      await recordAudit(tx, scope, now, {
        action: 'referrals.warn-silence',
        subjectKind: 'account',
        subjectId: accountId,
        libraryId,
        details: { referrals: count },
      })
    }
    return desksOf.size
  })
}

/** Marks what is silent and was not told yet, at desks of libraries that were told nothing today; counts it by desk. */
async function takeSilent(
  tx: WriteHandle,
  today: string,
): Promise<{ deskId: string; libraryId: string; count: number }[]> {
  const rows = await tx
    .updateTable('referrals.referrals')
    .set({ warned_on: today })
    .where('closed_at', 'is', null)
    .where('direction', '=', 'out')
    .where('state', 'in', ['sent', 'received', 'appointment', 'came'])
    .where('remind_on', '<=', today)
    .where((where) =>
      where.or([where('warned_on', 'is', null), where('warned_on', '<', where.ref('remind_on'))]),
    )
    .where('library_id', 'not in', (select) =>
      select
        .selectFrom('referrals.referrals as told')
        .select('told.library_id')
        .where('told.warned_on', '=', today),
    )
    .returning(['desk_id as deskId', 'library_id as libraryId'])
    .execute()
  const counts = new Map<string, { deskId: string; libraryId: string; count: number }>()
  for (const { deskId, libraryId } of rows)
    counts.set(deskId, { deskId, libraryId, count: (counts.get(deskId)?.count ?? 0) + 1 })
  return [...counts.values()]
}

async function queueSilence(
  tx: WriteHandle,
  { accountId, count, deskNames }: { accountId: string; count: number; deskNames: readonly string[] },
  now: Instant,
): Promise<void> {
  const t = translator('nl')
  await queueMail(
    tx,
    scope,
    {
      accountId,
      subject: t('referrals.mail.silence.subject', { count }),
      body: [
        t('referrals.mail.hello'),
        t('referrals.mail.silence.lead', { count, desks: deskNames.join(', ') }),
        t('referrals.mail.silence.look'),
        linkInMail(referralsAddress),
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'referrals.silence',
      subjectId: accountId,
    },
    now,
  )
}

/** Closes what nobody closed until the last day on which it could be used: consent has ended, and who it was is erased. */
export async function lapseReferrals(database: ApplicationDatabase, now: Instant): Promise<number> {
  const until = addDays(localDay(now), -consentDays)
  let lapsed = 0
  for (;;) {
    const found = await database.keep(scope, async (tx) => {
      const rows = await tx
        .selectFrom('referrals.referrals')
        .select('id')
        .where('closed_at', 'is', null)
        .where('made_on', '<', until)
        .orderBy('made_on')
        .limit(atOnce)
        .execute()
      for (const { id } of rows) await changeReferral(tx, scope, { id, event: 'lapse', by: 'clock' }, now)
      return rows.length
    })
    lapsed += found
    if (found < atOnce) return lapsed
  }
}
