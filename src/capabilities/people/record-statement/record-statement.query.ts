import { sql } from 'kysely'
import type { Role } from '../../../platform/auth/roles.ts'
import type { DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesks } from '../../desks/public.ts'

/** Whose work may bring them before personal data of visitors. */
const rolesThatSign: readonly Role[] = [
  'desk-employee',
  'volunteer',
  'desk-coordinator',
  'library-manager',
  'privacy-officer',
]

export interface StatementRow {
  readonly accountId: string
  readonly libraryId: string
  readonly name: string
  /** When somebody signed, and who saw it; null: nothing on file. */
  readonly signedOn: string | null
  readonly seenBy: string | null
}

/**
 * Everybody with an open account and a role today at the libraries of these desks that may bring them before personal data, by name:
 * who signed, and who did not. Without anybody who asks: nobody records his own.
 */
export async function listStatements(
  db: ReadHandle,
  scope: DesksScope,
  today: string,
): Promise<StatementRow[]> {
  const libraries = [
    ...new Set((await findDesks(db, scope, scope.deskIds)).map(({ libraryId }) => libraryId)),
  ]
  if (libraries.length === 0) return []
  return db
    .selectFrom('people.accounts as account')
    .innerJoin('people.role_assignments as assignment', 'assignment.account_id', 'account.id')
    .leftJoin('people.confidentiality_statements as statement', (join) =>
      join
        .onRef('statement.account_id', '=', 'account.id')
        .onRef('statement.library_id', '=', 'assignment.organisation_id'),
    )
    .distinct()
    .select([
      'account.id as accountId',
      'assignment.organisation_id as libraryId',
      'account.name',
      'statement.signed_on as signedOn',
      'statement.seen_by as seenBy',
      sql<boolean>`statement.signed_on is not null`.as('signed'),
    ])
    .where('assignment.organisation_id', 'in', libraries)
    .where('assignment.role', 'in', rolesThatSign)
    .where('assignment.valid_from', '<=', today)
    .where((eb) =>
      eb.or([eb('assignment.valid_until', 'is', null), eb('assignment.valid_until', '>=', today)]),
    )
    .where('account.active', '=', true)
    .orderBy('signed')
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()
}
