import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findSharedCosts } from '../list-sharing/list-sharing.query.ts'

/** The shared costs that this municipality took over into its books, by their ids. */
export async function findTaken(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('funding.bookings')
    .select(['shared_cost_id as costId', 'id'])
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .where('shared_cost_id', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ costId, id }) => (costId ? [[costId, id] as const] : [])))
}

/** The bookings of a year that are a part of a shared cost which was withdrawn since: they still count. */
export async function findWithdrawnBookings(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('funding.bookings as booking')
    .innerJoin('funding.shared_costs as cost', 'cost.id', 'booking.shared_cost_id')
    .select('booking.id')
    .where('booking.municipality_code', '=', municipalityCode)
    .where('booking.year', '=', year)
    .where('booking.struck_out_at', 'is', null)
    .where('cost.withdrawn_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** How many parts of shared costs of a year this municipality did not take over yet. */
export async function countOfferedCosts(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<number> {
  const taken = await findTaken(db, scope, municipalityCode, year)
  return (await findSharedCosts(db, scope, municipalityCode, year)).filter(
    ({ id, isWithdrawn, parts }) => !isWithdrawn && (parts[municipalityCode] ?? 0) > 0 && !taken.has(id),
  ).length
}
