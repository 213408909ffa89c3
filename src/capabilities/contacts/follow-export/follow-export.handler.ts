import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { json, type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { addressOfExport, type ContactExport } from '../contact-export.ts'
import { isLostExport, readExport } from '../read-export/read-export.query.ts'
import { retryExport } from './follow-export.command.ts'
import { finishedExportPage, sayExportProgress, workingExportPage } from './follow-export.page.tsx'

/** How far a file is; when it is there, the way to it. */
export async function showExport(request: WebRequest): Promise<Reply> {
  const file = await readOwn(request)
  return showPage(
    file.status === 'done' ? finishedExportPage(request.t, file) : workingExportPage(request.t, file),
  )
}

/** The same for the script of the page: `working` is false as soon as the page has something else to show. */
export async function showExportProgress(request: WebRequest): Promise<Reply> {
  const file = await readOwn(request)
  return json({
    working: file.status === 'working' && !file.failed,
    done: file.done,
    total: file.total,
    text: sayExportProgress(request.t, file),
  })
}

export async function submitRetryExport(request: WebRequest): Promise<Reply> {
  const file = await readOwn(request)
  const self = request.actor.selfScope()
  if (file.failed && file.status === 'working')
    await request.database.write(self, (tx) => retryExport(tx, self, file, request.clock.now()))
  return seeOther(addressOfExport(file.id))
}

async function readOwn(request: WebRequest): Promise<ContactExport> {
  const self = request.actor.selfScope()
  return request.database.read(self, async (db) => {
    const file = foundOrRefuse(await readExport(db, self, request.idParam('id')))
    if (file.status === 'removed') refuse('not-found')
    return { ...file, failed: file.failed || (await isLostExport(db, self, file)) }
  })
}
