import type { PartnerScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { findOrganisations } from '../../organisations/public.ts'
import type { Sender } from '../sender.ts'

/** Who sends, for somebody who signed in: the organisation at which he holds the role. */
export async function findSender(db: ReadHandle, scope: PartnerScope): Promise<Sender> {
  const [organisation] = await findOrganisations(db, scope, scope.organisationIds.slice(0, 1))
  const { id, kind, name } = foundOrRefuse(organisation)
  return { kind: kind === 'municipality' ? 'municipality' : 'partner', name, organisationId: id }
}
