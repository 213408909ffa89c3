import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The holidays on which these desks keep their usual hours, by desk. */
export async function findHolidaysAsUsual(
  db: ReadHandle,
  _scope: Scope,
  deskIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const byDesk = new Map<string, Set<string>>(deskIds.map((id) => [id, new Set()]))
  if (deskIds.length === 0) return byDesk
  const rows = await db
    .selectFrom('desks.holidays_as_usual')
    .select(['desk_id', 'day'])
    .where('desk_id', 'in', deskIds)
    .execute()
  for (const { desk_id, day } of rows) byDesk.get(desk_id)?.add(day)
  return byDesk
}
