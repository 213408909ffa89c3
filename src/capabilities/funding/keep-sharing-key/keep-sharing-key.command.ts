import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { SharingKey } from '../sharing.ts'
import type { KeyFacts } from './keep-sharing-key.form.ts'

/** A number that counts for a municipality; null: nobody counted it yet. */
export type Basis = ReadonlyMap<string, number | null>

/** Makes a key. The same id twice is one key; 'sent-before': it was there, and stays as it is. */
export async function addSharingKey(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, libraryId, madeBy }: Pick<SharingKey, 'id' | 'libraryId' | 'madeBy'>,
  { name, kind, fromYear, untilYear }: KeyFacts,
  basis: Basis,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding.sharing_keys')
    .values({
      id,
      library_id: libraryId,
      made_by: madeBy,
      name,
      kind,
      from_year: fromYear,
      until_year: untilYear,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows === 1n
  if (kept) await keepParts(tx, id, basis)
  await recordAudit(tx, scope, now, {
    action: 'funding.add-sharing-key',
    subjectKind: 'sharing-key',
    subjectId: id,
    details: { municipality: madeBy, kind, parts: basis.size, kept },
  })
  return kept ? 'kept' : 'sent-before'
}

/** Changes a key, if nobody did so since `version`. What was shared by it before stays as it was. */
export async function changeSharingKey(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Pick<SharingKey, 'id' | 'version'>,
  { name, kind, fromYear, untilYear }: KeyFacts,
  basis: Basis,
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const { numUpdatedRows } = await tx
    .updateTable('funding.sharing_keys')
    .set((eb) => ({
      name,
      kind,
      from_year: fromYear,
      until_year: untilYear,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) {
    await tx.deleteFrom('funding.sharing_parts').where('key_id', '=', id).execute()
    await keepParts(tx, id, basis)
  }
  await recordAudit(tx, scope, now, {
    action: 'funding.change-sharing-key',
    subjectKind: 'sharing-key',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n, kind, parts: basis.size },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}

/** Keeps the numbers that count for some municipalities of a key; those of the others stay. Whoever has the key open is told. */
export async function keepBasis(
  tx: WriteHandle,
  scope: MunicipalityScope,
  keyId: string,
  basis: ReadonlyMap<string, number>,
  now: Instant,
): Promise<void> {
  // First the key, as who changes it does: so that nobody waits for somebody who waits for him.
  await sql`select funding.raise_sharing_key(${keyId}::uuid)`.execute(tx)
  for (const [code, number] of basis)
    await tx
      .updateTable('funding.sharing_parts')
      .set({ basis: number })
      .where('key_id', '=', keyId)
      .where('municipality_code', '=', code)
      .execute()
  await recordAudit(tx, scope, now, {
    action: 'funding.count-sharing-key',
    subjectKind: 'sharing-key',
    subjectId: keyId,
    details: Object.fromEntries(basis),
  })
}

async function keepParts(tx: WriteHandle, keyId: string, basis: Basis): Promise<void> {
  await tx
    .insertInto('funding.sharing_parts')
    .values([...basis].map(([code, number]) => ({ key_id: keyId, municipality_code: code, basis: number })))
    .execute()
}
