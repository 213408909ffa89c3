import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { readPerson } from '../read-person/read-person.command.ts'

/**
 * Where a mail to a visitor about his referral or a leaflet goes, asked right before it does: nowhere when his data was erased
 * meanwhile. The reading is logged.
 */
export async function findReferredAddress(
  tx: WriteHandle,
  scope: JobScope,
  keys: MasterKeys,
  referralId: string,
  now: Instant,
): Promise<string | undefined> {
  const person = await readPerson(tx, scope, keys, { kind: 'referral', id: referralId, why: 'mail' }, now)
  return person && person !== 'sign-first' && person.contact?.kind === 'email'
    ? person.contact.value
    : undefined
}
