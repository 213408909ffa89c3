import { sql } from 'kysely'
import type { PublicScope, Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { dayNumber, weekdayOfNumber } from '../../../platform/time/local-minutes.ts'
import { movingKinds } from '../desk.ts'
import type { SpotWishes } from '../finder-filter.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import type { PublicDesk, PublicPlace, Venue } from '../venue.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

export interface Spot {
  readonly deskId: string
  readonly placeId: string | null
  readonly metres: number
}

/** Nobody goes further, and no answer needs more. */
const furthestMetres = 60_000
const mostSpots = 500

/**
 * The spots where a desk stands or will stand, nearest first, without what stands about them. A telephone desk stands
 * nowhere; a bus stands at its places only, a fixed desk also at those where it has hours.
 * @param today the local day from which hours count
 * @param wishes leaves out what cannot fit, whatever the day brings
 */
export async function findSpots(
  db: ReadHandle,
  _scope: PublicScope,
  { latitude, longitude }: Point,
  today: string,
  { limit = mostSpots, wishes }: { readonly limit?: number; readonly wishes?: SpotWishes } = {},
): Promise<Spot[]> {
  // Great circle on a ball with the mean radius of the earth: within the Netherlands within half a percent.
  const metres = (alias: string) => sql<number>`2 * 6371008.8 * asin(sqrt(
    sin(radians(${sql.ref(`${alias}.latitude`)} - ${latitude}) / 2) ^ 2
    + cos(radians(${latitude})) * cos(radians(${sql.ref(`${alias}.latitude`)}))
      * sin(radians(${sql.ref(`${alias}.longitude`)} - ${longitude}) / 2) ^ 2))`
  const desks = db
    .selectFrom('desks.desks as desk')
    .select([
      'desk.id as deskId',
      sql<string | null>`null::uuid`.as('placeId'),
      metres('desk').as('metres'),
      'desk.step_free as stepFree',
      'desk.by_appointment as byAppointment',
      'desk.languages as languages',
    ])
    .where('desk.active', '=', true)
    .where('desk.latitude', 'is not', null)
    .where('desk.kind', 'not in', ['telephone', ...movingKinds])
  const places = db
    .selectFrom('desks.places as place')
    .innerJoin('desks.desks as desk', 'desk.id', 'place.desk_id')
    .select([
      'desk.id as deskId',
      sql<string | null>`place.id`.as('placeId'),
      metres('place').as('metres'),
      'place.step_free as stepFree',
      'desk.by_appointment as byAppointment',
      'desk.languages as languages',
    ])
    .where('desk.active', '=', true)
    .where('place.active', '=', true)
    .where('place.latitude', 'is not', null)
    .where((eb) => eb.exists(hoursAhead(db, today).where(sql<boolean>`hours.place_id = place.id`)))
  let spots = db
    .selectFrom(desks.unionAll(places).as('spot'))
    .select(['spot.deskId', 'spot.placeId', 'spot.metres'])
    .where('spot.metres', '<=', Math.min(wishes?.metres ?? furthestMetres, furthestMetres))
  if (wishes?.stepFree) spots = spots.where('spot.stepFree', '=', true)
  if (wishes?.language) {
    const language = [wishes.language]
    spots = spots.where((eb) =>
      eb.or([
        eb('spot.languages', '@>', sql<string[]>`${language}::text[]`),
        eb.exists(
          hoursAhead(db, today)
            .where(sql<boolean>`hours.desk_id = spot."deskId"`)
            .where('hours.languages', '@>', sql<string[]>`${language}::text[]`),
        ),
      ]),
    )
  }
  if (wishes?.hours) {
    const { kinds, access, days, minutes } = wishes.hours
    const weekdays = days.map((day) => weekdayOfNumber(dayNumber(day)))
    spots = spots.where((eb) => {
      let hours = hoursAhead(db, days[0] ?? today)
        .where(sql<boolean>`hours.desk_id = spot."deskId"`)
        .where('hours.kind', 'in', kinds)
      if (access === 'walk-in') hours = hours.where('hours.access', '=', access)
      if (access === 'appointment')
        hours = hours.where(sql<boolean>`(hours.access = 'appointment' or spot."byAppointment")`)
      if (minutes)
        hours = hours.where((one) =>
          one.or([
            one.and([one('hours.opens', '<', minutes[1]), one('hours.closes', '>', minutes[0])]),
            one('hours.closes', '>', 1440),
          ]),
        )
      if (days.length > 0)
        hours = hours.where((one) =>
          one.or([
            one('hours.day', 'in', days),
            one('hours.weekday', 'in', weekdays),
            one.and([one('hours.weekday', 'is', null), one('hours.day', 'is', null)]),
          ]),
        )
      const fits = eb.exists(hours)
      return wishes.orByAppointment ? eb.or([fits, eb('spot.byAppointment', '=', true)]) : fits
    })
  }
  return spots.orderBy('spot.metres').orderBy('spot.deskId').limit(limit).execute()
}

/** Hours in force on a day or planned for later, that were not called off. */
function hoursAhead(db: ReadHandle, day: string) {
  return db
    .selectFrom('desks.hours as hours')
    .leftJoin('desks.timetables as timetable', 'timetable.id', 'hours.timetable_id')
    .select('hours.id')
    .where('hours.cancelled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('hours.day', '>=', day),
        eb.and([
          eb('timetable.id', 'is not', null),
          eb.or([eb('timetable.until_day', 'is', null), eb('timetable.until_day', '>', day)]),
        ]),
      ]),
    )
}

/** What stands about these spots, in the same order, with the hours from `since` on. */
export async function describeSpots(
  db: ReadHandle,
  scope: PublicScope,
  spots: readonly Spot[],
  since: string,
): Promise<Venue[]> {
  const ids = [...new Set(spots.map(({ deskId }) => deskId))]
  const desks = new Map((await findPublicDesks(db, scope, ids)).map((desk) => [desk.id, desk]))
  const hours = await findHours(db, scope, ids, since)
  return spots.flatMap(({ deskId, placeId, metres }) => {
    const desk = desks.get(deskId)
    if (!desk) return []
    const place = desk.places.find(({ id }) => id === placeId)
    return [{ desk, place, hours: hours.get(deskId) ?? noHours, metres }]
  })
}

/** These desks, open or closed, as everybody may know them, by name. */
export async function findPublicDesks(
  db: ReadHandle,
  scope: Scope,
  ids: readonly string[],
): Promise<PublicDesk[]> {
  if (ids.length === 0) return []
  return withPlaces(db, scope, await publicDesksFrom(db).where('id', 'in', ids).orderBy('name').execute())
}

/** The desk with this code, open or closed. */
export async function findDeskByCode(
  db: ReadHandle,
  scope: PublicScope,
  code: string,
): Promise<PublicDesk | undefined> {
  const rows = await publicDesksFrom(db).where('code', '=', code).execute()
  return (await withPlaces(db, scope, rows))[0]
}

/** The desks that are open to visitors in a municipality: those that stand there, and those with a place there. */
export async function findDesksInMunicipality(
  db: ReadHandle,
  scope: PublicScope,
  municipalityCode: string,
): Promise<PublicDesk[]> {
  const rows = await publicDesksFrom(db)
    .where('active', '=', true)
    .where((eb) =>
      eb.or([
        eb('municipality_code', '=', municipalityCode),
        eb.exists(
          eb
            .selectFrom('desks.places')
            .select('desks.places.id')
            .whereRef('desks.places.desk_id', '=', 'desks.desks.id')
            .where('desks.places.active', '=', true)
            .where('desks.places.municipality_code', '=', municipalityCode),
        ),
      ]),
    )
    .orderBy('name')
    .execute()
  return withPlaces(db, scope, rows)
}

/** The telephone desks of the libraries of these desks, with the hours from `since` on. */
export async function findTelephoneVenues(
  db: ReadHandle,
  scope: PublicScope,
  deskIds: readonly string[],
  since: string,
): Promise<Venue[]> {
  if (deskIds.length === 0) return []
  const rows = await publicDesksFrom(db)
    .where('active', '=', true)
    .where('kind', '=', 'telephone')
    .where('library_id', 'in', (eb) =>
      eb.selectFrom('desks.desks as near').select('near.library_id').where('near.id', 'in', deskIds),
    )
    .orderBy('name')
    .execute()
  if (rows.length === 0) return []
  const desks = await withPlaces(db, scope, rows)
  const hours = await findHours(
    db,
    scope,
    desks.map(({ id }) => id),
    since,
  )
  return desks.map((desk) => ({ desk, place: undefined, hours: hours.get(desk.id) ?? noHours, metres: 0 }))
}

type DeskRow = Awaited<ReturnType<ReturnType<typeof publicDesksFrom>['execute']>>[number]

async function withPlaces(db: ReadHandle, _scope: Scope, rows: readonly DeskRow[]): Promise<PublicDesk[]> {
  if (rows.length === 0) return []
  const places = await db
    .selectFrom('desks.places')
    .select([
      'id',
      'desk_id as deskId',
      'name',
      'municipality_code as municipalityCode',
      'street',
      'house_number as houseNumber',
      'postcode',
      'town',
      'latitude',
      'longitude',
      'step_free as stepFree',
    ])
    .where(
      'desk_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as PublicDesk['kind'],
    variant: row.variant as PublicDesk['variant'],
    places: places
      .filter(({ deskId }) => deskId === row.id)
      .map(({ deskId: _desk, ...place }): PublicPlace => place),
  }))
}

function publicDesksFrom(db: ReadHandle) {
  return db
    .selectFrom('desks.desks')
    .select([
      'id',
      'code',
      'library_id as libraryId',
      'name',
      'kind',
      'municipality_code as municipalityCode',
      'mother_desk_id as motherDeskId',
      'street',
      'house_number as houseNumber',
      'postcode',
      'town',
      'host',
      'phone',
      'email',
      'website',
      'step_free as stepFree',
      'hearing_loop as hearingLoop',
      'private_room as privateRoom',
      'languages',
      'variant',
      'by_appointment as byAppointment',
      'note',
      'active',
      'closed_on as closedOn',
      'successor_desk_id as successorDeskId',
      'moved_on as movedOn',
      'moved_from as movedFrom',
      'latitude',
      'longitude',
    ])
}
