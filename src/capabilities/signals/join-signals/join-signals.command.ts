import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Joined into no other, or into one that its desk took back. */
export const standsByItself = sql<boolean>`(signals.joined_into is null or exists
  (select from signals.signals as gone where gone.id = signals.joined_into and gone.withdrawn_at is not null))`

export type JoinOutcome = 'kept' | 'changed-meanwhile'

/**
 * Joins signals into one that stands for them, with all that was joined into those. Nothing is done when one of them was joined,
 * taken back or is of another municipality.
 */
export async function joinSignals(
  tx: WriteHandle,
  scope: MunicipalityScope,
  leadId: string,
  otherIds: readonly string[],
  now: Instant,
): Promise<JoinOutcome> {
  const wanted = [...new Set([leadId, ...otherIds])]
  // In one order, so that two officials who join the same the other way round wait for each other.
  const found = await tx
    .selectFrom('signals.signals')
    .select(['id', 'municipality_code as code'])
    .where('id', 'in', wanted)
    .where(standsByItself)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const isWhole = found.length === wanted.length && new Set(found.map(({ code }) => code)).size === 1
  const others = wanted.filter((id) => id !== leadId)
  const joins = isWhole && others.length > 0
  if (joins) {
    await tx.updateTable('signals.signals').set({ joined_into: null }).where('id', '=', leadId).execute()
    await tx
      .updateTable('signals.signals')
      .set((eb) => ({ joined_into: leadId, version: eb('version', '+', 1) }))
      .where((eb) => eb.or([eb('id', 'in', others), eb('joined_into', 'in', others)]))
      .execute()
    await tx
      .insertInto('signals.changes')
      .values(
        others.map((id) => ({
          id: uuidv7(),
          signal_id: id,
          kind: 'joined',
          changed_at: now.toString(),
        })),
      )
      .execute()
  }
  await recordAudit(tx, scope, now, {
    action: 'signals.join',
    subjectKind: 'signal',
    subjectId: leadId,
    details: { kept: joins, others: others.length },
  })
  return joins ? 'kept' : 'changed-meanwhile'
}

/** Lets a joined signal stand by itself again, as it stood before. */
export async function takeApart(
  tx: WriteHandle,
  scope: MunicipalityScope,
  leadId: string,
  signalId: string,
  now: Instant,
): Promise<JoinOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('signals.signals')
    .set((eb) => ({ joined_into: null, version: eb('version', '+', 1) }))
    .where('id', '=', signalId)
    .where('joined_into', '=', leadId)
    .executeTakeFirstOrThrow()
  const kept = numUpdatedRows > 0n
  if (kept)
    await tx
      .insertInto('signals.changes')
      .values({ id: uuidv7(), signal_id: signalId, kind: 'taken-apart', changed_at: now.toString() })
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'signals.take-apart',
    subjectKind: 'signal',
    subjectId: signalId,
    details: { kept },
  })
  return kept ? 'kept' : 'changed-meanwhile'
}
