import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { FormChoice } from '../form-definition.ts'

/** Keeps which form the library uses from a day on; a second choice for the same day takes the place of the first. */
export async function chooseForm(
  tx: WriteHandle,
  scope: LibraryScope,
  { formCode, validFrom }: FormChoice,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('lists.library_forms')
    .values({ library_id: scope.libraryId, form_code: formCode, valid_from: validFrom })
    .onConflict((conflict) =>
      conflict.columns(['library_id', 'valid_from']).doUpdateSet({ form_code: formCode }),
    )
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'lists.choose-form',
    subjectKind: 'library-form',
    subjectId: formCode,
    libraryId: scope.libraryId,
    details: { from: validFrom },
  })
}
