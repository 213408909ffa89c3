import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { zone } from '../../../platform/time/local-time.ts'
import type { DeskKind } from '../desk.ts'

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

/** A desk with who pays for it, and from when until when it was there. */
export interface FinancedDesk {
  readonly id: string
  readonly name: string
  readonly kind: DeskKind
  readonly libraryId: string
  /** Where it stands now. */
  readonly municipalityCode: string
  /** The day on which it came to Balie; it may have been there before. */
  readonly addedOn: string
  readonly active: boolean
  /** The first day on which nobody was helped there any more; null while it is open, or where nobody knows. */
  readonly closedOn: string | null
  /** Empty: nobody has said so. */
  readonly financiers: readonly string[]
}

/** The desks that stand in these municipalities or that they pay for, and those with these ids, closed ones too, by name. */
export async function findDesksToPayFor(
  db: ReadHandle,
  _scope: Scope,
  codes: readonly string[],
  ids: readonly string[],
): Promise<FinancedDesk[]> {
  const { rows } = await sql<FinancedDesk>`
    select desk.id, desk.name, desk.kind, desk.library_id as "libraryId", desk.municipality_code as "municipalityCode",
      (desk.created_at at time zone ${zone})::date as "addedOn", desk.active, desk.closed_on as "closedOn",
      array(select municipality_code from desks.financiers where desk_id = desk.id order by 1) as financiers
    from desks.desks as desk
    where desk.municipality_code = any (${codes}::text[]) or desk.id = any (${ids}::uuid[])
      or desk.id in (select desk_id from desks.financiers where municipality_code = any (${codes}::text[]))
    order by desk.name`.execute(db)
  return rows
}
