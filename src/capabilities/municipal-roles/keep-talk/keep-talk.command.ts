import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { PolicyArea } from '../../directory/public.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'
import type { TalkFacts } from '../talk.ts'

const row = ({ libraryId, notes: _, ...facts }: TalkFacts) => ({ ...facts, library_id: libraryId })

/** Keeps what the municipality noted for itself apart from what the library reads. */
async function keepNotes(tx: WriteHandle, talkId: string, notes: string): Promise<void> {
  await tx
    .insertInto('municipal_roles.talk_notes')
    .values({ talk_id: talkId, notes })
    .onConflict((conflict) => conflict.column('talk_id').doUpdateSet({ notes }))
    .execute()
}

/** Plans a three-party talk, or notes one that was. The same id twice is one. */
export async function addTalk(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { municipalityCode, area }: { readonly municipalityCode: string; readonly area: PolicyArea },
  id: string,
  facts: TalkFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.talks')
    .values({ id, municipality_code: municipalityCode, area, ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n) await keepNotes(tx, id, facts.notes)
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.add-talk',
    subjectKind: 'talk',
    subjectId: id,
    rows: numInsertedOrUpdatedRows,
    details: { municipality: municipalityCode, area },
  })
}

/** Changes a talk, if nobody did so since `version`. */
export async function changeTalk(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Versioned,
  facts: TalkFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.talks')
    .set((eb) => ({ ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) await keepNotes(tx, id, facts.notes)
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.change-talk',
    subjectKind: 'talk',
    subjectId: id,
    rows: numUpdatedRows,
  })
}
