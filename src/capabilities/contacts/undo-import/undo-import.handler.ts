import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addressOfImport } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { readImport } from '../read-import/read-import.query.ts'
import { askUndoImport } from './undo-import.command.ts'
import { undoImportPage } from './undo-import.page.tsx'
import { countImported } from './undo-import.query.ts'

/** Asks first: what will go, also what was corrected since. */
export async function showUndoImport(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const { found, counted } = await request.database.read(scope, async (db) => {
    const one = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    return { found: one, counted: await countImported(db, scope, one.id) }
  })
  if (found.status !== 'done') return seeOther(addressOfImport(found.id))
  return showPage(undoImportPage({ t: request.t, found, ...counted }))
}

export async function submitUndoImport(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const id = request.idParam('id')
  foundOrRefuse(await request.database.read(scope, (db) => readImport(db, scope, id)))
  await request.database.write(scope, (tx) => askUndoImport(tx, scope, id, request.clock.now()))
  return seeOther(addressOfImport(id))
}
