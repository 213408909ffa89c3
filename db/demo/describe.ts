import { listDemoAccounts } from '../../src/capabilities/people/public.ts'
import { signInScope } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { translator } from '../../src/platform/i18n/translate.ts'
import { practicePassword } from './network.ts'

/** Plain text for who starts the demo: one account for each role, and the password of all of them. */
export async function describeDemo(database: ApplicationDatabase): Promise<string> {
  const accounts = await database.read(signInScope, (db) =>
    listDemoAccounts(db, signInScope, translator('en')),
  )
  const widest = Math.max(...accounts.map(({ role }) => role.length))
  return [
    'A made-up network to practise with. Sign in with one click, or with one of these and the password',
    `  ${practicePassword}`,
    ...accounts.map(
      ({ role, email, organisation }) => `  ${role.padEnd(widest)}  ${email} (${organisation})`,
    ),
  ].join('\n')
}
