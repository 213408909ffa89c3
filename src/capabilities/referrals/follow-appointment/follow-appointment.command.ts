import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { ReferralParty } from '../referral-state.ts'
import { tellSender } from '../tell-sender/tell-sender.command.ts'
import { addWorkingDays, officeHolidays } from '../working-days.ts'

/**
 * Tells the referral of an appointment what became of that: the new time, or that there is none any more. A line in its history says
 * so; its state stays. Who sent somebody to a desk hears it by mail, unless he did it himself; what a desk sent out comes back on its
 * list today when nobody is expected any more. Nothing for an appointment without a referral, or whose referral ended.
 * @param startsAt the new time; undefined for one that was cancelled
 */
export async function followAppointment(
  tx: WriteHandle,
  scope: Scope,
  { id, startsAt }: { readonly id: string; readonly startsAt: Instant | undefined },
  now: Instant,
): Promise<void> {
  const { rows } = await sql<{
    id: string
    code: string
    direction: 'in' | 'out'
    madeBy: string | null
    answerDays: number
  }>`select id, code, direction, made_by as "madeBy", answer_days as "answerDays" from referrals.referral_of(${id})`.execute(
    tx,
  )
  const [referral] = rows
  if (!referral) return
  const { direction, answerDays } = referral
  const today = localDay(now)
  const lookOn = startsAt
    ? await workingDaysAfter(localDay(startsAt), answerDays)
    : direction === 'out'
      ? today
      : null
  const by = partyOf(scope, direction)
  await sql`select referrals.follow_appointment(${id}, ${now.toString()}, ${lookOn}, ${by})`.execute(tx)
  if (direction === 'in' && by !== 'sender')
    await tellSender(tx, scope, { ...referral, news: { appointmentAt: startsAt } }, now)
}

const workingDaysAfter = async (day: string, count: number): Promise<string> =>
  addWorkingDays(day, count, await officeHolidays(day, addDays(day, 30 + 2 * count)))

/** Who comes by the link or the code of the appointment is the visitor. */
function partyOf(scope: Scope, direction: 'in' | 'out'): ReferralParty {
  if (scope.kind === 'link') return scope.purpose === 'referrals.sender' ? 'sender' : 'visitor'
  if (scope.kind === 'partner') return direction === 'in' ? 'sender' : 'partner'
  return scope.kind === 'job' ? 'clock' : 'desk'
}
