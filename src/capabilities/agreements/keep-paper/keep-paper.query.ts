import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** A signed paper, without its content. */
export interface Paper {
  readonly id: string
  readonly versionId: string
  readonly fileName: string
}

/** The papers of an agreement that the scope may see. */
export async function findPapers(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  agreementId: string,
): Promise<Paper[]> {
  return db
    .selectFrom('agreements.papers')
    .select(['id', 'version_id as versionId', 'file_name as fileName'])
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .execute()
}

/** A paper as it was handed in. */
export async function readPaper(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  { id, agreementId }: { readonly id: string; readonly agreementId: string },
): Promise<{ fileName: string; mediaType: string; content: Uint8Array } | undefined> {
  return db
    .selectFrom('agreements.papers')
    .select(['file_name as fileName', 'media_type as mediaType', 'content'])
    .where('id', '=', id)
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}
