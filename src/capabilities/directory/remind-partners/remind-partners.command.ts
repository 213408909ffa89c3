import { type SqlBool, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import type { JobParts } from '../../../platform/jobs/job.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { sendLink } from '../send-link/send-link.command.ts'
import { askEveryDays, askUpTo, mostAsked, upkeepPath } from '../upkeep.ts'

const scope = jobScope('remind-partners')

/** So many mails a day at most, so that a directory that was taken in at once does not go out at once. */
const mostADay = 500

interface Due {
  readonly id: string
  readonly name: string
  readonly libraryId: string | null
  readonly keeperId: string | null
  readonly asksPartner: boolean
}

/**
 * Asks about the entries of which the day of review comes: the partner itself where it has an address, twice at most; then, and
 * without one, whoever keeps the entry. Run twice it asks once.
 * @returns how many partners and keepers were asked
 */
export async function remindPartners({
  database,
  clock,
  keys,
}: Pick<JobParts, 'database' | 'clock' | 'keys'>): Promise<{ partners: number; keepers: number }> {
  const now = clock.now()
  const due = await database.read(scope, (db) => findDue(db, now))
  let partners = 0
  for (const entry of due.filter(({ asksPartner }) => asksPartner)) {
    // Nothing is written, so nothing has an audit line, when another worker was first.
    partners += await database.keep(scope, async (tx) => {
      const [still] = await claim(tx, entry.id, [entry.id], now)
      if (!still?.asksPartner) return 0
      await sendLink(tx, scope, keys, still, now)
      return 1
    })
  }
  const ofKeeper = new Map<string, Due[]>()
  for (const entry of due)
    if (!entry.asksPartner && entry.keeperId)
      ofKeeper.set(entry.keeperId, [...(ofKeeper.get(entry.keeperId) ?? []), entry])
  let keepers = 0
  for (const [keeperId, entries] of ofKeeper)
    keepers += await database.keep(scope, async (tx) => {
      const ids = entries.map(({ id }) => id)
      const still = (await claim(tx, keeperId, ids, now)).filter(
        (entry) => !entry.asksPartner && entry.keeperId === keeperId,
      )
      if (still.length === 0) return 0
      await tellKeeper(tx, keeperId, still, now)
      return 1
    })
  return { partners, keepers }
}

/** Waits for another worker that asks the same partner or keeper, and says which of the entries still have to be asked about. */
async function claim(tx: WriteHandle, who: string, ids: readonly string[], now: Instant): Promise<Due[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directory.remind ${who}`}, 0))`.execute(tx)
  return findDue(tx, now, ids)
}

function findDue(db: ReadHandle, now: Instant, ids?: readonly string[]): Promise<Due[]> {
  const today = localDay(now)
  // Since the entry was last looked at: what was asked about an earlier review is past.
  const asked = sql<number>`(select count(*)::int from directory.reminders reminder where reminder.partner_id = partner.id
    and reminder.to_partner and (partner.confirmed_on is null or reminder.at > partner.confirmed_on))`
  return (
    db
      .selectFrom('directory.partners as partner')
      .select([
        'partner.id',
        'partner.name',
        'partner.library_id as libraryId',
        'partner.keeper_account_id as keeperId',
        sql<boolean>`partner.email is not null and ${asked} < ${mostAsked}`.as('asksPartner'),
      ])
      .$if(ids !== undefined, (query) => query.where('partner.id', 'in', ids ?? []))
      .where('partner.ended_on', 'is', null)
      .where('partner.review_on', '<=', askUpTo(today))
      .where(
        sql<SqlBool>`not exists (select from directory.reminders reminder where reminder.partner_id = partner.id
        and reminder.at > ${now.subtract({ hours: askEveryDays * 24 }).toString()})`,
      )
      .where((eb) =>
        eb.or([eb('partner.email', 'is not', null), eb('partner.keeper_account_id', 'is not', null)]),
      )
      // Who says that they are gone, or what is different, is not asked again before somebody looked at it.
      .where(
        sql<SqlBool>`not exists (select from directory.proposed_changes change where change.partner_id = partner.id and change.handled_at is null)`,
      )
      .orderBy('partner.review_on')
      .orderBy('partner.id')
      .limit(mostADay)
      .execute()
  )
}

/** One mail for all the entries of a keeper; their names stand on his list. */
async function tellKeeper(
  tx: WriteHandle,
  keeperId: string,
  entries: readonly Due[],
  now: Instant,
): Promise<void> {
  const t = translator('nl')
  const count = entries.length
  await queueMail(
    tx,
    scope,
    {
      accountId: keeperId,
      subject: t('upkeep.keeper-mail.subject', { count }),
      body: [
        t('upkeep.keeper-mail.hello'),
        t('upkeep.keeper-mail.why', { count }),
        `${t('upkeep.keeper-mail.look')}: ${linkInMail(`${upkeepPath}?van=mij`)}`,
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'directory.keep',
      subjectId: keeperId,
    },
    now,
  )
  await tx
    .insertInto('directory.reminders')
    .values(
      entries.map(({ id }) => ({ id: uuidv7(), partner_id: id, at: now.toString(), to_partner: false })),
    )
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.ask-keeper',
    subjectKind: 'account',
    subjectId: keeperId,
    details: { entries: count },
  })
}
