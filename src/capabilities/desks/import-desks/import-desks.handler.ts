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
import { type DeskChange, deskColumns, kindWords, planDesks, variantWords } from '../desk-plan.ts'
import { languagesByName } from '../languages.ts'
import { desksPermissions } from '../permissions.ts'
import { importDesks } from './import-desks.command.ts'
import { findDesksToCompare } from './import-desks.query.ts'

const address = '/beheer/inlezen/informatiepunten'

export function showImportDesks(request: WebRequest): Reply {
  return showPage(filePage(request, scopeOf(request), []))
}

export async function submitDesksFile(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = scopeOf(request)
  const again = (message: string): Reply => showAgain(filePage(request, scope, [{ id: 'file', message }]))
  const file = await request.file('file')
  if (!file) return again(t('organisations.import.error.no-file'))
  const required = scope.kind === 'nation' ? ['bibliotheek', 'naam'] : ['naam']
  const read = readCsv(new Uint8Array(await file.arrayBuffer()), deskColumns, required)
  if (!read.ok) return again(sayFileProblem(read, t))
  return showPlan(request, await planOf(request, scope, read.rows), read.rows, false)
}

export async function confirmDesks(request: WebRequest): Promise<Reply> {
  const scope = scopeOf(request)
  const form = await request.form()
  const rows = readCarriedRows(form.text('rows')) ?? refuse('unsupported-media-type')
  const plan = await planOf(request, scope, rows)
  const changes = changesOf(plan)
  if (plan.fingerprint !== form.text('fingerprint') || changes.length === 0)
    return showPlan(request, plan, rows, true)
  await request.database.write(scope, (tx) => importDesks(tx, scope, changes, request.clock.now()))
  return seeOther(`${address}?nieuw=${countRows(plan, 'new')}&gewijzigd=${countRows(plan, 'changed')}`)
}

export function showDesksExample(): Reply {
  const library = 'Bibliotheek Voorbeeldstad'
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: 'informatiepunten-voorbeeld.csv',
    body: writeCsv([
      deskColumns,
      exampleRow({
        bibliotheek: library,
        naam: 'Centrum',
        soort: 'bibliotheek',
        gemeente: 'Amersfoort',
        straat: 'Stationsplein',
        huisnummer: '4',
        postcode: '3818 LE',
        plaats: 'Amersfoort',
        plek: '52.1533, 5.3740',
        telefoon: '033 012 34 56',
        'e-mail': 'informatiepunt@bibliotheek.example',
        website: 'https://bibliotheek.example/informatiepunt',
        drempelvrij: 'ja',
        ringleiding: 'nee',
        'aparte-ruimte': 'ja',
        talen: 'Engels, Turks',
        variant: 'basis',
        'op-afspraak': 'ja',
        medewerkers: '2',
        vrijwilligers: '6',
        'medewerkers-partners': '1',
        toelichting: 'De ingang is aan de kant van het station.',
        open: 'ja',
      }),
      exampleRow({
        bibliotheek: library,
        naam: 'Op de markt',
        soort: 'pop-up',
        gemeente: 'Amersfoort',
        moederpunt: 'Centrum',
        plaats: 'Amersfoort',
        open: 'ja',
      }),
    ]),
  }
}

const exampleRow = (cells: Partial<Record<(typeof deskColumns)[number], string>>): string[] =>
  deskColumns.map((column) => cells[column] ?? '')

function scopeOf(request: WebRequest): AdministrationScope {
  return request.actor.administrationScope(desksPermissions['desks.administer'])
}

function planOf(
  request: WebRequest,
  scope: AdministrationScope,
  rows: readonly CsvRow[],
): Promise<ImportPlan<DeskChange>> {
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    return planDesks(rows, await findDesksToCompare(db, scope, today))
  })
}

function showPlan(
  request: WebRequest,
  plan: ImportPlan<DeskChange>,
  rows: readonly CsvRow[],
  changedMeanwhile: boolean,
): Reply {
  const { t } = request
  const title = t('desks.import.title')
  const page = previewPage({ t, title, address, plan, rows, changedMeanwhile })
  return changedMeanwhile || countRows(plan, 'error') > 0 ? showAgain(page) : showPage(page)
}

/** The words that one can choose from in a column. */
function wordsFor(column: string): string {
  const words: Readonly<Record<string, readonly string[]>> = {
    soort: Object.keys(kindWords),
    variant: Object.keys(variantWords),
    talen: languagesByName('nl').map(({ name }) => name),
  }
  return (words[column] ?? []).join(', ')
}

function filePage(request: WebRequest, scope: AdministrationScope, errors: readonly FormError[]) {
  const { t } = request
  const added = request.query('nieuw')
  return chooseFilePage({
    t,
    title: t('desks.import.title'),
    address,
    columns: deskColumns
      .filter((name) => scope.kind === 'nation' || name !== 'bibliotheek')
      .map((name) => ({ name, hint: t(`desks.import.column.${name}`, { words: wordsFor(name) }) })),
    errors,
    saved: added === '' ? undefined : { added: Number(added), changed: Number(request.query('gewijzigd')) },
  })
}
