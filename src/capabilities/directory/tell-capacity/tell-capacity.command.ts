import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { ServiceCapacity } from '../service.ts'

/**
 * Writes down whether a service has room, as its partner said: not a change of the entry, so that who has no hand in the directory may
 * say it. The caller makes sure that it is theirs to say, and writes the audit line.
 * @param day on which it was said
 */
export async function tellCapacity(
  tx: WriteHandle,
  _scope: Scope,
  {
    serviceId,
    capacity,
    day,
  }: { readonly serviceId: string; readonly capacity: ServiceCapacity; readonly day: string },
): Promise<void> {
  await sql`select directory.tell_capacity(${serviceId}::uuid, ${capacity}, ${day}::date)`.execute(tx)
}
