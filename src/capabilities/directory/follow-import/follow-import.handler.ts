import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { json, type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { chooseColumnsPage } from '../choose-import-columns/choose-import-columns.page.tsx'
import { countImportRows, findImport, listImportRows } from '../find-import/find-import.query.ts'
import { importPath, isWorking, rowStatuses } from '../import-run.ts'
import { confirmImport } from '../run-import/run-import.command.ts'
import { importScope } from '../start-import/start-import.handler.ts'
import { stopImport } from '../stop-import/stop-import.command.ts'
import { endedImportPage, previewImportPage, sayProgress, workingImportPage } from './follow-import.page.tsx'

/** The page of one import: what is to be chosen, what a job does with it, what will happen or what came of it. */
export async function showImport(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = importScope(request)
  const run = await found(request)
  if (run.status === 'columns')
    return showPage(chooseColumnsPage({ t, run, columns: run.columns, errors: [] }))
  if (isWorking(run.status)) return showPage(workingImportPage({ t, run }))
  if (run.status !== 'preview' && run.status !== 'done') return showPage(endedImportPage({ t, run }))
  const asked = request.query('welke')
  const { counts, rows } = await request.database.read(scope, async (db) => {
    const counted = await countImportRows(db, scope, run.id)
    const first = rowStatuses.find((each) => counted[each] > 0)
    const status = asked === 'alles' ? undefined : (rowStatuses.find((each) => each === asked) ?? first)
    return {
      counts: counted,
      rows: {
        status,
        list: await listImportRows(db, scope, run.id, { status, page: pageAsked(request.url) }),
      },
    }
  })
  const total = rows.status ? counts[rows.status] : Object.values(counts).reduce((sum, each) => sum + each, 0)
  return showPage(
    previewImportPage({
      t,
      run,
      counts,
      rows: rows.list,
      status: rows.status,
      paging: paging(request.url, total),
    }),
  )
}

/** How far a job is, for the script of the page. */
export async function showImportProgress(request: WebRequest): Promise<Reply> {
  const run = await found(request)
  return json({
    working: isWorking(run.status),
    done: run.status === 'running' ? run.done : run.entries,
    total: 0,
    text: sayProgress(run, request.t),
  })
}

/** Has it written, as was chosen. */
export async function submitConfirmImport(request: WebRequest): Promise<Reply> {
  const scope = importScope(request)
  const run = await found(request)
  const form = await request.form()
  const choice = {
    overwrite: form.text('andere') === 'overschrijven',
    endMissing: form.text('verdwenen') === 'weghalen',
  }
  if (run.status === 'preview')
    await request.database.write(scope, (tx) => confirmImport(tx, scope, run.id, choice, request.clock.now()))
  return seeOther(`${importPath}/${run.id}`)
}

export async function submitStopImport(request: WebRequest): Promise<Reply> {
  const scope = importScope(request)
  await request.database.write(scope, (tx) =>
    stopImport(tx, scope, request.idParam('id'), request.clock.now()),
  )
  return seeOther(`${importPath}?gestopt=ja`)
}

async function found(request: WebRequest) {
  const scope = importScope(request)
  return foundOrRefuse(
    await request.database.read(scope, (db) => findImport(db, scope, request.idParam('id'))),
  )
}
