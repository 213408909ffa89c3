import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { FigureChange } from '../append-figures/append-figures.command.ts'

/**
 * What all contacts of these days (both inclusive) come to, a change for each desk and day, in the place of the changes of
 * those days that wait: those are taken away. One statement, and so one snapshot: a contact that comes in meanwhile is in
 * neither, and its own change waits.
 */
export async function recountChanges(
  tx: WriteHandle,
  _scope: JobScope,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<FigureChange[]> {
  const { rows } = await sql<FigureChange>`
    with taken as (delete from contacts.figure_changes where day between ${from}::date and ${until}::date),
    counted as (
      select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
      from contacts.contact_cells where day between ${from}::date and ${until}::date
      group by library_id, desk_id, municipality_code, day, cell
    )
    select library_id as "libraryId", desk_id as "deskId", municipality_code as "municipalityCode", day, jsonb_object_agg(cell, number) as cells
    from counted group by library_id, desk_id, municipality_code, day`.execute(tx)
  return rows
}
