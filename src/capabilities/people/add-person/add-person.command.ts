import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Organisation } from '../../organisations/public.ts'
import { assignRole } from '../assign-role/assign-role.command.ts'
import type { AddPersonInput } from './add-person.form.ts'

/** Adds somebody with a first role from today on, and gives the account's id. Runs into personConstraints. */
export async function addPerson(
  tx: WriteHandle,
  scope: AdministrationScope,
  organisation: Organisation,
  input: AddPersonInput & { readonly passwordHash: string },
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('people.accounts')
    .values({
      id,
      organisation_id: organisation.id,
      email: input.email,
      name: input.name,
      language: input.language,
      password_hash: input.passwordHash,
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'people.add',
    subjectKind: 'account',
    subjectId: id,
    libraryId: organisation.kind === 'library' ? organisation.id : undefined,
  })
  const role = { accountId: id, role: input.role, organisation, deskId: input.desk, from: localDay(now) }
  await assignRole(tx, scope, role, now)
  return id
}
