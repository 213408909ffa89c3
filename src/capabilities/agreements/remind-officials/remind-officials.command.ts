import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import type { JobParts } from '../../../platform/jobs/job.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findOrganisationsOfKinds, findSuccessors, successorsInTurn } from '../../organisations/public.ts'
import { findOfficials } from '../../people/public.ts'
import { type AgreementStatus, agreementsPath } from '../agreement.ts'
import { findDeliverables } from '../find-due/find-due.query.ts'
import { remindedAheadDays, type Upcoming, upcomingOf } from '../upcoming.ts'

const scope = jobScope('remind-officials')
const t = translator('nl')

/** What comes of one municipality, and who hears of it. */
interface Telling {
  readonly municipalityCode: string
  readonly accountIds: readonly string[]
  readonly upcoming: readonly Upcoming[]
}

/**
 * Mails the officials of each municipality what comes of its agreements in four weeks: days of review, notice and end, and what must be
 * delivered. Each thing once; all that is new in one mail. Where nobody works, it waits until somebody does. Run twice it mails once.
 * @returns how many mails it put in the queue
 */
export async function remindOfficials({
  database,
  clock,
}: Pick<JobParts, 'database' | 'clock'>): Promise<number> {
  const now = clock.now()
  const tellings = await database.read(scope, (db) => findTellings(db, localDay(now)))
  let mails = 0
  for (const telling of tellings)
    mails += await database.keep(scope, async (tx) => {
      const fresh = await claim(tx, telling, now)
      if (fresh.length === 0) return 0
      for (const accountId of telling.accountIds) await tell(tx, accountId, fresh, now)
      return telling.accountIds.length
    })
  return mails
}

async function findTellings(db: ReadHandle, today: string): Promise<Telling[]> {
  const agreements = await db
    .selectFrom('agreements.agreements')
    .select([
      'id',
      'title',
      'status',
      'municipality_code as municipalityCode',
      'from_day as fromDay',
      'until_day as untilDay',
      'notice_months as noticeMonths',
      'review_on as reviewOn',
      'ended_on as endedOn',
    ])
    .where((eb) => eb.or([eb('status', '=', 'agreed'), eb('ended_on', '>', today)]))
    .execute()
  const deliverables = await findDeliverables(
    db,
    scope,
    agreements.map(({ id }) => id),
  )
  const successors = await findSuccessors(db, scope)
  const municipalities = await findOrganisationsOfKinds(db, scope, ['municipality'])
  const officials = await findOfficials(db, scope, today)
  const byMunicipality = new Map<string, Upcoming[]>()
  for (const agreement of agreements) {
    const coming = upcomingOf(
      { ...agreement, status: agreement.status as AgreementStatus },
      deliverables,
      today,
      remindedAheadDays,
    ).filter(({ late }) => !late)
    const code =
      successorsInTurn(agreement.municipalityCode, (each) => successors.get(each)).at(-1) ??
      agreement.municipalityCode
    byMunicipality.set(code, [...(byMunicipality.get(code) ?? []), ...coming])
  }
  return [...byMunicipality].flatMap(([municipalityCode, upcoming]) => {
    const organisations = municipalities.filter((one) => one.municipalityCode === municipalityCode)
    const accountIds = officials
      .filter(({ organisationId }) => organisations.some(({ id }) => id === organisationId))
      .map(({ accountId }) => accountId)
    return accountIds.length > 0 && upcoming.length > 0 ? [{ municipalityCode, accountIds, upcoming }] : []
  })
}

/** Waits for another worker that tells the same municipality, and takes what nobody told yet. */
async function claim(
  tx: WriteHandle,
  { municipalityCode, upcoming }: Telling,
  now: Instant,
): Promise<Upcoming[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreements.remind ${municipalityCode}`}, 0))`.execute(
    tx,
  )
  const taken = await tx
    .insertInto('agreements.reminders')
    .values(
      upcoming.map((each) => ({
        agreement_id: each.agreementId,
        thing: thingOf(each),
        day: each.day,
        sent_at: now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['agreement_id', 'thing', 'day']).doNothing())
    .returning(['agreement_id as agreementId', 'thing', 'day'])
    .execute()
  return upcoming.filter((each) =>
    taken.some(
      ({ agreementId, thing, day }) =>
        agreementId === each.agreementId && thing === thingOf(each) && day === each.day,
    ),
  )
}

const thingOf = ({ kind, deliverableId }: Upcoming): string => deliverableId ?? kind

async function tell(
  tx: WriteHandle,
  accountId: string,
  upcoming: readonly Upcoming[],
  now: Instant,
): Promise<void> {
  const count = upcoming.length
  const lines = upcoming
    .toSorted((one, other) => one.day.localeCompare(other.day))
    .map(
      ({ kind, what, day, agreementTitle }) =>
        `${dateInWords(day, 'nl')}: ${kind === 'deliverable' ? what : t(`agreements.upcoming.kind.${kind}`)} (${agreementTitle})`,
    )
  await queueMail(
    tx,
    scope,
    {
      accountId,
      subject: t('agreements.mail.subject', { count }),
      body: [
        t('agreements.mail.hello'),
        t('agreements.mail.why', { count }),
        lines.join('\n'),
        `${t('agreements.mail.look')}: ${linkInMail(agreementsPath)}`,
      ].join('\n\n'),
      attachment: undefined,
      purpose: 'agreements.reminder',
      subjectId: accountId,
    },
    now,
  )
  await recordAudit(tx, scope, now, {
    action: 'agreements.remind',
    subjectKind: 'account',
    subjectId: accountId,
    details: { things: count },
  })
}
