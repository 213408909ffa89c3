import { uuidv7 } from 'uuidv7'
import {
  checkDocument,
  documentReply,
  sayDocumentProblem,
} from '../../../platform/documents/document-check.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import { sentBefore } from '../../../platform/http/sent-before.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { prepareActivity } from '../show-activity/show-activity.handler.ts'
import { showActivityPage } from '../show-activity/show-activity.page.tsx'
import { addActivityFile, removeActivityFile } from './keep-activity-file.command.ts'
import { readActivityFile } from './keep-activity-file.query.ts'

/** Adds material as a file, on the page of the activity. */
export async function submitActivityFile(request: WebRequest): Promise<Reply> {
  const page = await prepareActivity(request)
  const { scope, municipality, activity } = page
  const again = (message: string): Reply =>
    showAgain(showActivityPage({ ...page, errors: [{ id: 'file', message }] }))
  const file = await request.file('file')
  if (!file) return again(request.t('promotion.error.file'))
  const checked = await checkDocument(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!checked.ok) return again(sayDocumentProblem(checked.problem, request.t))
  const form = await request.form()
  const sent = form.text('id')
  const id = isId(sent) ? sent : uuidv7()
  const outcome = await request.database.write(scope, (tx) =>
    addActivityFile(tx, scope, { id, activityId: activity.id }, checked.document, request.clock.now()),
  )
  if (outcome === 'sent-before') {
    const { errors } = sentBefore(form, request.t)
    return {
      kind: 'page',
      status: 409,
      page: showActivityPage({ ...(await prepareActivity(request)), errors }),
    }
  }
  return seeOther(
    municipalityAddress(`/sturing/promotie/${activity.id}`, municipality, { bericht: 'bestand' }),
  )
}

/** What was sent is larger than any file may be: said on the page itself. */
export async function showActivityFileTooLarge(request: WebRequest): Promise<Reply> {
  const message = sayDocumentProblem('too-large', request.t)
  const page = showActivityPage({ ...(await prepareActivity(request)), errors: [{ id: 'file', message }] })
  return { kind: 'page', status: 413, page }
}

export async function downloadActivityFile(request: WebRequest): Promise<Reply> {
  const { scope, activity } = await prepareActivity(request)
  const id = request.idParam('file')
  return documentReply(
    foundOrRefuse(await request.database.read(scope, (db) => readActivityFile(db, scope, activity.id, id))),
  )
}

export async function submitRemoveActivityFile(request: WebRequest): Promise<Reply> {
  const { scope, municipality, activity } = await prepareActivity(request)
  const { id } = foundOrRefuse(activity.files.find((file) => file.id === request.idParam('file')))
  await request.database.write(scope, (tx) =>
    removeActivityFile(tx, scope, { id, activityId: activity.id }, request.clock.now()),
  )
  return seeOther(municipalityAddress(`/sturing/promotie/${activity.id}`, municipality, { bericht: 'weg' }))
}
