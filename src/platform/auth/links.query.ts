import type { ReadHandle } from '../database/handle.ts'
import type { MasterKeys } from '../personal-data/master-keys.ts'
import { type Instant, secondsBetween } from '../time/local-time.ts'
import { type LinkPurpose, tokenOfCode } from './links.command.ts'
import { type LinkScope, type PublicScope, proveLink } from './scope.ts'
import { hashToken } from './sessions.command.ts'

/** What a token opens, if it is one for this purpose that has not run out. Wrong and run out are the same: nothing. */
export async function openLink(
  db: ReadHandle,
  _scope: PublicScope,
  { purpose, token }: { readonly purpose: LinkPurpose; readonly token: string },
  now: Instant,
): Promise<LinkScope | undefined> {
  const row = await db
    .selectFrom('platform.links')
    .select(['subject_id as subjectId', 'expires_at as expiresAt'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row && secondsBetween(now, row.expiresAt) > 0 ? proveLink(purpose, row.subjectId) : undefined
}

/** What a short code opens, by the same rules. @param code as `readShortCode` gave it */
export const openCode = (
  db: ReadHandle,
  scope: PublicScope,
  keys: MasterKeys,
  { purpose, code }: { readonly purpose: LinkPurpose; readonly code: string },
  now: Instant,
): Promise<LinkScope | undefined> => openLink(db, scope, { purpose, token: tokenOfCode(keys, code) }, now)
