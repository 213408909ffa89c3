import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Attendance, KeptOutcome, Meeting } from '../network.ts'

/** What a municipality says of a meeting. */
export type MeetingFacts = Omit<Meeting, 'id' | 'version'> & {
  /** Who was asked and who came, by the id of the partner in the network. */
  readonly attendance: ReadonlyMap<string, Attendance>
}

export async function addMeeting(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  { attendance, ...facts }: MeetingFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.meetings')
    .values({ id, municipality_code: municipalityCode, ...facts, created_at: now.toString() })
    .execute()
  await keepAttendance(tx, id, attendance)
  await recordAudit(tx, scope, now, {
    action: 'directory.add-meeting',
    subjectKind: 'meeting',
    subjectId: id,
    details: { municipality: municipalityCode },
  })
  return id
}

/** Changes a meeting, if nobody did so since `version`. */
export async function changeMeeting(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Meeting, 'id' | 'version'>,
  { attendance, ...facts }: MeetingFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.meetings')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) await keepAttendance(tx, id, attendance)
  await recordAudit(tx, scope, now, {
    action: 'directory.change-meeting',
    subjectKind: 'meeting',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}

async function keepAttendance(
  tx: WriteHandle,
  meetingId: string,
  attendance: ReadonlyMap<string, Attendance>,
): Promise<void> {
  await tx.deleteFrom('directory.meeting_partners').where('meeting_id', '=', meetingId).execute()
  if (attendance.size === 0) return
  await tx
    .insertInto('directory.meeting_partners')
    .values(
      [...attendance].map(([network_partner_id, kind]) => ({
        meeting_id: meetingId,
        network_partner_id,
        attendance: kind,
      })),
    )
    .execute()
}
