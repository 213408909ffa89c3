import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMailAddress } from '../../people/public.ts'
import { findReferral } from '../find-referral/find-referral.query.ts'

/** Where an answer goes: to who sent it, as long as that account works and the referral was not taken back. */
export async function findSenderAddress(
  db: ReadHandle,
  scope: JobScope,
  { subjectId, accountId }: { readonly subjectId: string; readonly accountId: string | undefined },
): Promise<string | undefined> {
  const referral = await findReferral(db, scope, subjectId)
  return accountId !== undefined && referral?.madeBy === accountId && referral.state !== 'withdrawn'
    ? findMailAddress(db, scope, accountId)
    : undefined
}
