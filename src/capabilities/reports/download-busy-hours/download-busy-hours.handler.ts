import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { askedFigures } from '../asked-figures.ts'
import { busyHoursTable } from '../busy-hours-words.ts'
import { fileName } from '../figures-file.ts'
import { nameOfArea } from '../figures-head.page.tsx'
import { figuresScope } from '../own-areas.ts'
import { readBusyHours } from '../read-busy-hours/read-busy-hours.query.ts'

/** The contacts of each hour of the week, and how long desks were open then. */
export async function downloadBusyHours(request: WebRequest): Promise<Reply> {
  const { actor, t, language, url } = request
  const asked = await askedFigures(request)
  // What is wrong, and what is not counted yet, is said on the page.
  const back = seeOther(`/sturing/drukte${url.search}`)
  if (!asked?.read.ok) return back
  const { filter } = asked.read
  const scope = figuresScope(actor, filter.area)
  const found = await request.database.read(scope, (db) =>
    readBusyHours(db, scope, filter, request.clock.now()),
  )
  if (found.state !== 'counted') return back
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: fileName(`drukte ${nameOfArea({ ...asked, filter })}`, filter.period, 'csv'),
    body: writeCsv(busyHoursTable(found, { t, language })),
  }
}
