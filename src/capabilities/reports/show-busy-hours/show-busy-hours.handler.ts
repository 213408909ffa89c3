import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { askedFigures } from '../asked-figures.ts'
import { noAreaPage, wrongFilterPage } from '../figures-head.page.tsx'
import { figuresScope, mayOpenContacts } from '../own-areas.ts'
import { readBusyHours } from '../read-busy-hours/read-busy-hours.query.ts'
import { fullField, uncountedPage } from '../uncounted.page.tsx'
import { busyHoursPage } from './show-busy-hours.page.tsx'

/** At which hours of the week people came, and how that goes with when desks were open. */
export async function showBusyHours(request: WebRequest): Promise<Reply> {
  const { actor, t, language } = request
  const address = '/sturing/drukte'
  const asked = await askedFigures(request)
  if (!asked) return showPage(noAreaPage(t, address))
  const { areas, read, choices } = asked
  const form = { t, language, address, areas, choices, typed: read.typed } as const
  if (!read.ok) return showAgain(wrongFilterPage({ ...form, errors: read.errors }))
  const { area } = read.filter
  const scope = figuresScope(actor, area)
  const now = request.clock.now()
  const found = await request.database.read(scope, (db) => readBusyHours(db, scope, read.filter, now))
  const page = { ...form, filter: read.filter }
  if (found.state === 'too-many' || found.state === 'counting')
    return showPage(uncountedPage({ ...page, found, full: request.query(fullField) !== '' }))
  return showPage(busyHoursPage({ ...page, found, now, opens: mayOpenContacts(actor, area) }))
}
