import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The municipalities that pay for a desk that stands elsewhere. */
export async function findFinancingElsewhere(db: ReadHandle, _scope: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('desks.financiers as paying')
    .innerJoin('desks.desks as desk', 'desk.id', 'paying.desk_id')
    .select('paying.municipality_code as code')
    .distinct()
    .whereRef('desk.municipality_code', '<>', 'paying.municipality_code')
    .execute()
  return rows.map(({ code }) => code)
}
