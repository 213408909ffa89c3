import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/**
 * Asks a library to look at its part of an account. Asking again after an answer wipes that answer; asking while it is being
 * looked at changes nothing.
 */
export async function askLibrary(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    municipalityCode,
    year,
    libraryId,
  }: { readonly municipalityCode: string; readonly year: number; readonly libraryId: string },
  now: Instant,
): Promise<void> {
  const asked = {
    state: 'asked',
    desks: null,
    questions: null,
    materials: null,
    remark: '',
    asked_at: now.toString(),
    answered_at: null,
    answered_by: null,
  }
  const row = await tx
    .insertInto('funding.library_parts')
    .values({ id: uuidv7(), municipality_code: municipalityCode, year, library_id: libraryId, ...asked })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_code', 'year', 'library_id'])
        .doUpdateSet((eb) => ({ ...asked, version: eb('funding.library_parts.version', '+', 1) }))
        .where('funding.library_parts.state', '<>', 'asked'),
    )
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'funding.ask-library',
    subjectKind: 'library',
    subjectId: libraryId,
    libraryId,
    details: { municipality: municipalityCode, year, asked: row !== undefined },
  })
}
