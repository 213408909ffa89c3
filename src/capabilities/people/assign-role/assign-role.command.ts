import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { Role } from '../../../platform/auth/roles.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Organisation } from '../../organisations/public.ts'

export interface NewRole {
  readonly accountId: string
  readonly role: Role
  readonly organisation: Pick<Organisation, 'id' | 'kind'>
  readonly deskId: string | null
  /** First day on which it counts. */
  readonly from: string
}

/** Gives somebody a role. Runs into row-level security when the organisation is outside the scope. */
export async function assignRole(
  tx: WriteHandle,
  scope: AdministrationScope,
  { accountId, role, organisation, deskId, from }: NewRole,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('people.role_assignments')
    .values({
      id: uuidv7(),
      account_id: accountId,
      role,
      organisation_id: organisation.id,
      desk_id: deskId,
      valid_from: from,
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'people.assign-role',
    subjectKind: 'account',
    subjectId: accountId,
    libraryId: organisation.kind === 'library' ? organisation.id : undefined,
    details: { role, organisationId: organisation.id, deskId, from },
  })
}
