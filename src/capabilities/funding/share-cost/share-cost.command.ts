import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { lockCost } from '../lock-cost/lock-cost.command.ts'
import type { SharedCost } from '../sharing.ts'

/** Offers an amount to all municipalities of a key, each its part. The same id twice is one cost; 'sent-before': it was there, and stays as it is. */
export async function shareCost(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    id,
    keyId,
    year,
    day,
    purpose,
    kind,
    description,
    amountCents,
    parts,
    madeBy,
  }: Omit<SharedCost, 'keyName' | 'libraryId' | 'isWithdrawn'>,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding.shared_costs')
    .values({
      id,
      key_id: keyId,
      year,
      day,
      purpose,
      kind,
      description,
      amount_cents: amountCents,
      parts: JSON.stringify(parts),
      made_by: madeBy,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows === 1n
  await recordAudit(tx, scope, now, {
    action: 'funding.share-cost',
    subjectKind: 'shared-cost',
    subjectId: id,
    details: { municipality: madeBy, year, cents: amountCents, kept },
  })
  return kept ? 'kept' : 'sent-before'
}

/** Takes back an amount that was offered. Who took its part over keeps it in its books until it strikes it out. */
export async function withdrawCost(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, madeBy }: Pick<SharedCost, 'id' | 'madeBy'>,
  now: Instant,
): Promise<void> {
  await lockCost(tx, scope, id)
  await tx
    .updateTable('funding.shared_costs')
    .set({ withdrawn_at: now.toString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'funding.withdraw-cost',
    subjectKind: 'shared-cost',
    subjectId: id,
    details: { municipality: madeBy },
  })
}
