import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Agreement, AgreementStatus } from '../agreement.ts'

/** A step in the life of an agreement. `agreed`: of which version, and on which day; `ended`: from which day it holds no more. */
export type StatusChange =
  | { readonly status: 'draft' | 'proposed' }
  | { readonly status: 'agreed'; readonly number: number; readonly day: string }
  | { readonly status: 'ended'; readonly day: string }

/** `open-blanks`: the version still says 'to be filled in', and no signed paper hangs on it that says what was agreed. */
export type StatusOutcome = 'kept' | 'changed-meanwhile' | 'open-blanks' | 'no-version'

/**
 * Brings an agreement to a status, if nobody changed it since `version`. Back to a draft, nothing counts as agreed any more; on
 * one day one version is agreed.
 */
export async function changeStatus(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  change: StatusChange,
  now: Instant,
): Promise<StatusOutcome> {
  const outcome = await bringTo(tx, { id, version }, change)
  await recordAudit(tx, scope, now, {
    action: 'agreements.change-status',
    subjectKind: 'municipal-agreement',
    subjectId: id,
    details: { status: change.status, outcome },
  })
  return outcome
}

async function bringTo(
  tx: WriteHandle,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  change: StatusChange,
): Promise<StatusOutcome> {
  if (change.status === 'agreed') {
    const found = await tx
      .selectFrom('agreements.versions as version')
      .select(['version.id', 'version.open_blanks as openBlanks'])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('agreements.papers as paper')
              .select('paper.id')
              .whereRef('paper.version_id', '=', 'version.id')
              .where('paper.removed_at', 'is', null),
          )
          .as('hasPaper'),
      )
      .where('version.agreement_id', '=', id)
      .where('version.number', '=', change.number)
      .executeTakeFirst()
    if (!found) return 'no-version'
    if (found.openBlanks > 0 && !found.hasPaper) return 'open-blanks'
  }
  if (!(await take(tx, { id, version }, change.status, change.status === 'ended' ? change.day : null)))
    return 'changed-meanwhile'
  if (change.status === 'draft' || change.status === 'proposed')
    await tx
      .updateTable('agreements.versions')
      .set({ agreed_on: null })
      .where('agreement_id', '=', id)
      .where('agreed_on', 'is not', null)
      .execute()
  if (change.status === 'agreed') {
    await tx
      .updateTable('agreements.versions')
      .set({ agreed_on: null })
      .where('agreement_id', '=', id)
      .where('agreed_on', '=', change.day)
      .execute()
    await tx
      .updateTable('agreements.versions')
      .set({ agreed_on: change.day })
      .where('agreement_id', '=', id)
      .where('number', '=', change.number)
      .execute()
  }
  return 'kept'
}

async function take(
  tx: WriteHandle,
  { id, version }: Pick<Agreement, 'id' | 'version'>,
  status: AgreementStatus,
  endedOn: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.agreements')
    .set((eb) => ({ status, ended_on: endedOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
