import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { ListedKind } from '../direction.ts'
import type { KeptOutcome } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'

/**
 * Notes that a kind of organisation is not here and why, or takes that back when the reason is empty; if nobody did so since
 * `version` (0: nothing was noted).
 */
export async function noteAbsentKind(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    municipalityCode,
    kind,
    version,
  }: { readonly municipalityCode: string; readonly kind: ListedKind; readonly version: number },
  reason: string,
  now: Instant,
): Promise<KeptOutcome> {
  const withdrawn = reason === '' ? now.toString() : null
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.absent_kinds')
    .values({
      municipality_code: municipalityCode,
      kind,
      reason,
      withdrawn_at: withdrawn,
      noted_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_code', 'kind'])
        .doUpdateSet((eb) => ({
          reason,
          withdrawn_at: withdrawn,
          noted_at: now.toString(),
          version: eb('municipal_roles.absent_kinds.version', '+', 1),
        }))
        .where((eb) =>
          eb.or([
            eb('municipal_roles.absent_kinds.version', '=', version),
            eb('municipal_roles.absent_kinds.withdrawn_at', 'is not', null),
          ]),
        ),
    )
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.note-absent-kind',
    subjectKind: 'area',
    subjectId: municipalityCode,
    rows: numInsertedOrUpdatedRows,
    details: { kind, absent: reason !== '' },
  })
}
