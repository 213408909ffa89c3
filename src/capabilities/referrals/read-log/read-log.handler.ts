import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { optionalDaySent } from '../../../platform/http/date-fields.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addDays, isDay, localDay } from '../../../platform/time/local-time.ts'
import { referralsPermissions } from '../permissions.ts'
import { readingCells, readLogPage } from './read-log.page.tsx'
import { countErasures, listReadings, longestFile } from './read-log.query.ts'

/** Erasures are told over so many days. */
const erasureDays = 365

export async function showReadLog(request: WebRequest): Promise<Reply> {
  const { t, url } = request
  const scope = request.actor.libraryScope(referralsPermissions['referrals.read-log'])
  const { form, from, until, errors } = period(request)
  const after = /^\d{1,15}$/.test(form.text('na')) ? Number(form.text('na')) : undefined
  const { readings, erasures } = await request.database.read(scope, async (db) => ({
    readings: await listReadings(db, scope, { from, until, after }),
    erasures: await countErasures(db, scope, addDays(localDay(request.clock.now()), -erasureDays)),
  }))
  const last = readings.length > rowsPerPage ? readings[rowsPerPage - 1] : undefined
  const page = readLogPage({
    t,
    form,
    errors,
    readings: readings.slice(0, rowsPerPage),
    erasures,
    file: addressOf('/beheer/privacy/gelezen.csv', url, undefined),
    older: last && addressOf(url.pathname, url, last.id),
    newest: after === undefined ? undefined : addressOf(url.pathname, url, undefined),
  })
  return errors.length > 0 ? showAgain(page) : showPage(page)
}

export async function downloadReadLog(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = request.actor.libraryScope(referralsPermissions['referrals.read-log'])
  const { from, until } = period(request)
  const readings = await request.database.read(scope, (db) =>
    listReadings(db, scope, { from, until, limit: longestFile }),
  )
  const header = ['when', 'who', 'kind', 'about', 'why'] as const
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `gelezen-${localDay(request.clock.now())}.csv`,
    body: writeCsv([
      header.map((column) => t(`privacy.log.${column}`)),
      ...readings.map((reading) => readingCells(t, reading)),
    ]),
  }
}

/** The days that were asked for; one that does not exist is told and left out. */
function period(request: WebRequest) {
  const form = new FormFields(request.url.searchParams)
  const days = { van: optionalDaySent(form, 'van'), tot: optionalDaySent(form, 'tot') }
  const errors = (['van', 'tot'] as const)
    .filter((field) => days[field] !== '' && !isDay(days[field]))
    .map((id) => ({ id, message: request.t('privacy.log.error.day') }))
  const good = (day: string): string | undefined => (isDay(day) ? day : undefined)
  return { form, from: good(days.van), until: good(days.tot), errors }
}

// The log grows while it is read: a place in it is a line, not the number of a page.
function addressOf(path: string, url: URL, after: number | undefined): string {
  const query = new URLSearchParams(url.searchParams)
  query.delete('na')
  if (after !== undefined) query.set('na', String(after))
  return query.size > 0 ? `${path}?${query}` : path
}
