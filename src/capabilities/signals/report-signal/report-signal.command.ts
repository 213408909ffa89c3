import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Signal } from '../signal.ts'

/** What a desk tells of a service. */
export type SignalFacts = Pick<
  Signal,
  'municipalityCode' | 'topicCode' | 'service' | 'problem' | 'often' | 'proposal'
>

/**
 * Keeps what a desk tells; who at the desk stands in the audit log of its library alone.
 * @param id made when the form was shown: the same form sent twice is one signal
 * @returns 'other-words': this id was sent before, and said something else
 */
export async function reportSignal(
  tx: WriteHandle,
  scope: DeskScope,
  id: string,
  facts: SignalFacts,
  now: Instant,
): Promise<'reported' | 'there-already' | 'other-words'> {
  const { municipalityCode, topicCode, ...words } = facts
  const row = { municipality_code: municipalityCode, topic_code: topicCode, ...words }
  const added = await tx
    .insertInto('signals.signals')
    .values({
      id,
      desk_id: scope.deskId,
      ...row,
      reported_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  const same =
    added ??
    (await tx
      .selectFrom('signals.signals')
      .select('id')
      .where('id', '=', id)
      .where('desk_id', '=', scope.deskId)
      .where((eb) => eb.and(row))
      .executeTakeFirst())
  const outcome = added ? 'reported' : same ? 'there-already' : 'other-words'
  await recordAudit(tx, scope, now, {
    action: 'signals.report',
    subjectKind: 'signal',
    subjectId: id,
    libraryId: scope.libraryId,
    details: { desk: scope.deskId, municipality: municipalityCode, outcome },
  })
  return outcome
}
