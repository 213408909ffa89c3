import { type Instant, localDay } from '../../platform/time/local-time.ts'

/** How far a referral is. What each means stands in docs/referrals.md. */
export const referralStates = [
  'given',
  'sent',
  'received',
  'appointment',
  'came',
  'not-came',
  'helped',
  'not-for-us',
  'no-room',
  'sent-on',
  'withdrawn',
  'closed',
] as const
export type ReferralState = (typeof referralStates)[number]

/** What can happen to a referral. */
export const referralEvents = [
  'give',
  'send',
  'receive',
  'plan',
  'come',
  'stay-away',
  'help',
  'decline',
  'lack-room',
  'send-on',
  'withdraw',
  'close',
  'lapse',
] as const
export type ReferralEvent = (typeof referralEvents)[number]

/** From which side it happens. The receiver of a referral out is the partner; of one in it is the desk. */
export const referralParties = ['desk', 'partner', 'sender', 'visitor', 'clock'] as const
export type ReferralParty = (typeof referralParties)[number]

/** How a referral ended, in the words of the desk. */
export const referralOutcomes = [
  'helped',
  'partly-helped',
  'not-helped',
  'not-reached',
  'no-longer-needed',
  'unknown',
] as const
export type ReferralOutcome = (typeof referralOutcomes)[number]

/** What has to come with an event. */
export type ReferralNeed = 'moment' | 'reason' | 'outcome'

interface Transition {
  /** In which states it can happen; 'nothing' before there is a referral. */
  readonly from: readonly (ReferralState | 'nothing')[]
  readonly to: ReferralState
  readonly by: readonly ReferralParty[]
  readonly needs?: ReferralNeed
}

const open = [
  'sent',
  'received',
  'appointment',
  'came',
  'not-came',
  'helped',
  'not-for-us',
  'no-room',
] as const satisfies readonly ReferralState[]
const receiver = ['partner', 'desk'] as const

/**
 * The one table of what can happen to a referral. An answer can be mended by another one as long as the desk did not close: who
 * tapped 'did not come' by mistake taps 'came'.
 */
export const transitions: Readonly<Record<ReferralEvent, Transition>> = {
  give: { from: ['nothing'], to: 'given', by: ['desk'] },
  send: { from: ['nothing'], to: 'sent', by: ['desk', 'sender'] },
  receive: { from: ['sent', 'not-for-us', 'no-room'], to: 'received', by: receiver },
  plan: {
    from: ['sent', 'received', 'appointment', 'not-came', 'not-for-us', 'no-room'],
    to: 'appointment',
    by: receiver,
    needs: 'moment',
  },
  come: { from: ['sent', 'received', 'appointment', 'not-came', 'helped'], to: 'came', by: receiver },
  'stay-away': { from: ['sent', 'received', 'appointment', 'came'], to: 'not-came', by: receiver },
  help: { from: ['sent', 'received', 'appointment', 'came', 'not-came'], to: 'helped', by: receiver },
  decline: {
    from: ['sent', 'received', 'appointment', 'came', 'not-came', 'no-room'],
    to: 'not-for-us',
    by: receiver,
    needs: 'reason',
  },
  'lack-room': { from: ['sent', 'received', 'not-for-us'], to: 'no-room', by: receiver },
  'send-on': { from: open, to: 'sent-on', by: ['desk'] },
  withdraw: { from: open, to: 'withdrawn', by: ['desk', 'sender', 'visitor'] },
  close: { from: open, to: 'closed', by: ['desk'], needs: 'outcome' },
  lapse: { from: open, to: 'closed', by: ['clock'] },
}

/** The state after an event; undefined when it cannot happen now, or not from that side. */
export function next(
  state: ReferralState | 'nothing',
  event: ReferralEvent,
  by: ReferralParty,
): ReferralState | undefined {
  const { from, to, by: parties } = transitions[event]
  return from.includes(state) && parties.includes(by) ? to : undefined
}

/** What can happen now from one side, in the order of the table. */
export const eventsFor = (state: ReferralState, by: ReferralParty): readonly ReferralEvent[] =>
  referralEvents.filter((event) => next(state, event, by) !== undefined)

/** Nothing more happens to a referral in this state. */
export const isEnd = (state: ReferralState): boolean => !(open as readonly ReferralState[]).includes(state)

/** The receiver may see who it is: not after he said that he cannot help, and not after the end. Row-level security asks the same. */
export const receiverMayOpen = (state: ReferralState): boolean =>
  !isEnd(state) && state !== 'not-for-us' && state !== 'no-room'

/** The answers of who receives a referral. */
export const answerEvents = [
  'receive',
  'plan',
  'come',
  'stay-away',
  'help',
  'decline',
  'lack-room',
] as const satisfies readonly ReferralEvent[]
export type AnswerEvent = (typeof answerEvents)[number]

export const isAnswer = (event: ReferralEvent): event is AnswerEvent =>
  (answerEvents as readonly ReferralEvent[]).includes(event)

/** Somebody is expected on a day that has not come yet: whether he came, or was helped, nobody knows. */
export const isStillToCome = (appointmentAt: Instant | null, now: Instant): boolean =>
  appointmentAt !== null && localDay(now) < localDay(appointmentAt)

/** Said before the day of the appointment, of what can only be known on that day. */
export const isTooEarly = (event: ReferralEvent, appointmentAt: Instant | null, now: Instant): boolean =>
  (event === 'come' || event === 'stay-away' || event === 'help') && isStillToCome(appointmentAt, now)

/** The answers that one side can give now: those of the table, without what is too early. */
export const answersNow = (
  { state, appointmentAt }: { readonly state: ReferralState; readonly appointmentAt: Instant | null },
  by: 'partner' | 'desk',
  now: Instant,
): AnswerEvent[] =>
  answerEvents.filter((event) => next(state, event, by) && !isTooEarly(event, appointmentAt, now))

/** The desk has to do something once more: the way that was tried leads nowhere. */
export const asksToAct = (state: ReferralState): boolean =>
  state === 'not-came' || state === 'not-for-us' || state === 'no-room'

/** The codes of HL7 FHIR R4 TaskStatus that the Gravity guide takes for a referral (SDOHCCValueSetReferralTaskStatus). */
export type TaskStatus =
  | 'requested'
  | 'accepted'
  | 'in-progress'
  | 'on-hold'
  | 'rejected'
  | 'completed'
  | 'failed'
  | 'cancelled'

/** The eleven states of findhelp; the last five mean: act again. */
export type FindhelpStatus =
  | 'not updated'
  | 'needs client action'
  | 'pending'
  | 'referred elsewhere'
  | 'eligible'
  | 'got help'
  | "couldn't contact"
  | 'not eligible'
  | 'no capacity'
  | "couldn't get help"
  | 'no longer interested'

const mapped: Readonly<
  Record<
    Exclude<ReferralState, 'closed'> | `closed ${ReferralOutcome}`,
    readonly [TaskStatus, FindhelpStatus]
  >
> = {
  given: ['completed', 'needs client action'],
  sent: ['requested', 'not updated'],
  received: ['accepted', 'pending'],
  appointment: ['accepted', 'eligible'],
  came: ['in-progress', 'eligible'],
  'not-came': ['on-hold', 'needs client action'],
  helped: ['completed', 'got help'],
  'not-for-us': ['rejected', 'not eligible'],
  'no-room': ['rejected', 'no capacity'],
  'sent-on': ['cancelled', 'referred elsewhere'],
  withdrawn: ['cancelled', 'no longer interested'],
  'closed helped': ['completed', 'got help'],
  'closed partly-helped': ['completed', 'got help'],
  'closed not-helped': ['failed', "couldn't get help"],
  'closed not-reached': ['failed', "couldn't contact"],
  'closed no-longer-needed': ['cancelled', 'no longer interested'],
  'closed unknown': ['failed', 'not updated'],
}

/**
 * The same in the words of others: HL7 FHIR's task states as the Gravity guide uses them, and findhelp's list.
 * @param outcome counts for a closed referral only; without one it is unknown
 */
export function inWordsOfOthers(
  state: ReferralState,
  outcome: ReferralOutcome | null = null,
): { readonly task: TaskStatus; readonly findhelp: FindhelpStatus } {
  const [task, findhelp] = state === 'closed' ? mapped[`closed ${outcome ?? 'unknown'}`] : mapped[state]
  return { task, findhelp }
}
