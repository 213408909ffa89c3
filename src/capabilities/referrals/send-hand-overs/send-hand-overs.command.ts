import { jobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { JobParts } from '../../../platform/jobs/job.ts'
import { nextAttempt } from '../../../platform/mail/mail.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { HandOverFailure, type Klantinteracties } from '../klantinteracties.gateway.ts'
import type { HandOver } from '../klantinteracties.ts'
import { readPerson } from '../read-person/read-person.command.ts'

const scope = jobScope('referrals.send-hand-overs')

/** What does not go for so many days is given up: the desk sees it and calls. */
const daysTried = 3
/** What the task is about where no topic was chosen. */
const noTopic = 'Hulp bij digitale overheid'

/**
 * Passes on what desks asked for, one after another, each in a transaction that holds it. Right before, it is asked once more whether
 * the visitor still agrees to this receiver and is still kept; if not, nothing goes. That the worker dies half-way is no harm: what is
 * there already is found by its code.
 * @param receiver the name as consents say it @returns how many went
 */
export async function sendHandOvers(
  { database, keys, clock, log }: JobParts,
  system: Klantinteracties,
  receiver: string,
): Promise<number> {
  let sent = 0
  for (;;) {
    const outcome = await database.keep(scope, async (tx) => {
      const now = clock.now()
      const row = await tx
        .selectFrom('referrals.hand_overs')
        .selectAll()
        .where('done_at', 'is', null)
        .where('given_up_at', 'is', null)
        .where('next_attempt_at', '<=', now)
        .orderBy('next_attempt_at')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!row) return 'nothing'
      const set = (changes: {
        done_at?: string
        remote_id?: string
        given_up_at?: string
        problem?: string
        attempts?: number
        next_attempt_at?: string
      }) => tx.updateTable('referrals.hand_overs').set(changes).where('id', '=', row.id).execute()
      const kind = row.about_kind as HandOver['kind']
      let handOver: Awaited<ReturnType<typeof prepare>>
      try {
        handOver = await prepare(tx, keys, { ...row, kind }, receiver, now)
      } catch (error) {
        // One that cannot be read must not hold up the others.
        log.error({ handOver: row.id, error: (error as Error).stack }, 'What is passed on could not be read')
        await set({
          attempts: row.attempts + 1,
          next_attempt_at: nextAttempt(row.attempts + 1, now).toString(),
        })
        return 'later'
      }
      if (typeof handOver === 'string') {
        await set({ given_up_at: now.toString(), problem: handOver })
        return 'given-up'
      }
      try {
        await set({ done_at: now.toString(), remote_id: await system.send(handOver) })
        return 'sent'
      } catch (error) {
        if (!(error instanceof HandOverFailure)) throw error
        const attempts = row.attempts + 1
        const tooLong = now.epochMilliseconds - row.asked_at.epochMilliseconds > daysTried * 86_400_000
        if (error.final || tooLong)
          await set({ attempts, given_up_at: now.toString(), problem: String(error.status) })
        else await set({ attempts, next_attempt_at: nextAttempt(attempts, now).toString() })
        log.error(
          { handOver: row.id, status: error.status, attempts },
          'Something could not be passed on to the other system',
        )
        return error.final ? 'given-up' : 'server-away'
      }
    })
    if (outcome === 'sent') sent += 1
    if (outcome === 'nothing' || outcome === 'server-away') return sent
  }
}

/** What goes, read right before; or why nothing does. */
async function prepare(
  tx: WriteHandle,
  keys: JobParts['keys'],
  row: {
    readonly id: string
    readonly kind: HandOver['kind']
    readonly about_id: string
    readonly library_id: string
    readonly desk_id: string
  },
  receiver: string,
  now: Instant,
): Promise<HandOver | 'no-consent' | 'anonymous'> {
  const { kind } = row
  const today = localDay(now)
  const consent = await tx
    .selectFrom('referrals.consents')
    .select('passed')
    .where('about_kind', '=', kind)
    .where('about_id', '=', row.about_id)
    .where('passed_to', '=', receiver)
    .where('withdrawn_at', 'is', null)
    .where('valid_until', '>=', today)
    .orderBy('given_at', 'desc')
    .executeTakeFirst()
  if (!consent) return 'no-consent'
  const about = await tx
    .selectFrom(kind === 'referral' ? 'referrals.referrals' : 'referrals.call_backs')
    .select(['code', 'topic_code as topicCode', 'made_at as madeAt'])
    .where('id', '=', row.about_id)
    .executeTakeFirstOrThrow()
  const person = await readPerson(tx, scope, keys, { kind, id: row.about_id, why: 'export' }, now)
  if (!person || person === 'sign-first' || !person.contact) return 'anonymous'
  if (!consent.passed.includes(person.contact.kind)) return 'no-consent'
  const lists = await readLists(tx, scope, today, 'nl', row.library_id)
  const [desk] = await findDesks(tx, scope, [row.desk_id])
  return {
    id: row.id,
    kind,
    code: about.code,
    madeAt: about.madeAt.toString(),
    topic: lists.topics.find(({ code }) => code === about.topicCode)?.label ?? noTopic,
    deskName: desk?.name ?? '',
    // Only what was agreed to goes.
    person: {
      ...person,
      name: consent.passed.includes('name') ? person.name : undefined,
      contact: person.contact,
    },
  }
}
