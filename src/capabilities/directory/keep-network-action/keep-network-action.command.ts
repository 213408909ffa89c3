import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { KeptOutcome, NetworkAction } from '../network.ts'

/** What somebody owes by when. */
export type NetworkActionFacts = Pick<
  NetworkAction,
  'what' | 'owedByKind' | 'networkPartnerId' | 'dueOn' | 'doneOn'
>

export async function addNetworkAction(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  meetingId: string | null,
  facts: NetworkActionFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.network_actions')
    .values({
      id,
      municipality_code: municipalityCode,
      meeting_id: meetingId,
      ...columnsOf(facts),
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.add-network-action',
    subjectKind: 'network-action',
    subjectId: id,
    details: { municipality: municipalityCode },
  })
  return id
}

/** Changes an action, or marks it as done, if nobody changed it since `version`. */
export async function changeNetworkAction(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<NetworkAction, 'id' | 'version'>,
  facts: NetworkActionFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.network_actions')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'directory.change-network-action',
    subjectKind: 'network-action',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n, done: facts.doneOn !== null },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}

const columnsOf = (facts: NetworkActionFacts) => ({
  what: facts.what,
  owed_by_kind: facts.owedByKind,
  network_partner_id: facts.networkPartnerId,
  due_on: facts.dueOn,
  done_on: facts.doneOn,
})
