import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'
import { mailPartner } from '../mail-referral/mail-referral.command.ts'
import {
  isAnswer,
  isEnd,
  isTooEarly,
  next,
  type ReferralEvent,
  type ReferralOutcome,
  type ReferralParty,
  type ReferralState,
  transitions,
} from '../referral-state.ts'
import { tellSender } from '../tell-sender/tell-sender.command.ts'
import { addWorkingDays, officeHolidays, workingDaysBetween } from '../working-days.ts'

/** What happened to a referral, and from which side. */
export interface ReferralChange {
  readonly id: string
  readonly event: Exclude<ReferralEvent, 'give' | 'send'>
  readonly by: ReferralParty
  /** As it was read; left out, whatever it is now: who taps in a mail saw no number. */
  readonly version?: number
  /** Why it is not for the receiver, or why it was taken back: short, checked for personal data by the form. */
  readonly reason?: string
  readonly betterPlace?: string
  readonly outcome?: ReferralOutcome
  readonly appointmentAt?: Instant
  /** False for what the desk arranged itself, as a place in the consultation hour: the partner did not answer yet. */
  readonly isAnswer?: boolean
}

/**
 * already: it is in that state. not-now: that cannot happen (any more). too-early: not before the day of the appointment.
 * changed-meanwhile: somebody else was first.
 */
export type ReferralChanged =
  | {
      readonly kind: 'changed' | 'already' | 'not-now' | 'too-early' | 'changed-meanwhile'
      readonly state: ReferralState
    }
  | { readonly kind: 'lacks'; readonly state: ReferralState; readonly need: 'moment' | 'reason' | 'outcome' }

/** What each is called in the audit log. */
const inTheLog = {
  receive: {
    action: 'referrals.receive',
  },
  plan: {
    action: 'referrals.plan',
  },
  come: {
    action: 'referrals.come',
  },
  'stay-away': {
    action: 'referrals.stay-away',
  },
  help: {
    action: 'referrals.help',
  },
  decline: {
    action: 'referrals.decline',
  },
  'lack-room': {
    action: 'referrals.lack-room',
  },
  'send-on': {
    action: 'referrals.send-on',
  },
  withdraw: {
    action: 'referrals.withdraw',
  },
  close: {
    action: 'referrals.close',
  },
  lapse: {
    action: 'referrals.lapse',
  },
} as const satisfies Record<ReferralChange['event'], { action: `referrals.${ReferralEvent}` }>

/**
 * The one place where a referral goes from one state to another: checked against the table, written down, and in the audit log. A
 * withdrawal erases who it was in the same transaction; so does sending on, which takes the data along to the next one first.
 * @throws not-found when it is not there for this scope
 */
export async function changeReferral(
  tx: WriteHandle,
  scope: Scope,
  change: ReferralChange,
  now: Instant,
): Promise<ReferralChanged> {
  const { id, event, by } = change
  const row = foundOrRefuse(
    await tx
      .selectFrom('referrals.referrals')
      .select([
        'state',
        'code',
        'direction',
        'made_by as madeBy',
        'version',
        'library_id as libraryId',
        'desk_id as deskId',
        'made_on as madeOn',
        'answer_days as answerDays',
        'answered_at as answeredAt',
        'came_at as cameAt',
        'refused_at as refusedAt',
        'appointment_at as plannedAt',
      ])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
  const state = row.state as ReferralState
  if (change.version !== undefined && change.version !== row.version)
    return { kind: 'changed-meanwhile', state }
  // Another day or time is a change too.
  if (transitions[event].to === state && change.appointmentAt === undefined) return { kind: 'already', state }
  const fits = by === 'partner' ? row.direction === 'out' : by === 'sender' ? row.direction === 'in' : true
  const to = fits ? next(state, event, by) : undefined
  if (to === undefined) return { kind: 'not-now', state }
  if (isTooEarly(event, row.plannedAt, now)) return { kind: 'too-early', state }
  const { needs } = transitions[event]
  const given = { moment: change.appointmentAt, reason: change.reason, outcome: change.outcome }
  if (needs && !given[needs]) return { kind: 'lacks', state, need: needs }

  const today = localDay(now)
  const at = now.toString()
  const holidays = await officeHolidays(row.madeOn, addDays(today, 100))
  const first = isAnswer(event) && change.isAnswer !== false && row.answeredAt === null
  await tx
    .updateTable('referrals.referrals')
    .set({
      state: to,
      state_since: at,
      version: row.version + 1,
      ...(isAnswer(event) && { reason: change.reason ?? null, better_place: change.betterPlace ?? null }),
      ...(event === 'plan' && { appointment_at: change.appointmentAt?.toString() ?? null }),
      ...(first && { answered_at: at, answered_in: workingDaysBetween(row.madeOn, today, holidays) }),
      ...(to === 'came' && row.cameAt === null && { came_at: at }),
      ...(to === 'helped' && row.cameAt === null && { came_at: at }),
      // Who tapped wrong and mends it did not come after all, or was not refused.
      ...(to === 'not-came' && { came_at: null }),
      ...((to === 'not-for-us' || to === 'no-room') && { refused_at: at }),
      ...((event === 'receive' || event === 'plan') && { refused_at: null }),
      ...(isEnd(to)
        ? { closed_at: at, remind_on: null, outcome: outcomeOf(change, state) }
        : { remind_on: nextLook(to, today, row.answerDays, holidays, change.appointmentAt) }),
    })
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('referrals.transitions')
    .values({
      referral_id: id,
      at,
      event,
      from_state: state,
      to_state: to,
      by_kind: by,
      account_id: 'accountId' in scope ? scope.accountId : null,
      reason: change.reason ?? null,
    })
    .execute()
  // Who sent somebody here hears what became of it.
  if (row.direction === 'in' && by === 'desk')
    await tellSender(tx, scope, { id, code: row.code, madeBy: row.madeBy, news: to }, now)
  if (row.direction === 'out' && leadsNowhere(to)) await freePlace(tx, id, now)
  if (to === 'withdrawn') {
    await erasePerson(tx, scope, { kind: 'referral', id, cause: 'withdrawn' }, now)
    const [desk] = row.direction === 'out' ? await findDesks(tx, scope, [row.deskId]) : []
    // He may have written down who it was: he is told to forget it.
    if (desk)
      await mailPartner(tx, scope, { what: 'withdrawn', id, code: row.code, deskName: desk.name }, now)
  }
  if (to === 'sent-on') await erasePerson(tx, scope, { kind: 'referral', id, cause: 'term' }, now)
  await recordAudit(tx, scope, now, {
    ...inTheLog[event],
    subjectKind: 'referral',
    subjectId: id,
    libraryId: row.libraryId,
    details: { from: state, to, by, ...(change.outcome && { outcome: change.outcome }) },
  })
  return { kind: 'changed', state: to }
}

/** Nobody comes to the partner any more. */
const leadsNowhere = (state: ReferralState): boolean =>
  isEnd(state) || state === 'not-for-us' || state === 'no-room'

/** Gives back the place in the consultation hour that was booked for it. The visitor hears of the referral, not of the place. */
async function freePlace(tx: WriteHandle, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('referrals.appointments')
    .set((eb) => ({ state: 'cancelled', state_since: now.toString(), sequence: eb('sequence', '+', 1) }))
    .where('referral_id', '=', id)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .execute()
}

/** Of what lapses counts the last that the receiver said. */
function outcomeOf({ event, outcome }: ReferralChange, state: ReferralState): ReferralOutcome | null {
  if (event !== 'lapse') return outcome ?? null
  return state === 'helped' ? 'helped' : 'unknown'
}

/** When the desk looks at it once more: so many working days after this answer, or after the appointment. */
function nextLook(
  state: ReferralState,
  today: string,
  answerDays: number,
  holidays: ReadonlySet<string>,
  appointmentAt: Instant | undefined,
): string {
  const from = state === 'appointment' && appointmentAt ? localDay(appointmentAt) : today
  return addWorkingDays(from < today ? today : from, answerDays, holidays)
}
