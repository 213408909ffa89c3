import type { SelfScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'

/** What somebody sees of the own account. */
export async function findOwnAccount(
  db: ReadHandle,
  scope: SelfScope,
): Promise<{ name: string; email: string; language: Language }> {
  const account = await db
    .selectFrom('people.accounts')
    .select(['name', 'email', 'language'])
    .where('id', '=', scope.accountId)
    .executeTakeFirstOrThrow()
  return { ...account, language: account.language as Language }
}
