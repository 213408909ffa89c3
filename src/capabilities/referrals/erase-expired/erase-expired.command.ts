import { sql } from 'kysely'
import { forgetLinks } from '../../../platform/auth/links.command.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Log } from '../../../platform/logging/log.ts'
import { listMailStates } from '../../../platform/mail/list-mail-states.query.ts'
import { type Instant, localDay, zone } from '../../../platform/time/local-time.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'
import type { AboutKind } from '../person.ts'
import { readingDays, usualTerm } from '../retention.ts'

const scope = jobScope('referrals.erase-expired')
/** So many in one transaction: what was erased stays erased when the worker is stopped in between. */
const atOnce = 200
/** A link that ran out is known for so many days more: who uses it then can be sent a new one. */
const linkDays = 30

/**
 * Erases who it was of everything of which the term is over: so many days after it ended, by how it ended; and whatever happened, after
 * the last day that was promised (of the row, or of the consent); of a leaflet as soon as its mail has gone. Forgets too who read what a year ago, and links that ran out. May be stopped anywhere and run again.
 * @returns how many people
 */
export async function eraseExpired(database: ApplicationDatabase, now: Instant, log: Log): Promise<number> {
  const counts: Record<string, number> = {}
  for (;;) {
    // Work of the machine: what it did stands in referrals.erasures, which the privacy officer sees.
    const found = await database.keep(scope, async (tx) => {
      const due = [...(await findExpired(tx, localDay(now))), ...(await findSentLeaflets(tx))]
      for (const { kind, id } of due)
        if (await erasePerson(tx, scope, { kind, id, cause: 'term' }, now))
          counts[kind] = (counts[kind] ?? 0) + 1
      return due.length
    })
    if (found === 0) break
  }
  await database.keep(scope, async (tx) => {
    await forgetLinks(tx, scope, now.subtract({ hours: linkDays * 24 }))
    await tx
      .deleteFrom('referrals.readings')
      .where('at', '<', now.subtract({ hours: readingDays * 24 }))
      .execute()
  })
  const erased = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (erased > 0) log.info({ erased: counts }, 'Personal data of which the term was over was erased')
  return erased
}

/** Addresses of leaflets that went by mail, or will not go any more: nothing is done with those. */
async function findSentLeaflets(
  tx: WriteHandle,
): Promise<readonly { readonly kind: 'referral'; readonly id: string }[]> {
  const rows = await tx
    .selectFrom('referrals.persons as person')
    .innerJoin('referrals.referrals as referral', 'referral.id', 'person.about_id')
    .select('referral.id')
    .where('person.about_kind', '=', 'referral')
    .where('referral.state', '=', 'given')
    .execute()
  const mails = await listMailStates(
    tx,
    scope,
    rows.map(({ id }) => id),
  )
  const waits = new Set(
    mails.filter(({ state }) => state === 'waiting' || state === 'delayed').map(({ subjectId }) => subjectId),
  )
  return rows.filter(({ id }) => !waits.has(id)).map(({ id }) => ({ kind: 'referral', id }))
}

async function findExpired(
  tx: WriteHandle,
  today: string,
): Promise<readonly { readonly kind: AboutKind; readonly id: string }[]> {
  const { rows } = await sql<{ kind: AboutKind; id: string }>`
    with kept as (
      select about_kind, about_id, library_id, min(last_day) as last_day
      from (
        select about_kind, about_id, library_id, erase_on as last_day from referrals.persons
        union all
        select about_kind, about_id, library_id, valid_until from referrals.consents
      ) both_kinds
      group by about_kind, about_id, library_id
    ),
    ended as (
      select kept.*,
        coalesce(case when referral.state <> 'given' then referral.closed_at end, appointment.state_since, call_back.closed_at) as ended_at,
        coalesce(referral.outcome, appointment.state, call_back.state, 'unknown') as outcome
      from kept
      left join referrals.referrals referral on kept.about_kind = 'referral' and referral.id = kept.about_id
      left join referrals.appointments appointment
        on kept.about_kind = 'appointment' and appointment.id = kept.about_id and appointment.state <> 'booked'
      left join referrals.call_backs call_back on kept.about_kind = 'call-back' and call_back.id = kept.about_id
    )
    select about_kind as kind, about_id as id
    from ended
    left join lateral (
      select days from referrals.retention_terms term
      where term.about_kind = ended.about_kind and term.outcome = ended.outcome
        and (term.library_id = ended.library_id or term.library_id is null)
      order by term.library_id nulls last
      limit 1
    ) term on true
    where last_day < ${today}::date
      or (ended_at at time zone ${zone})::date + coalesce(term.days, ${usualTerm}::int) <= ${today}::date
    order by about_id
    limit ${atOnce}`.execute(tx)
  return rows
}
