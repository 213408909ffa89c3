import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import { type CsvRow, readCsv, writeCsv } from '../../../platform/csv/read-csv.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import {
  changesOf,
  chooseFilePage,
  countRows,
  type ImportPlan,
  previewPage,
  readCarriedRows,
  sayFileProblem,
} from '../../organisations/public.ts'
import { type BranchChange, branchColumns, branchKindWords, planBranches } from '../branch-plan.ts'
import { findBranchesOfLibraries } from '../change-branch/change-branch.query.ts'
import { findDesksToCompare } from '../import-desks/import-desks.query.ts'
import { desksPermissions } from '../permissions.ts'
import { importBranches } from './import-branches.command.ts'

const address = '/beheer/inlezen/vestigingen'

export function showImportBranches(request: WebRequest): Reply {
  return showPage(filePage(request, scopeOf(request), []))
}

export async function submitBranchesFile(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = scopeOf(request)
  const again = (message: string): Reply => showAgain(filePage(request, scope, [{ id: 'file', message }]))
  const file = await request.file('file')
  if (!file) return again(t('organisations.import.error.no-file'))
  const required = scope.kind === 'nation' ? ['bibliotheek', 'naam'] : ['naam']
  const read = readCsv(new Uint8Array(await file.arrayBuffer()), branchColumns, required)
  if (!read.ok) return again(sayFileProblem(read, t))
  return showPlan(request, await planOf(request, scope, read.rows), read.rows, false)
}

export async function confirmBranches(request: WebRequest): Promise<Reply> {
  const scope = scopeOf(request)
  const form = await request.form()
  const rows = readCarriedRows(form.text('rows')) ?? refuse('unsupported-media-type')
  const plan = await planOf(request, scope, rows)
  const changes = changesOf(plan)
  if (plan.fingerprint !== form.text('fingerprint') || changes.length === 0)
    return showPlan(request, plan, rows, true)
  await request.database.write(scope, (tx) => importBranches(tx, scope, changes, request.clock.now()))
  return seeOther(`${address}?nieuw=${countRows(plan, 'new')}&gewijzigd=${countRows(plan, 'changed')}`)
}

export function showBranchesExample(): Reply {
  const library = 'Bibliotheek Voorbeeldstad'
  const point = '52.1533, 5.3740'
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: 'vestigingen-voorbeeld.csv',
    body: writeCsv([
      branchColumns,
      [
        library,
        'Zuid',
        'vestiging',
        'Amersfoort',
        'Stationsplein',
        '4',
        '3818 LE',
        'Amersfoort',
        point,
        '',
        'ja',
      ],
      [library, 'Dorpshuis', 'servicepunt', 'Leusden', '', '', '3831 BK', 'Leusden', '', '', 'ja'],
    ]),
  }
}

function scopeOf(request: WebRequest): AdministrationScope {
  return request.actor.administrationScope(desksPermissions['desks.administer'])
}

function planOf(
  request: WebRequest,
  scope: AdministrationScope,
  rows: readonly CsvRow[],
): Promise<ImportPlan<BranchChange>> {
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const world = await findDesksToCompare(db, scope, today)
    const libraryIds = world.libraries.map(({ id }) => id)
    const branches = await findBranchesOfLibraries(db, scope, libraryIds)
    return planBranches(rows, { ...world, branches })
  })
}

function showPlan(
  request: WebRequest,
  plan: ImportPlan<BranchChange>,
  rows: readonly CsvRow[],
  changedMeanwhile: boolean,
): Reply {
  const { t } = request
  const title = t('desks.import-branches.title')
  const page = previewPage({ t, title, address, plan, rows, changedMeanwhile })
  return changedMeanwhile || countRows(plan, 'error') > 0 ? showAgain(page) : showPage(page)
}

function filePage(request: WebRequest, scope: AdministrationScope, errors: readonly FormError[]) {
  const { t } = request
  const added = request.query('nieuw')
  const words = Object.keys(branchKindWords).join(', ')
  return chooseFilePage({
    t,
    title: t('desks.import-branches.title'),
    address,
    columns: branchColumns
      .filter((name) => scope.kind === 'nation' || name !== 'bibliotheek')
      .map((name) => ({ name, hint: t(`desks.import-branches.column.${name}`, { words }) })),
    errors,
    saved: added === '' ? undefined : { added: Number(added), changed: Number(request.query('gewijzigd')) },
  })
}
