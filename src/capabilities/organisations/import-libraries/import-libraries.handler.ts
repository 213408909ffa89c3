import type { NationalScope } from '../../../platform/auth/scope.ts'
import { type CsvRow, readCsv, writeCsv } from '../../../platform/csv/read-csv.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findMunicipalities } from '../find-municipalities/find-municipalities.query.ts'
import { chooseFilePage, previewPage } from '../import.page.tsx'
import { changesOf, countRows, readCarriedRows, sayFileProblem } from '../import-plan.ts'
import { libraryColumns, planLibraries } from '../library-plan.ts'
import { organisationsPermissions } from '../permissions.ts'
import { importLibraries } from './import-libraries.command.ts'
import { findKnownLibraries } from './import-libraries.query.ts'

const address = '/beheer/inlezen/bibliotheken'

export function showImportLibraries(request: WebRequest): Reply {
  scopeOf(request)
  return showPage(filePage(request, []))
}

export async function submitLibrariesFile(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = scopeOf(request)
  const file = await request.file('file')
  if (!file)
    return showAgain(filePage(request, [{ id: 'file', message: t('organisations.import.error.no-file') }]))
  const read = readCsv(new Uint8Array(await file.arrayBuffer()), libraryColumns, ['naam'])
  if (!read.ok) return showAgain(filePage(request, [{ id: 'file', message: sayFileProblem(read, t) }]))
  return showPlan(request, await planOf(request, scope, read.rows), read.rows, false)
}

export async function confirmLibraries(request: WebRequest): Promise<Reply> {
  const scope = scopeOf(request)
  const form = await request.form()
  const rows = readCarriedRows(form.text('rows')) ?? refuse('unsupported-media-type')
  const plan = await planOf(request, scope, rows)
  const changes = changesOf(plan)
  if (plan.fingerprint !== form.text('fingerprint') || changes.length === 0)
    return showPlan(request, plan, rows, true)
  await request.database.write(scope, (tx) => importLibraries(tx, scope, changes, request.clock.now()))
  return seeOther(`${address}?nieuw=${countRows(plan, 'new')}&gewijzigd=${countRows(plan, 'changed')}`)
}

export function showLibrariesExample(): Reply {
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: 'bibliotheken-voorbeeld.csv',
    body: writeCsv([
      libraryColumns,
      ['Bibliotheek Voorbeeldstad', 'NL-0199999999', 'Amersfoort, Leusden'],
      ['Bibliotheek Voorbeeldland', '', 'GM0344'],
    ]),
  }
}

function scopeOf(request: WebRequest): NationalScope {
  return request.actor.nationalScope(organisationsPermissions['organisations.administer'])
}

function planOf(request: WebRequest, scope: NationalScope, rows: readonly CsvRow[]) {
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) =>
    planLibraries(rows, await findKnownLibraries(db, scope), await findMunicipalities(db, scope, today)),
  )
}

function showPlan(
  request: WebRequest,
  plan: ReturnType<typeof planLibraries>,
  rows: readonly CsvRow[],
  changedMeanwhile: boolean,
): Reply {
  const { t } = request
  const title = t('organisations.import.title')
  const page = previewPage({ t, title, address, plan, rows, changedMeanwhile })
  return changedMeanwhile || countRows(plan, 'error') > 0 ? showAgain(page) : showPage(page)
}

function filePage(request: WebRequest, errors: readonly FormError[]) {
  const { t } = request
  const added = request.query('nieuw')
  return chooseFilePage({
    t,
    title: t('organisations.import.title'),
    address,
    columns: libraryColumns.map((name) => ({ name, hint: t(`organisations.import.column.${name}`) })),
    errors,
    saved: added === '' ? undefined : { added: Number(added), changed: Number(request.query('gewijzigd')) },
  })
}
