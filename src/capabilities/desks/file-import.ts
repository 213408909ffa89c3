import type { AdministrationScope } from '../../platform/auth/scope.ts'
import { type CsvRow, readCsv, writeCsv } from '../../platform/csv/read-csv.ts'
import type { ReadHandle, WriteHandle } from '../../platform/database/handle.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import type { FormError } from '../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../platform/time/local-time.ts'
import {
  changesOf,
  chooseFilePage,
  countRows,
  type ImportPlan,
  previewPage,
  readCarriedRows,
  sayFileProblem,
} from '../organisations/public.ts'
import { desksPermissions } from './permissions.ts'

/** What a library, or the nation for all libraries, may bring in with a file. */
export interface FileImport<Column extends string, Change> {
  readonly address: string
  readonly title: MessageKey
  readonly columns: readonly Column[]
  /** What may stand in a column. */
  readonly hint: (column: Column, t: Translate) => string
  readonly example: {
    readonly fileName: string
    readonly rows: readonly Partial<Record<Column, string>>[]
  }
  /** Holds the rows against what is there. */
  readonly plan: (
    db: ReadHandle,
    scope: AdministrationScope,
    rows: readonly CsvRow[],
    today: string,
  ) => Promise<ImportPlan<Change>>
  readonly save: (
    tx: WriteHandle,
    scope: AdministrationScope,
    changes: readonly Change[],
    now: Instant,
  ) => Promise<void>
}

/** The four steps of a file: it is asked for, shown as what it would change, and kept; and an example of one. */
export function fileImport<Column extends string, Change>(what: FileImport<Column, Change>) {
  const { address, title, columns } = what

  const planOf = (
    request: WebRequest,
    scope: AdministrationScope,
    rows: readonly CsvRow[],
  ): Promise<ImportPlan<Change>> =>
    request.database.read(scope, (db) => what.plan(db, scope, rows, localDay(request.clock.now())))

  function showPlan(
    { t }: WebRequest,
    plan: ImportPlan<Change>,
    rows: readonly CsvRow[],
    changedMeanwhile: boolean,
  ): Reply {
    const page = previewPage({ t, title: t(title), address, plan, rows, changedMeanwhile })
    return changedMeanwhile || countRows(plan, 'error') > 0 ? showAgain(page) : showPage(page)
  }

  function filePage(request: WebRequest, scope: AdministrationScope, errors: readonly FormError[]) {
    const { t } = request
    const added = request.query('nieuw')
    return chooseFilePage({
      t,
      title: t(title),
      address,
      columns: columns
        .filter((name) => scope.kind === 'nation' || name !== 'bibliotheek')
        .map((name) => ({ name, hint: what.hint(name, t) })),
      errors,
      saved: added === '' ? undefined : { added: Number(added), changed: Number(request.query('gewijzigd')) },
    })
  }

  return {
    show: (request: WebRequest): Reply => showPage(filePage(request, scopeOf(request), [])),

    async submit(request: WebRequest): Promise<Reply> {
      const { t } = request
      const scope = scopeOf(request)
      const again = (message: string): Reply => showAgain(filePage(request, scope, [{ id: 'file', message }]))
      const file = await request.file('file')
      if (!file) return again(t('organisations.import.error.no-file'))
      const required = scope.kind === 'nation' ? ['bibliotheek', 'naam'] : ['naam']
      const read = readCsv(new Uint8Array(await file.arrayBuffer()), columns, required)
      if (!read.ok) return again(sayFileProblem(read, t))
      return showPlan(request, await planOf(request, scope, read.rows), read.rows, false)
    },

    async confirm(request: WebRequest): Promise<Reply> {
      const scope = scopeOf(request)
      const form = await request.form()
      const rows = readCarriedRows(form.text('rows')) ?? refuse('unsupported-media-type')
      const plan = await planOf(request, scope, rows)
      const changes = changesOf(plan)
      if (plan.fingerprint !== form.text('fingerprint') || changes.length === 0)
        return showPlan(request, plan, rows, true)
      await request.database.write(scope, (tx) => what.save(tx, scope, changes, request.clock.now()))
      return seeOther(`${address}?nieuw=${countRows(plan, 'new')}&gewijzigd=${countRows(plan, 'changed')}`)
    },

    example: (): Reply => ({
      kind: 'file',
      contentType: 'text/csv; charset=utf-8',
      fileName: what.example.fileName,
      body: writeCsv([
        columns,
        ...what.example.rows.map((row) => columns.map((column) => row[column] ?? '')),
      ]),
    }),
  }
}

const scopeOf = (request: WebRequest): AdministrationScope =>
  request.actor.administrationScope(desksPermissions['desks.administer'])
