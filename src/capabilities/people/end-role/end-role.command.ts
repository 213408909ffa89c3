import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import { isLastAdministrator } from '../find-roles/find-roles.query.ts'
import type { RoleHeld } from '../role.ts'

/**
 * Ends a role after its last day; a role that has not begun by then never counts. Refuses to end that of the last
 * administrator of the nation: the page has said so already, except when two are ended at once.
 */
export async function endRole(
  tx: WriteHandle,
  scope: AdministrationScope,
  held: RoleHeld,
  libraryId: string | undefined,
  lastDay: string,
  now: Instant,
): Promise<void> {
  if (await isLastAdministrator(tx, scope, { roleId: held.id }, localDay(now), true)) refuse('conflict')
  const neverBegan = addDays(held.validFrom, -1)
  const validUntil = lastDay < neverBegan ? neverBegan : lastDay
  const ended = await tx
    .updateTable('people.role_assignments')
    .set({ valid_until: validUntil })
    .where('id', '=', held.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(ended)
  await recordAudit(tx, scope, now, {
    action: 'people.end-role',
    subjectKind: 'account',
    subjectId: held.accountId,
    libraryId,
    details: { role: held.role, organisationId: held.organisationId, deskId: held.deskId, until: validUntil },
  })
}
