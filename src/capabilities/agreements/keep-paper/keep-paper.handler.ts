import { uuidv7 } from 'uuidv7'
import { checkDocument, sayDocumentProblem } from '../../../platform/documents/document-check.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { agreementPath } from '../agreement.ts'
import { ownAgreement } from '../drafting.ts'
import { findVersions } from '../show-version/show-version.query.ts'
import { idSent } from '../start-agreement/start-agreement.form.ts'
import { addPaper, removePaper } from './keep-paper.command.ts'
import { addPaperPage, removePaperPage } from './keep-paper.page.tsx'
import { findPapers } from './keep-paper.query.ts'

export async function showAddPaper(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(addPaperPage({ ...page, errors: [] }))
}

export async function submitAddPaper(request: WebRequest): Promise<Reply> {
  const { own, page, versionId } = await prepare(request)
  const form = await request.form()
  const file = await request.file('paper')
  const again = (message: string): Reply =>
    showAgain(addPaperPage({ ...page, errors: [{ id: 'paper', message }] }))
  if (!file) return again(request.t('agreements.error.paper'))
  const checked = await checkDocument(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!checked.ok) return again(sayDocumentProblem(checked.problem, request.t))
  const outcome = await request.database.write(own.scope, (tx) =>
    addPaper(
      tx,
      own.scope,
      {
        id: idSent(form) ?? uuidv7(),
        agreementId: own.agreement.id,
        versionId,
        document: checked.document,
      },
      request.clock.now(),
    ),
  )
  // The page has a new id: the file that one chooses again becomes a paper of its own.
  if (outcome === 'sent-before')
    return {
      kind: 'page',
      status: 409,
      page: addPaperPage({ ...page, errors: sentBefore(form, request.t).errors }),
    }
  return seeOther(agreementPath(own.agreement.id, '?bericht=bewaard'))
}

/** A file that is so large that it was not read at all. */
export async function refuseLargePaper(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showAgain(
    addPaperPage({
      ...page,
      errors: [{ id: 'paper', message: sayDocumentProblem('too-large', request.t) }],
    }),
  )
}

export async function showRemovePaper(request: WebRequest): Promise<Reply> {
  const { own, paper } = await preparePaper(request)
  return showPage(removePaperPage({ t: request.t, agreement: own.agreement, paper }))
}

export async function submitRemovePaper(request: WebRequest): Promise<Reply> {
  const { own, paper } = await preparePaper(request)
  await request.database.write(own.scope, (tx) =>
    removePaper(tx, own.scope, { id: paper.id, agreementId: own.agreement.id }, request.clock.now()),
  )
  return seeOther(agreementPath(own.agreement.id, '?bericht=bewaard'))
}

async function prepare(request: WebRequest) {
  const own = await ownAgreement(request)
  const versions = await request.database.read(own.scope, (db) =>
    findVersions(db, own.scope, own.agreement.id),
  )
  const version = foundOrRefuse(versions.find(({ number }) => String(number) === request.param('number')))
  return {
    own,
    versionId: version.id,
    page: {
      t: request.t,
      agreement: own.agreement,
      number: version.number,
      form: new FormFields([['id', uuidv7()]]),
    },
  }
}

async function preparePaper(request: WebRequest) {
  const own = await ownAgreement(request)
  const id = request.idParam('paper')
  const papers = await request.database.read(own.scope, (db) => findPapers(db, own.scope, own.agreement.id))
  return { own, paper: foundOrRefuse(papers.find((paper) => paper.id === id)) }
}
