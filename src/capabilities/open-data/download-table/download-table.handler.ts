import { publicScope } from '../../../platform/auth/scope.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { keptForOthers } from '../kept-for-others.ts'
import type { TableName } from '../published-cell.ts'
import { findCells, listReleases } from '../read-published/read-published.query.ts'
import { tableFile } from '../table-file.ts'

/** The files as they were made last, in this process: a release never changes, so they hold until there is another. */
const made = new Map<TableName, { readonly releases: string; readonly file: string }>()

/** One table as a CSV file. */
export const downloadTable =
  (table: TableName) =>
  async (request: WebRequest): Promise<Reply> => {
    const file = await request.database.read(publicScope, async (db) => {
      const releases = (await listReleases(db, publicScope))
        .map(({ period, releasedAt }) => `${period} ${releasedAt}`)
        .join()
      const known = made.get(table)
      if (known?.releases === releases) return known.file
      const fresh = tableFile(await findCells(db, publicScope, { table }))
      made.set(table, { releases, file: fresh })
      return fresh
    })
    return keptForOthers('text/csv; charset=utf-8', file)
  }
