import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'

export interface TakenChanges {
  readonly changes: number
  /** JSON: `{ level, key, day, cell, number }[]`, each once. As text, since it goes back to the database as it is. */
  readonly sums: string
}

/**
 * Takes the oldest waiting changes, at most so many, and adds them up by level, key, day and cell. In the transaction
 * that counts them elsewhere: then each is counted once, whatever breaks.
 */
export async function takeFigureChanges(
  tx: WriteHandle,
  _scope: JobScope,
  most: number,
): Promise<TakenChanges> {
  const { rows } = await sql<TakenChanges>`
    with taken as (
      delete from contacts.figure_changes
      where id = any (array(select id from contacts.figure_changes order by id limit ${most}))
      returning library_id, desk_id, municipality_code, day, cells
    ),
    summed as (
      select level, key, day, cell, sum(number)::integer as number
      from taken, lateral contacts.cells_at_levels(library_id, desk_id, municipality_code, cells)
      group by level, key, day, cell
    )
    select (select count(*)::integer from taken) as changes,
      coalesce((select json_agg(summed)::text from summed), '[]') as sums`.execute(tx)
  return rows[0] ?? { changes: 0, sums: '[]' }
}
