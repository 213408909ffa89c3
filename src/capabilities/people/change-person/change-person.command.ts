import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { endSessionsOf } from '../../../platform/auth/sessions.command.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { isLastAdministrator } from '../find-roles/find-roles.query.ts'
import type { ChangePersonInput } from './change-person.form.ts'

interface Person {
  readonly id: string
  /** The library whose person it is, if it is one's. */
  readonly libraryId: string | undefined
}

/**
 * Changes somebody's name, and opens or closes the account; a closed one is signed out everywhere. Refuses to close
 * the last administrator of the nation: the page has said so already, except when two are closed at once.
 */
export async function changePerson(
  tx: WriteHandle,
  scope: AdministrationScope,
  person: Person,
  input: ChangePersonInput,
  now: Instant,
): Promise<void> {
  if (!input.active && (await isLastAdministrator(tx, scope, { accountId: person.id }, localDay(now), true)))
    refuse('conflict')
  const changed = await tx
    .updateTable('people.accounts')
    .set({ name: input.name, active: input.active })
    .where('id', '=', person.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  if (!input.active) await endSessionsOf(tx, scope, person.id)
  await recordAudit(tx, scope, now, {
    action: 'people.change',
    subjectKind: 'account',
    subjectId: person.id,
    libraryId: person.libraryId,
    details: { active: input.active },
  })
}

/** Puts a new password in the place of what somebody had, and ends every session that was opened with it. */
export async function givePassword(
  tx: WriteHandle,
  scope: AdministrationScope,
  person: Person,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  const changed = await tx
    .updateTable('people.accounts')
    .set({ password_hash: passwordHash })
    .where('id', '=', person.id)
    .returning('id')
    .executeTakeFirst()
  foundOrRefuse(changed)
  await endSessionsOf(tx, scope, person.id)
  await recordAudit(tx, scope, now, {
    action: 'people.give-password',
    subjectKind: 'account',
    subjectId: person.id,
    libraryId: person.libraryId,
  })
}
