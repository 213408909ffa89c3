import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { FigureChange } from '../append-figures/append-figures.command.ts'

/**
 * Takes the oldest waiting changes, at most so many. In the transaction that counts them elsewhere: then each is
 * counted once, whatever breaks.
 */
export async function takeFigureChanges(
  tx: WriteHandle,
  _scope: JobScope,
  most: number,
): Promise<FigureChange[]> {
  const { rows } = await sql<FigureChange>`
    delete from contacts.figure_changes
    where id = any (array(select id from contacts.figure_changes order by id limit ${most}))
    returning library_id as "libraryId", desk_id as "deskId", municipality_code as "municipalityCode", day, cells`.execute(
    tx,
  )
  return rows
}
