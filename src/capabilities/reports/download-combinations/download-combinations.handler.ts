import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { askedFigures } from '../asked-figures.ts'
import { combinationsTable } from '../combinations-file.ts'
import { fileName } from '../figures-file.ts'
import { nameOfArea } from '../figures-head.page.tsx'
import { figuresScope } from '../own-areas.ts'
import { readCombinations } from '../read-combinations/read-combinations.query.ts'

/** All that was asked together, also what stands on the page in a rest, as one long table. */
export async function downloadCombinations(request: WebRequest): Promise<Reply> {
  const { actor, t, language, url } = request
  const asked = await askedFigures(request)
  // What is wrong, and what is not counted yet, is said on the page.
  const back = seeOther(`/sturing/samenhang${url.search}`)
  if (!asked?.read.ok) return back
  const { filter } = asked.read
  const scope = figuresScope(actor, filter.area)
  const found = await request.database.read(scope, (db) =>
    readCombinations(db, scope, { ...filter, t, language }, request.clock.now()),
  )
  if (found.state !== 'counted') return back
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: fileName(`samenhang ${nameOfArea({ ...asked, filter })}`, filter.period, 'csv'),
    body: writeCsv(combinationsTable(found.cells, { t, language, nameOf: found.nameOf })),
  }
}
