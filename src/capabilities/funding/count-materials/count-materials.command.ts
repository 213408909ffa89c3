import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { MaterialFacts } from './count-materials.form.ts'

/** Whose materials are counted, for which municipality. */
export interface CountedFor {
  readonly libraryId: string
  readonly municipalityCode: string
  readonly year: number
}

/**
 * Keeps how many of each learning material were used, all lines or none. A library and a municipality may do so at once: who sends
 * lines that another changed meanwhile gets nothing kept, and looks again.
 */
export async function keepMaterials(
  tx: WriteHandle,
  scope: LibraryScope | MunicipalityScope,
  { libraryId, municipalityCode, year }: CountedFor,
  facts: readonly MaterialFacts[],
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const stored = await tx
    .selectFrom('funding.learning_counts')
    .select(['id', 'material', 'used', 'version'])
    .where('library_id', '=', libraryId)
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .orderBy('id')
    .forUpdate()
    .execute()
  const sent = new Map(facts.flatMap((line) => (line.id ? [[line.id, line] as const] : [])))
  const isSame =
    stored.length === sent.size && stored.every(({ id, version }) => sent.get(id)?.version === version)
  const isKept =
    isSame && (await keepLines(tx, scope, { libraryId, municipalityCode, year }, facts, stored, now))
  await recordAudit(tx, scope, now, {
    action: 'funding.count-materials',
    subjectKind: 'library',
    subjectId: libraryId,
    libraryId,
    details: { municipality: municipalityCode, year, lines: facts.length, kept: isKept },
  })
  return isKept ? 'kept' : 'changed-meanwhile'
}

async function keepLines(
  tx: WriteHandle,
  scope: LibraryScope | MunicipalityScope,
  { libraryId, municipalityCode, year }: CountedFor,
  facts: readonly MaterialFacts[],
  stored: readonly { readonly id: string; readonly material: string; readonly used: number }[],
  now: Instant,
): Promise<boolean> {
  // First what goes and what gets another name, so that a name may move to another line.
  const gone = facts.flatMap(({ id, used }) => (id && used === undefined ? [id] : []))
  if (gone.length > 0) await tx.deleteFrom('funding.learning_counts').where('id', 'in', gone).execute()
  const renamed = facts.flatMap(({ id, material, used }) =>
    id && used !== undefined && stored.find((line) => line.id === id)?.material !== material ? [id] : [],
  )
  if (renamed.length > 0)
    await tx
      .updateTable('funding.learning_counts')
      .set({ material: sql`id::text` })
      .where('id', 'in', renamed)
      .execute()
  for (const { id, material, used } of facts) {
    if (used === undefined) continue
    const before = stored.find((line) => line.id === id)
    if (before?.material === material && before.used === used) continue
    if (id) {
      await tx
        .updateTable('funding.learning_counts')
        .set((eb) => ({ material, used, counted_by: scope.accountId, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute()
      continue
    }
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('funding.learning_counts')
      .values({
        id: uuidv7(),
        library_id: libraryId,
        municipality_code: municipalityCode,
        year,
        material,
        used,
        counted_by: scope.accountId,
        created_at: now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 0n) return false
  }
  return true
}
