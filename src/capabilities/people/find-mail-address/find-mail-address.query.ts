import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Where mail to somebody of the staff goes; nothing for an account that was closed. */
export async function findMailAddress(
  db: ReadHandle,
  _scope: JobScope,
  accountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('people.accounts')
    .select('email')
    .where('id', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirst()
  return row?.email
}
