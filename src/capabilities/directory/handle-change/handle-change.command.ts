import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { nextReview } from '../freshness.ts'

/**
 * Takes over what a partner says is different, or does not. Telephone, description and hours in words come to stand as he wrote them; an
 * address is written by hand, since a point on the map belongs to it. Gone or unwanted: the entry ends today.
 */
export async function handleChange(
  tx: WriteHandle,
  scope: DeskScope | NationalScope,
  {
    id,
    partnerId,
    tookOver,
  }: { readonly id: string; readonly partnerId: string; readonly tookOver: boolean },
  now: Instant,
): Promise<void> {
  const today = localDay(now)
  const change = foundOrRefuse(
    await tx
      .updateTable('directory.proposed_changes')
      .set({ handled_at: now.toString(), handled_by: scope.accountId, took_over: tookOver })
      .where('id', '=', id)
      .where('partner_id', '=', partnerId)
      .where('handled_at', 'is', null)
      .returning(['what', 'phone', 'hours', 'description'])
      .executeTakeFirst(),
  )
  if (tookOver) {
    const { what, phone, description, hours } = change
    const ends = what !== 'change'
    foundOrRefuse(
      await tx
        .updateTable('directory.partners')
        .set((eb) => ({
          version: eb('version', '+', 1),
          ...(phone !== null && { phone }),
          ...(description !== null && { description }),
          // The partner looked himself: the entry is fresh from now on.
          ...(ends ? { ended_on: today } : { confirmed_on: today, review_on: nextReview(today) }),
        }))
        .where('id', '=', partnerId)
        .returning('id')
        .executeTakeFirst(),
    )
    if (hours !== null) {
      await tx
        .deleteFrom('directory.hours')
        .where('partner_id', '=', partnerId)
        .where('service_id', 'is', null)
        .where('location_id', 'is', null)
        .execute()
      await tx
        .insertInto('directory.hours')
        .values({ id: uuidv7(), partner_id: partnerId, note: hours })
        .execute()
    }
  }
  await recordAudit(tx, scope, now, {
    action: 'directory.handle-change',
    subjectKind: 'partner',
    subjectId: partnerId,
    libraryId: scope.kind === 'desk' ? scope.libraryId : undefined,
    details: { what: change.what, tookOver },
  })
}
