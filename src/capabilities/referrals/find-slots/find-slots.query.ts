import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays, type Instant, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { type DeskHours, findHours, noHours } from '../../desks/public.ts'
import { type Booker, type FreeSlot, freeSlots, type Offer, type TakenPlace, type Window } from '../slots.ts'

/** An offer as it stands in the database. */
export interface DeskOffer extends Offer {
  readonly libraryId: string
  readonly deskId: string
  readonly agreementId: string | null
  readonly name: string
  /** Visitors and referrers may book, not only the desk. */
  readonly byPublic: boolean
  readonly active: boolean
  readonly version: number
}

/** The offers of a desk by name, those that ended too. */
export async function findOffers(db: ReadHandle, _scope: Scope, deskId: string): Promise<DeskOffer[]> {
  return (await offersFrom(db).where('desk_id', '=', deskId).orderBy('name').execute()).map(asOffer)
}

/** One offer, active or not. */
export async function findOffer(db: ReadHandle, _scope: Scope, id: string): Promise<DeskOffer | undefined> {
  const row = await offersFrom(db).where('id', '=', id).executeTakeFirst()
  return row && asOffer(row)
}

const offersFrom = (db: ReadHandle) =>
  db
    .selectFrom('referrals.offers')
    .select([
      'id',
      'library_id as libraryId',
      'desk_id as deskId',
      'agreement_id as agreementId',
      'name',
      'hours_kind as hoursKind',
      'hours_label as hoursLabel',
      'minutes',
      'places',
      'kept_for_walk_in as keptForWalkIn',
      'notice_minutes as noticeMinutes',
      'horizon_days as horizonDays',
      'by_public as byPublic',
      'active',
      'version',
    ])

const asOffer = (row: Omit<DeskOffer, 'hoursKind'> & { hoursKind: string }): DeskOffer => ({
  ...row,
  hoursKind: row.hoursKind as DeskOffer['hoursKind'],
})

/** Which places of a desk are taken between two local days, the last not included. */
export async function findTaken(
  db: ReadHandle,
  _scope: Scope,
  deskId: string,
  { fromDay, untilDay }: Window,
): Promise<TakenPlace[]> {
  const { rows } = await sql<{ offerId: string; startsAt: Instant; endsAt: Instant; place: number }>`
    select offer_id as "offerId", starts_at as "startsAt", ends_at as "endsAt", place
    from referrals.taken_places(${deskId}, ${startOfDay(fromDay).toString()}, ${startOfDay(untilDay).toString()})`.execute(
    db,
  )
  return rows.map(({ offerId, startsAt, endsAt, place }) => ({
    offerId,
    start: startsAt.epochMilliseconds,
    end: endsAt.epochMilliseconds,
    place,
  }))
}

/** What a desk has to offer. */
export interface DeskSlots {
  readonly offers: readonly DeskOffer[]
  readonly hours: DeskHours
  /** Of all these offers, by time. */
  readonly slots: readonly FreeSlot[]
}

/**
 * The times at a desk that still have a place, of its active offers: all for the desk, for others those that they may book.
 * @param offerId only this one, whoever may book it otherwise
 */
export async function findFreeSlots(
  db: ReadHandle,
  scope: Scope,
  {
    deskId,
    booker,
    offerId,
    within,
  }: {
    readonly deskId: string
    readonly booker: Booker
    readonly offerId?: string | undefined
    readonly within?: Window | undefined
  },
  now: Instant,
): Promise<DeskSlots> {
  const today = localDay(now)
  const offers = (await findOffers(db, scope, deskId)).filter(
    ({ id, active, byPublic }) => active && (offerId ? id === offerId : booker === 'desk' || byPublic),
  )
  const hours = (await findHours(db, scope, [deskId], addDays(today, -1))).get(deskId) ?? noHours
  const furthest = Math.max(0, ...offers.map(({ horizonDays }) => horizonDays))
  const taken = await findTaken(db, scope, deskId, {
    fromDay: within?.fromDay ?? addDays(today, -1),
    untilDay: within?.untilDay ?? addDays(today, furthest + 2),
  })
  const moment = { moment: now.epochMilliseconds, today }
  const slots = offers
    .flatMap((offer) => freeSlots(offer, hours, taken, moment, booker, within))
    .sort((one, other) => one.start - other.start)
  return { offers, hours, slots }
}
