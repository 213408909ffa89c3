import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, LinkScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { nextReview } from '../freshness.ts'
import type { CheckResult, CheckWay } from '../upkeep.ts'

/** Who may say that an entry is right: who keeps it, and the partner by its link. */
export type ConfirmScope = DeskScope | NationalScope | LinkScope

/**
 * Writes down that somebody looked whether an entry is right, how, and what came of it. Right, or changed meanwhile: it is fresh from
 * today. That a partner ended counts when who keeps the entry says so; by its link it is only told.
 */
export async function confirmEntry(
  tx: WriteHandle,
  scope: ConfirmScope,
  check: {
    readonly partnerId: string
    readonly how: CheckWay | 'link'
    readonly result: CheckResult
    readonly note?: string
  },
  now: Instant,
): Promise<void> {
  const today = localDay(now)
  const { partnerId, how, result } = check
  const isFresh = result === 'right' || (result === 'changed' && scope.kind !== 'link')
  const ends = result === 'ended' && scope.kind !== 'link'
  const entry = foundOrRefuse(
    await tx
      .updateTable('directory.partners')
      .set((eb) => ({
        // Who has the form open sees that somebody was there meanwhile.
        ...((isFresh || ends) && { version: eb('version', '+', 1) }),
        ...(isFresh && { confirmed_on: today, review_on: nextReview(today) }),
        ...(ends && { ended_on: today }),
        id: partnerId,
      }))
      .where('id', '=', partnerId)
      .where('ended_on', 'is', null)
      .returning('library_id as libraryId')
      .executeTakeFirst(),
  )
  await tx
    .insertInto('directory.confirmations')
    .values({
      id: uuidv7(),
      partner_id: partnerId,
      at: now.toString(),
      how,
      result,
      account_id: 'accountId' in scope ? scope.accountId : null,
      note: check.note ?? '',
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.confirm',
    subjectKind: 'partner',
    subjectId: partnerId,
    libraryId: entry.libraryId ?? undefined,
    details: { how, result },
  })
}

/** Makes somebody the one who keeps an entry. */
export async function takeEntry(
  tx: WriteHandle,
  scope: DeskScope | NationalScope,
  partnerId: string,
  now: Instant,
): Promise<void> {
  const entry = foundOrRefuse(
    await tx
      .updateTable('directory.partners')
      .set((eb) => ({ keeper_account_id: scope.accountId, version: eb('version', '+', 1) }))
      .where('id', '=', partnerId)
      .returning('library_id as libraryId')
      .executeTakeFirst(),
  )
  await recordAudit(tx, scope, now, {
    action: 'directory.take-entry',
    subjectKind: 'partner',
    subjectId: partnerId,
    libraryId: entry.libraryId ?? undefined,
  })
}
