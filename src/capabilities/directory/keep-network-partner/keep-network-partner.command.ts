import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Cooperation, KeptOutcome, NetworkPartner, PolicyArea } from '../network.ts'

/** What a municipality says of a partner in its network. */
export interface NetworkPartnerFacts {
  readonly policyAreas: readonly PolicyArea[]
  readonly cooperation: readonly Cooperation[]
  readonly contactName: string
  readonly note: string
  readonly leftOn: string | null
}

/** Takes a partner of the directory into the network. Runs into network_partners_once when it is in it already. */
export async function addNetworkPartner(
  tx: WriteHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  partnerId: string,
  facts: NetworkPartnerFacts,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.network_partners')
    .values({
      id,
      municipality_code: municipalityCode,
      partner_id: partnerId,
      ...columnsOf(facts),
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.add-network-partner',
    subjectKind: 'network-partner',
    subjectId: id,
    details: { municipality: municipalityCode },
  })
  return id
}

/** Changes what is said of a partner in the network, if nobody did so since `version`. */
export async function changeNetworkPartner(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<NetworkPartner, 'id' | 'version'>,
  facts: NetworkPartnerFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.network_partners')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'directory.change-network-partner',
    subjectKind: 'network-partner',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}

const columnsOf = (facts: NetworkPartnerFacts) => ({
  policy_areas: [...facts.policyAreas],
  cooperation: [...facts.cooperation],
  contact_name: facts.contactName,
  note: facts.note,
  left_on: facts.leftOn,
})
