import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { pageAsked } from '../../../platform/http/paging.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { importLimits } from '../history-import.ts'
import { addressOfImport } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { readWrongRow } from '../preview-import/preview-import.query.ts'
import { readImport } from '../read-import/read-import.query.ts'
import { readImportRules } from '../read-import-rules/read-import-rules.query.ts'
import { leaveOutErrors, mendRow } from './mend-import-row.command.ts'
import { cellField, mendRowPage, rowErrors } from './mend-import-row.page.tsx'

/** One row with an error, to be mended here instead of in the file. */
export async function showMendRow(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  const { row } = state
  if (!row) return seeOther(`${addressOfImport(state.found.id)}/controle`)
  const fields = new FormFields(row.cells.map((cell, index): [string, string] => [cellField(index), cell]))
  return showPage(
    mendRowPage({
      t: request.t,
      page: pageAsked(request.url),
      ...state,
      row,
      fields,
      errors: rowErrors(state.found, row, request.t),
      sent: false,
    }),
  )
}

export async function submitMendRow(request: WebRequest): Promise<Reply> {
  const { found, row } = await readState(request)
  if (!row) return seeOther(`${addressOfImport(found.id)}/controle`)
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const fields = await request.form()
  const cells = row.cells.map((cell, index) =>
    found.columns[index] ? fields.text(cellField(index)).slice(0, importLimits.cellCharacters) : cell,
  )
  await request.database.write(scope, (tx) =>
    mendRow(tx, scope, { importId: found.id, number: row.number, cells }, request.clock.now()),
  )
  const after = await readState(request)
  if (!after.row) return seeOther(backToList(request, found.id, `verbeterd=${row.number}`))
  const errors = rowErrors(found, after.row, request.t)
  const page = pageAsked(request.url)
  return showAgain(mendRowPage({ t: request.t, page, ...after, row: after.row, fields, errors, sent: true }))
}

export async function submitLeaveOutRow(request: WebRequest): Promise<Reply> {
  const { found } = await readState(request)
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const rows = await request.database.write(scope, (tx) =>
    leaveOutErrors(tx, scope, found.id, request.clock.now(), rowNumber(request)),
  )
  return seeOther(backToList(request, found.id, `weggelaten=${rows}`))
}

/** The list of rows where it was left: at its page, with the focus there and not at the top. */
function backToList(request: WebRequest, importId: string, done: string): string {
  const page = pageAsked(request.url)
  return `${addressOfImport(importId)}/controle?${done}${page > 1 ? `&pagina=${page}` : ''}#wrong-rows`
}

function rowNumber(request: WebRequest): number {
  const number = Number(request.param('number'))
  return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : refuse('not-found')
}

async function readState(request: WebRequest) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  return request.database.read(scope, async (db) => {
    const found = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    const { lists } = await readImportRules(db, scope, found, request.clock.now(), request.language)
    return { found, lists, row: await readWrongRow(db, scope, found.id, rowNumber(request)) }
  })
}
