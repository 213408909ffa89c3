import {
  type AuditFilter,
  type AuditRow,
  listAuditLines,
} from '../../../platform/audit/list-audit-lines.query.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesks } from '../../desks/public.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { listPeople } from '../list-people/list-people.query.ts'
import { nameAccounts } from '../name-accounts/name-accounts.query.ts'

export interface AuditPage {
  /** One page and, when the log goes on, one line more. */
  readonly lines: readonly AuditRow[]
  /** Names of accounts, organisations and desks in these lines, by id, as far as the scope sees them. */
  readonly names: ReadonlyMap<string, string>
}

/** A page of the log with the names of who and what. `person` is part of a name or e-mail address; the first 50 count. */
export async function readAudit(
  db: ReadHandle,
  scope: AdministrationScope,
  { person, ...filter }: Omit<AuditFilter, 'accountIds'> & { readonly person: string },
): Promise<AuditPage> {
  const people = person
    ? await listPeople(db, scope, { search: person, organisationId: undefined, page: 1 })
    : undefined
  const accountIds = people?.rows.map(({ id }) => id)
  const lines = await listAuditLines(db, scope, { ...filter, accountIds })
  const subjects = (kind: string): string[] => [
    ...new Set(lines.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)),
  ]
  const accounts = await nameAccounts(db, scope, [
    ...lines.flatMap(({ accountId }) => accountId ?? []),
    ...subjects('account'),
  ])
  const organisations = await findOrganisations(db, scope, [
    ...subjects('organisation'),
    ...subjects('library'),
  ])
  const desks = await findDesks(db, scope, subjects('desk'))
  const named = [...organisations, ...desks].map(({ id, name }): [string, string] => [id, name])
  return { lines, names: new Map([...accounts, ...named]) }
}
