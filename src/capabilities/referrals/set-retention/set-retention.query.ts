import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type RetentionTerm, retentionFields, usualTerm } from '../retention.ts'

/** Every term as it holds now: of the library, and of the nation. */
export async function readRetention(db: ReadHandle, scope: AdministrationScope): Promise<RetentionTerm[]> {
  const rows = await db
    .selectFrom('referrals.retention_terms')
    .select(['library_id as libraryId', 'about_kind as aboutKind', 'outcome', 'days'])
    .where((eb) =>
      scope.kind === 'library'
        ? eb.or([eb('library_id', 'is', null), eb('library_id', '=', scope.libraryId)])
        : eb('library_id', 'is', null),
    )
    .execute()
  return retentionFields.map(({ aboutKind, outcome }) => {
    const of = (national: boolean): number | undefined =>
      rows.find(
        (row) =>
          row.aboutKind === aboutKind && row.outcome === outcome && (row.libraryId === null) === national,
      )?.days
    return { aboutKind, outcome, own: of(false), national: of(true) ?? usualTerm }
  })
}
