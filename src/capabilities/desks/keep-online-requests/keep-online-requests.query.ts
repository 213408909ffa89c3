import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** What a visitor can ask of a desk on its own page. */
export interface OnlineRequests {
  readonly appointments: boolean
  readonly callBacks: boolean
}

/** Neither, for a desk that never said anything. */
export async function findOnlineRequests(
  db: ReadHandle,
  _scope: Scope,
  deskId: string,
): Promise<OnlineRequests> {
  const row = await db
    .selectFrom('desks.online_requests')
    .select(['appointments', 'call_backs as callBacks'])
    .where('desk_id', '=', deskId)
    .executeTakeFirst()
  return row ?? { appointments: false, callBacks: false }
}
