import { sql } from 'kysely'
import type { DeskScope, JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Cells } from '../contact-cells.ts'

/** What was added to the counts of a desk on a day; negative numbers were taken away. */
export interface FigureChange {
  readonly libraryId: string
  readonly deskId: string
  /** Where the desk stood. */
  readonly municipalityCode: string
  readonly day: string
  readonly cells: Cells
}

/** Appends what a command changed in the counts, in its own transaction. The fold adds it up within seconds. */
export async function appendFigureChanges(
  tx: WriteHandle,
  _scope: DeskScope | LibraryScope | JobScope,
  changes: readonly FigureChange[],
  now: Instant,
): Promise<void> {
  if (changes.length === 0) return
  await sql`
    insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
    select "libraryId", "deskId", "municipalityCode", day, cells, ${now.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as change ("libraryId" uuid, "deskId" uuid, "municipalityCode" text, day date, cells jsonb)`.execute(tx)
}

type Together = { readonly tallyId: string } | { readonly importId: string }

/** Adds all contacts of an import to the counts, by what stands in the tables at this moment. */
export function appendAddition(
  tx: WriteHandle,
  _scope: DeskScope | LibraryScope | JobScope,
  of: Together,
  now: Instant,
): Promise<void> {
  return appendAll(tx, of, 1, now)
}

/**
 * Takes all contacts of a tally or an import out of the counts, by what stands in the tables at this moment: call it
 * before they are removed, with the rows held.
 */
export function appendRemoval(
  tx: WriteHandle,
  _scope: DeskScope | LibraryScope | JobScope,
  of: Together,
  now: Instant,
): Promise<void> {
  return appendAll(tx, of, -1, now)
}

async function appendAll(tx: WriteHandle, of: Together, times: 1 | -1, now: Instant): Promise<void> {
  const [column, id] = 'tallyId' in of ? ['tally_id', of.tallyId] : ['import_id', of.importId]
  await sql`
    insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
    select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number * ${times}), ${now.toString()}::timestamptz
    from (
      select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
      from contacts.contact_cells where ${sql.ref(column)} = ${id}::uuid
      group by library_id, desk_id, municipality_code, day, cell
    ) as counted
    group by library_id, desk_id, municipality_code, day`.execute(tx)
}
