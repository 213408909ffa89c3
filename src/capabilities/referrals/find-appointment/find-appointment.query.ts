import type { LinkScope, Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { type DeskHours, findHours, noHours, openingsBetween } from '../../desks/public.ts'

export type AppointmentState = 'booked' | 'came' | 'not-came' | 'cancelled'

/** An appointment without a word about who. */
export interface Appointment {
  readonly id: string
  readonly offerId: string
  readonly offerName: string
  /** One calls, or is called, and does not come. */
  readonly byTelephone: boolean
  readonly deskId: string
  readonly libraryId: string
  readonly referralId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly topicCode: string | null
  readonly state: AppointmentState
  readonly sequence: number
  /** Whether something is kept of who comes, and by which way he can be reached. */
  readonly person: { readonly contactKind: 'phone' | 'email' | null; readonly language: string } | undefined
}

/** The appointment of this id, when it is for this scope. */
export async function findAppointment(
  db: ReadHandle,
  scope: Scope,
  id: string,
): Promise<Appointment | undefined> {
  return (await appointmentsFrom(db, scope).where('appointment.id', '=', id).execute()).map(asAppointment)[0]
}

/** The appointments of a desk that begin on the days from `fromDay` up to but not including `untilDay`, by time. */
export async function findAppointments(
  db: ReadHandle,
  scope: Scope,
  deskId: string,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<Appointment[]> {
  const rows = await appointmentsFrom(db, scope)
    .where('appointment.desk_id', '=', deskId)
    .where('appointment.starts_at', '>=', from)
    .where('appointment.starts_at', '<', until)
    .orderBy('appointment.starts_at')
    .orderBy('appointment.place')
    .execute()
  return rows.map(asAppointment)
}

const appointmentsFrom = (db: ReadHandle, _scope: Scope) =>
  db
    .selectFrom('referrals.appointments as appointment')
    .innerJoin('referrals.offers as offer', 'offer.id', 'appointment.offer_id')
    .leftJoin('referrals.persons as person', (join) =>
      join.onRef('person.about_id', '=', 'appointment.id').on('person.about_kind', '=', 'appointment'),
    )
    .select([
      'appointment.id',
      'appointment.offer_id as offerId',
      'offer.name as offerName',
      'offer.hours_kind as hoursKind',
      'appointment.desk_id as deskId',
      'appointment.library_id as libraryId',
      'appointment.referral_id as referralId',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'appointment.topic_code as topicCode',
      'appointment.state',
      'appointment.sequence',
      'person.id as personId',
      'person.contact_kind as contactKind',
      'person.language',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof appointmentsFrom>['execute']>>[number]

const asAppointment = ({ personId, contactKind, language, hoursKind, ...row }: Row): Appointment => ({
  ...row,
  byTelephone: hoursKind === 'telephone',
  state: row.state as AppointmentState,
  person:
    personId === null
      ? undefined
      : { contactKind: contactKind as 'phone' | 'email' | null, language: language ?? 'nl' },
})

/** The hours of a desk from a day on, for who shows its appointments. */
export const findHoursFrom = async (
  db: ReadHandle,
  scope: Scope,
  deskId: string,
  day: string,
): Promise<DeskHours> => (await findHours(db, scope, [deskId], day)).get(deskId) ?? noHours

/**
 * The opening in which an appointment falls, by what the hours are now; undefined when the desk has become closed then.
 * @param hours of its desk, from the day before on
 */
export function openingOf({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>, hours: DeskHours) {
  const day = localDay(startsAt)
  return openingsBetween(hours, addDays(day, -1), addDays(day, 1)).find(
    ({ start, end }) => start <= startsAt.epochMilliseconds && endsAt.epochMilliseconds <= end,
  )
}

/** The appointment of a code that a visitor shows, when it is for this scope. @param codeHash `keys.hashOfCode(code)` */
export const findAppointmentByCode = async (
  db: ReadHandle,
  scope: Scope,
  codeHash: Buffer,
): Promise<Appointment | undefined> =>
  (await appointmentsFrom(db, scope).where('appointment.code_hash', '=', codeHash).execute()).map(
    asAppointment,
  )[0]

/** What the calendar of a desk tells of its appointments, those that were cancelled too: nothing of who comes. */
export async function findFeedAppointments(
  db: ReadHandle,
  scope: LinkScope,
  { from, until }: { readonly from: Instant; readonly until: Instant },
) {
  return db
    .selectFrom('referrals.appointments as appointment')
    .innerJoin('referrals.offers as offer', 'offer.id', 'appointment.offer_id')
    .select([
      'appointment.id',
      'offer.name as offerName',
      'offer.hours_kind as hoursKind',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'appointment.topic_code as topicCode',
      'appointment.state',
      'appointment.sequence',
    ])
    .where('appointment.desk_id', '=', scope.subjectId)
    .where('appointment.starts_at', '>=', from)
    .where('appointment.starts_at', '<', until)
    .orderBy('appointment.starts_at')
    .execute()
}
