/** The policy areas on which a municipality meets the desks: the rows of table 1 of the guide (§ 4.6). */
export const policyAreas = [
  'libraries',
  'literacy',
  'education',
  'integration',
  'work-and-income',
  'debts-and-poverty',
  'customer-contact',
  'social-domain',
  'health',
  'physical-domain',
] as const
export type PolicyArea = (typeof policyAreas)[number]

/** How a partner and the desks work together (guide § 2.3.2); `wished`: the municipality wants them to. */
export const cooperations = [
  'referral',
  'consultation-hour',
  'desk-at-partner',
  'pop-up',
  'meeting',
  'wished',
] as const
export type Cooperation = (typeof cooperations)[number]

/** A partner in the network of a municipality. */
export interface NetworkPartner {
  readonly id: string
  readonly partnerId: string
  readonly name: string
  readonly policyAreas: readonly PolicyArea[]
  readonly cooperation: readonly Cooperation[]
  readonly contactName: string
  readonly note: string
  /** The first day on which it no longer takes part. */
  readonly leftOn: string | null
  readonly version: number
}

/** A meeting of the network. */
export interface Meeting {
  readonly id: string
  readonly day: string
  /** As 14:00; null while it is not known. */
  readonly starts: string | null
  readonly place: string
  readonly subject: string
  readonly agenda: string
  readonly minutes: string
  readonly cancelled: boolean
  readonly version: number
}

export const attendances = ['invited', 'present', 'absent'] as const
export type Attendance = (typeof attendances)[number]

/** What somebody of the network owes. */
export interface NetworkAction {
  readonly id: string
  readonly meetingId: string | null
  readonly what: string
  readonly owedByKind: 'municipality' | 'library' | 'partner'
  /** Of the partner that owes it. */
  readonly partnerName: string | null
  readonly networkPartnerId: string | null
  readonly dueOn: string
  readonly doneOn: string | null
  readonly version: number
}

/** Somebody else was first, or the thing is gone: nothing is changed. */
export type KeptOutcome = 'kept' | 'changed-meanwhile'
