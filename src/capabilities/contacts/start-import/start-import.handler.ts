import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { nameAccounts } from '../../people/public.ts'
import { type HistoryImport, importLimits, mostUnfinishedImports } from '../history-import.ts'
import { addressOfImport, sayImportProblem } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { countUnfinishedImports, isLost, listImports } from '../read-import/read-import.query.ts'
import { startImport } from './start-import.command.ts'
import { startImportPage } from './start-import.page.tsx'

/** Where one chooses a file with the history, and sees what was read before. */
export async function showStartImport(request: WebRequest): Promise<Reply> {
  return showPage(await filePage(request))
}

export async function submitStartImport(request: WebRequest): Promise<Reply> {
  const file = await request.file('file')
  if (!file) return fileAgain(request, request.t('contacts.import.problem.no-file'))
  if (file.size > importLimits.bytes) return showTooLarge(request)
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const unfinished = await request.database.read(scope, (db) => countUnfinishedImports(db, scope))
  if (unfinished >= mostUnfinishedImports)
    return fileAgain(request, request.t('contacts.import.problem.unfinished', { number: unfinished }))
  const content = new Uint8Array(await file.arrayBuffer())
  const id = await request.database.write(scope, (tx) =>
    startImport(tx, scope, { fileName: file.name.trim() || '?', content }, request.clock.now()),
  )
  return seeOther(addressOfImport(id))
}

/** The same page, for a file that was not even taken in. */
export function showTooLarge(request: WebRequest): Promise<Reply> {
  const { t } = request
  return fileAgain(
    request,
    t('contacts.import.problem.too-many-bytes', { most: importLimits.bytes / 1024 ** 2 }),
    413,
  )
}

/** The page to choose a file again, with what was wrong with the last one. */
export async function fileAgain(
  request: WebRequest,
  message: string,
  status: 413 | 422 = 422,
): Promise<Reply> {
  return { kind: 'page', status, page: await filePage(request, message) }
}

/** The same for a file that turned out not to be readable. */
export function refusedAgain(
  request: WebRequest,
  found: { readonly problem: Parameters<typeof sayImportProblem>[0] | null },
): Promise<Reply> {
  return fileAgain(request, sayImportProblem(found.problem ?? refuse('not-found'), request.t))
}

async function filePage(request: WebRequest, message?: string) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const { imports, names } = await request.database.read(scope, async (db) => {
    const listed = await listImports(db, scope)
    const accounts = listed.map(({ accountId }) => accountId)
    const told: HistoryImport[] = []
    for (const each of listed) told.push({ ...each, failed: each.failed || (await isLost(db, scope, each)) })
    return { imports: told, names: await nameAccounts(db, scope, accounts) }
  })
  return startImportPage({
    t: request.t,
    imports,
    names,
    stopped: request.query('gestopt') !== '',
    errors: message === undefined ? [] : [{ id: 'file', message }],
  })
}
