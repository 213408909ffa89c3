import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/** Writes down what a visitor said, and shares it with the municipality of the desk. The same id twice is one quote. @returns 'sent-before': another quote has this id */
export async function addQuote(
  tx: WriteHandle,
  scope: DeskScope,
  quote: {
    readonly id: string
    readonly municipalityCode: string
    readonly text: string
    readonly heardOn: string
  },
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.quotes')
    .values({
      id: quote.id,
      library_id: scope.libraryId,
      desk_id: scope.deskId,
      municipality_code: quote.municipalityCode,
      text: quote.text,
      heard_on: quote.heardOn,
      shared_at: now.toString(),
      made_by: scope.accountId,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const same =
    numInsertedOrUpdatedRows === 1n ||
    (await tx
      .selectFrom('municipal_roles.quotes')
      .select('id')
      .where('id', '=', quote.id)
      .where('desk_id', '=', scope.deskId)
      .where('text', '=', quote.text)
      .where('heard_on', '=', quote.heardOn)
      .executeTakeFirst()) !== undefined
  await recordAudit(tx, scope, now, {
    action: 'municipal-roles.add-quote',
    subjectKind: 'quote',
    subjectId: quote.id,
    details: { kept: same },
  })
  return same ? 'kept' : 'sent-before'
}

/** Shows a quote to the municipality, or no longer. */
export async function shareQuote(
  tx: WriteHandle,
  scope: DeskScope,
  id: string,
  shared: boolean,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('municipal_roles.quotes')
    .set((eb) => ({ shared_at: shared ? now.toString() : null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('desk_id', '=', scope.deskId)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'municipal-roles.share-quote',
    subjectKind: 'quote',
    subjectId: id,
    details: { shared },
  })
}

/** Removes a quote for good: a visitor may think better of it. */
export async function removeQuote(
  tx: WriteHandle,
  scope: DeskScope,
  id: string,
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('municipal_roles.quotes')
    .where('id', '=', id)
    .where('desk_id', '=', scope.deskId)
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'municipal-roles.remove-quote',
    subjectKind: 'quote',
    subjectId: id,
    details: {},
  })
}
