import { uuidv7 } from 'uuidv7'
import type { WriteHandle } from '../database/handle.ts'
import type { MasterKeys } from '../personal-data/master-keys.ts'
import type { Instant } from '../time/local-time.ts'
import type { Scope } from './scope.ts'
import { hashToken } from './sessions.command.ts'

/** What a link is for. A link for one purpose opens nothing of another. */
export const linkPurposes = [
  'directory.confirm',
  'referrals.answer',
  'referrals.visitor',
  'referrals.sender',
  'referrals.appointment',
  'referrals.call-back',
  'referrals.calendar',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/**
 * Makes a link for one purpose and one thing: 256 bits that follow from its id and a key outside the database. The token goes in
 * the address, as `/antwoord/<token>`; the database keeps its hash.
 */
export async function makeLink(
  tx: WriteHandle,
  _scope: Scope,
  keys: MasterKeys,
  link: { readonly purpose: LinkPurpose; readonly subjectId: string; readonly expiresAt: Instant },
  now: Instant,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = uuidv7()
  const token = keys.tokenOf(id)
  await tx
    .insertInto('platform.links')
    .values({
      id,
      token_hash: hashToken(token),
      purpose: link.purpose,
      subject_id: link.subjectId,
      made_at: now.toString(),
      expires_at: link.expiresAt.toString(),
    })
    .execute()
  return { id, token }
}

/**
 * Makes a short code open the same as a link would: for who has it on paper. The database keeps a hash that is useless without the
 * key. @throws when another thing has the same code
 */
export async function makeCodeLink(
  tx: WriteHandle,
  _scope: Scope,
  keys: MasterKeys,
  link: {
    readonly purpose: LinkPurpose
    readonly code: string
    readonly subjectId: string
    readonly expiresAt: Instant
  },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('platform.links')
    .values({
      id: uuidv7(),
      token_hash: hashToken(tokenOfCode(keys, link.code)),
      purpose: link.purpose,
      subject_id: link.subjectId,
      made_at: now.toString(),
      expires_at: link.expiresAt.toString(),
    })
    .execute()
}

/** What stands in a link for a short code. */
export const tokenOfCode = (keys: MasterKeys, code: string): string =>
  keys.hashOfCode(code).toString('base64url')

/** Lets every link and code for this purpose and thing last until another moment. */
export async function prolongLinks(
  tx: WriteHandle,
  _scope: Scope,
  {
    purpose,
    subjectId,
    expiresAt,
  }: { readonly purpose: LinkPurpose; readonly subjectId: string; readonly expiresAt: Instant },
): Promise<void> {
  await tx
    .updateTable('platform.links')
    .set({ expires_at: expiresAt.toString() })
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .execute()
}

/** Marks that something was done with a link; the first time counts. */
export async function markLinkUsed(
  tx: WriteHandle,
  _scope: Scope,
  token: string,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('platform.links')
    .set({ used_at: now.toString() })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .execute()
}

/** Takes back every link for this purpose and thing. */
export async function endLinks(
  tx: WriteHandle,
  _scope: Scope,
  { purpose, subjectId }: { readonly purpose: LinkPurpose; readonly subjectId: string },
): Promise<void> {
  await tx
    .deleteFrom('platform.links')
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .execute()
}

/** Removes what ran out. @returns how many */
export async function forgetLinks(tx: WriteHandle, _scope: Scope, now: Instant): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('platform.links')
    .where('expires_at', '<', now)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
