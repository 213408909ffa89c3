import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findImport } from '../find-import/find-import.query.ts'
import { importPath } from '../import-run.ts'
import { tableFields } from '../import-table.ts'
import { importScope } from '../start-import/start-import.handler.ts'
import { chooseColumns } from './choose-import-columns.command.ts'
import { chooseColumnsPage, columnField } from './choose-import-columns.page.tsx'

/** What each column of a table holds: a name at least, and nothing twice. */
export async function submitImportColumns(request: WebRequest): Promise<Reply> {
  const scope = importScope(request)
  const run = foundOrRefuse(
    await request.database.read(scope, (db) => findImport(db, scope, request.idParam('id'))),
  )
  if (run.status !== 'columns') return seeOther(`${importPath}/${run.id}`)
  const form = await request.form()
  const columns = run.header.map(
    (_, index) => tableFields.find((field) => field === form.text(columnField(index))) ?? null,
  )
  const errors: FormError[] = columns.flatMap((field, index) =>
    field !== null && columns.indexOf(field) < index
      ? [{ id: columnField(index), message: request.t('hsds.error.twice') }]
      : [],
  )
  if (!columns.includes('name')) errors.push({ id: columnField(0), message: request.t('hsds.error.no-name') })
  if (errors.length > 0) return showAgain(chooseColumnsPage({ t: request.t, run, columns, errors }))
  await request.database.write(scope, (tx) => chooseColumns(tx, scope, run.id, columns, request.clock.now()))
  return seeOther(`${importPath}/${run.id}`)
}
