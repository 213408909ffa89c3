import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { OnlineRequests } from './keep-online-requests.query.ts'

/**
 * Lets the page of a desk lead to an appointment or a call back, or no longer; what is left out stays as it was. A part of the
 * command of who takes them, which writes the audit line.
 */
export async function keepOnlineRequests(
  tx: WriteHandle,
  _scope: Scope,
  deskId: string,
  { appointments, callBacks }: Partial<OnlineRequests>,
): Promise<void> {
  await tx
    .insertInto('desks.online_requests')
    .values({ desk_id: deskId, appointments: appointments ?? false, call_backs: callBacks ?? false })
    .onConflict((conflict) =>
      conflict.column('desk_id').doUpdateSet((eb) => ({
        appointments: appointments ?? eb.ref('desks.online_requests.appointments'),
        call_backs: callBacks ?? eb.ref('desks.online_requests.call_backs'),
      })),
    )
    .execute()
}
