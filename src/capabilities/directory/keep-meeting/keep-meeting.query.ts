import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Attendance } from '../network.ts'

/** Who was asked to a meeting and who came, by the id of the partner in the network. */
export async function findAttendance(
  db: ReadHandle,
  _scope: MunicipalityScope,
  meetingId: string,
): Promise<Map<string, Attendance>> {
  const rows = await db
    .selectFrom('directory.meeting_partners')
    .select(['network_partner_id as id', 'attendance'])
    .where('meeting_id', '=', meetingId)
    .execute()
  return new Map(rows.map(({ id, attendance }) => [id, attendance as Attendance]))
}
