import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { json, type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { nameAccounts } from '../../people/public.ts'
import { isWorking } from '../history-import.ts'
import { addressOfImport } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { isLost, readDaysOfImport, readImport, readProgress } from '../read-import/read-import.query.ts'
import { refusedAgain } from '../start-import/start-import.handler.ts'
import { retryImport } from './follow-import.command.ts'
import { finishedImportPage, sayProgress, workingImportPage } from './follow-import.page.tsx'

/** The page of one import: what a job does with it, what came of it, or on to where somebody has to choose. */
export async function showImport(request: WebRequest): Promise<Reply> {
  const { found, progress, names, days } = await readState(request)
  switch (found.status) {
    case 'refused':
      return refusedAgain(request, found)
    case 'removed':
      return refuse('not-found')
    case 'columns':
      return seeOther(`${addressOfImport(found.id)}/kolommen`)
    case 'answers':
      return seeOther(`${addressOfImport(found.id)}/antwoorden`)
    case 'preview':
      return seeOther(`${addressOfImport(found.id)}/controle`)
    case 'done':
    case 'undone':
      return showPage(
        finishedImportPage({ t: request.t, found, who: names.get(found.accountId) ?? '', days }),
      )
    default:
      return showPage(workingImportPage({ t: request.t, found, status: found.status, progress }))
  }
}

/** How far it is, for the script of the page: `working` is false as soon as the page has something else to show. */
export async function showImportProgress(request: WebRequest): Promise<Reply> {
  const { found, progress } = await readState(request)
  const working = isWorking(found.status) && !found.failed
  return json({
    working,
    status: found.status,
    ...progress,
    text: isWorking(found.status) ? sayProgress(found.status, progress, request.t) : '',
  })
}

export async function submitRetryImport(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const id = request.idParam('id')
  foundOrRefuse(await request.database.read(scope, (db) => readImport(db, scope, id)))
  await request.database.write(scope, (tx) => retryImport(tx, scope, id, request.clock.now()))
  return seeOther(addressOfImport(id))
}

async function readState(request: WebRequest) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  return request.database.read(scope, async (db) => {
    const stored = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    const found = { ...stored, failed: stored.failed || (await isLost(db, scope, stored)) }
    const progress = (await readProgress(db, scope, found.id)) ?? { done: 0, total: 0 }
    const days = await readDaysOfImport(db, scope, found.id)
    return { found, progress, days, names: await nameAccounts(db, scope, [found.accountId]) }
  })
}
