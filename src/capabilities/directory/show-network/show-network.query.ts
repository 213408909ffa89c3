import type { DesksScope, LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Cooperation, Meeting, NetworkAction, NetworkPartner, PolicyArea } from '../network.ts'

/** The partners in the network of a municipality by name, those that left last. */
export async function findNetworkPartners(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
): Promise<NetworkPartner[]> {
  const rows = await db
    .selectFrom('directory.network_partners as member')
    .innerJoin('directory.partners as partner', 'partner.id', 'member.partner_id')
    .select([
      'member.id',
      'member.partner_id as partnerId',
      'partner.name',
      'member.policy_areas as policyAreas',
      'member.cooperation',
      'member.contact_name as contactName',
      'member.note',
      'member.left_on as leftOn',
      'member.version',
    ])
    .where('member.municipality_code', '=', municipalityCode)
    .orderBy((eb) => eb('member.left_on', 'is not', null))
    .orderBy((eb) => eb.fn('lower', ['partner.name']))
    .execute()
  return rows.map((row) => ({
    ...row,
    policyAreas: row.policyAreas as PolicyArea[],
    cooperation: row.cooperation as Cooperation[],
  }))
}

/** The meetings of the network, the latest first. */
export async function findMeetings(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
): Promise<Meeting[]> {
  return db
    .selectFrom('directory.meetings')
    .select(['id', 'day', 'starts', 'place', 'subject', 'agenda', 'minutes', 'cancelled', 'version'])
    .where('municipality_code', '=', municipalityCode)
    .orderBy('day', 'desc')
    .orderBy('starts', 'desc')
    .execute()
}

/** Who owes what: what is open by the day on which it is due, then what was done, the latest first. */
export async function findNetworkActions(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope | DesksScope,
  municipalityCode: string,
): Promise<NetworkAction[]> {
  const rows = await db
    .selectFrom('directory.network_actions as action')
    .leftJoin('directory.network_partners as member', 'member.id', 'action.network_partner_id')
    .leftJoin('directory.partners as partner', 'partner.id', 'member.partner_id')
    .select([
      'action.id',
      'action.meeting_id as meetingId',
      'action.what',
      'action.owed_by_kind as owedByKind',
      'partner.name as partnerName',
      'action.network_partner_id as networkPartnerId',
      'action.due_on as dueOn',
      'action.done_on as doneOn',
      'action.version',
    ])
    .where('action.municipality_code', '=', municipalityCode)
    .orderBy((eb) => eb('action.done_on', 'is not', null))
    .orderBy('action.done_on', 'desc')
    .orderBy('action.due_on')
    .execute()
  return rows.map((row) => ({ ...row, owedByKind: row.owedByKind as NetworkAction['owedByKind'] }))
}
