import { sql } from 'kysely'
import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** What was counted at a desk in a month: in the municipality that is asked for (`here`), or elsewhere. */
export interface DeskMonth {
  readonly deskId: string
  readonly libraryId: string
  /** The contacts were in the municipality, wherever the desk stands or stood. */
  readonly here: boolean
  /** As 2026-03. */
  readonly month: string
  readonly contacts: number
  readonly questions: number
  /** How many of the contacts are marks of a tally. */
  readonly tallied: number
}

/**
 * Contacts and questions by desk and month within days (both inclusive), exact, straight from the contacts: of desks that stand in
 * these municipalities or that they pay for, and of all that was in them. A municipality sees its own, with those that merged into
 * it; a library what is its own.
 * @param codes municipalities that count as one: itself, and those that merged into it before
 */
export async function countQuestions(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  codes: readonly string[],
  period: { readonly from: string; readonly until: string },
): Promise<DeskMonth[]> {
  const { rows } = await sql<DeskMonth>`
    select desk_id as "deskId", library_id as "libraryId", here, to_char(month, 'YYYY-MM') as month, contacts, questions, tallied
    from contacts.count_questions(${codes}::text[], ${period.from}::date, ${period.until}::date)
    order by month, desk_id`.execute(db)
  return rows
}
