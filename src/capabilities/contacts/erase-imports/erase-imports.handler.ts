import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addressOfImport, importAddress } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { readImport } from '../read-import/read-import.query.ts'
import { stopImport } from './erase-imports.command.ts'

/** Stops an import before anything was registered; what was read of the file is gone at once. */
export async function submitStopImport(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const id = request.idParam('id')
  foundOrRefuse(await request.database.read(scope, (db) => readImport(db, scope, id)))
  const stopped = await request.database.write(scope, (tx) => stopImport(tx, scope, id, request.clock.now()))
  return seeOther(stopped ? `${importAddress}?gestopt=1` : addressOfImport(id))
}
