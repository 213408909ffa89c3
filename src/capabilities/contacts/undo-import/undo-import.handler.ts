import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addressOfImport } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { findLeaningImports, readImport } from '../read-import/read-import.query.ts'
import { askUndoImport } from './undo-import.command.ts'
import { undoImportPage } from './undo-import.page.tsx'
import { countImported } from './undo-import.query.ts'

/** Asks first: what will go, also what was corrected since, and which later files may count on its rows. */
export async function showUndoImport(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  if (state.found.status !== 'done') return seeOther(addressOfImport(state.found.id))
  return showPage(undoImportPage({ t: request.t, ...state, errors: [] }))
}

export async function submitUndoImport(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const state = await readState(request)
  const { id } = state.found
  const outcome = await request.database.write(scope, (tx) =>
    askUndoImport(tx, scope, id, request.clock.now()),
  )
  if (outcome !== 'running' || state.found.status !== 'done') return seeOther(addressOfImport(id))
  const errors = [{ message: request.t('contacts.import.undo.running') }]
  return showAgain(undoImportPage({ t: request.t, ...state, errors }))
}

function readState(request: WebRequest) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  return request.database.read(scope, async (db) => {
    const found = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    return {
      found,
      ...(await countImported(db, scope, found.id)),
      leaning: await findLeaningImports(db, scope, found),
    }
  })
}
