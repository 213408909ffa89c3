import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { ServiceHours } from '../service-hours.ts'

/** When everything at a place can be reached. */
export async function findLocationHours(
  db: ReadHandle,
  _scope: Scope,
  locationId: string,
): Promise<ServiceHours[]> {
  return db
    .selectFrom('directory.hours')
    .select(['weekday', 'opens', 'closes', 'from_day as fromDay', 'until_day as untilDay', 'note'])
    .where('location_id', '=', locationId)
    .where('service_id', 'is', null)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
}
