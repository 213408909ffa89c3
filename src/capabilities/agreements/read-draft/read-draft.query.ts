import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { FilledBlock } from '../written-agreement.ts'

export interface FilledWithVersion {
  readonly filled: FilledBlock
  readonly version: number
}

/** What is being written: which blocks, and what was typed in each. */
export interface Draft {
  readonly blocks: readonly string[]
  /** Of the choice of blocks. */
  readonly version: number
  readonly filled: ReadonlyMap<string, FilledWithVersion>
}

/** The draft of an agreement; undefined for who does not keep it. */
export async function readDraft(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  agreementId: string,
): Promise<Draft | undefined> {
  const draft = await db
    .selectFrom('agreements.drafts')
    .select(['blocks', 'version'])
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  if (!draft) return undefined
  const rows = await db
    .selectFrom('agreements.filled_blocks')
    .select(['block', 'filled', 'version'])
    .where('agreement_id', '=', agreementId)
    .execute()
  return {
    ...draft,
    filled: new Map(
      rows.map(({ block, filled, version }) => [block, { filled: filled as FilledBlock, version }]),
    ),
  }
}
