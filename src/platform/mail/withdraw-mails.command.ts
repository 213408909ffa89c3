import { sql } from 'kysely'
import type { Scope } from '../auth/scope.ts'
import type { WriteHandle } from '../database/handle.ts'
import type { Instant } from '../time/local-time.ts'

/** Takes back and empties mail about a thing that has not gone yet. @returns how many */
export async function withdrawMails(
  tx: WriteHandle,
  _scope: Scope,
  { subjectId, purposes }: { readonly subjectId: string; readonly purposes: readonly string[] },
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ withdrawn: number }>`
    select platform.withdraw_mails(${subjectId}::uuid, ${[...purposes]}::text[], ${now.toString()}::timestamptz) as withdrawn
  `.execute(tx)
  return rows[0]?.withdrawn ?? 0
}
