import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import { documentReply } from '../../../platform/documents/document-check.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { agreementsPath, libraryAgreementsPath } from '../agreement.ts'
import { documentName } from '../agreement-document.ts'
import { findAgreement } from '../find-agreements/find-agreements.query.ts'
import { readPaper } from '../keep-paper/keep-paper.query.ts'
import { agreementsPermissions } from '../permissions.ts'
import { showVersionPage } from './show-version.page.tsx'
import { findVersions, readDocument, readVersion } from './show-version.query.ts'

/** Who reads a version, and from which list he came. */
interface Reader {
  readonly scope: MunicipalityScope | LibraryScope
  readonly list: string
  readonly listName: 'agreements.title' | 'agreements.library.title'
}

const asMunicipality = (request: WebRequest): Reader => ({
  scope: request.actor.municipalityScope(agreementsPermissions['agreements.keep']),
  list: agreementsPath,
  listName: 'agreements.title',
})
const asLibrary = (request: WebRequest): Reader => ({
  scope: request.actor.libraryScope(agreementsPermissions['agreements.read-library']),
  list: libraryAgreementsPath,
  listName: 'agreements.library.title',
})

export const showVersion = (request: WebRequest): Promise<Reply> =>
  replyWithVersion(request, asMunicipality(request))
export const showLibraryVersion = (request: WebRequest): Promise<Reply> =>
  replyWithVersion(request, asLibrary(request))
export const fetchDocument = (request: WebRequest): Promise<Reply> =>
  replyWithDocument(request, asMunicipality(request))
export const fetchLibraryDocument = (request: WebRequest): Promise<Reply> =>
  replyWithDocument(request, asLibrary(request))
export const fetchPaper = (request: WebRequest): Promise<Reply> =>
  replyWithPaper(request, asMunicipality(request))
export const fetchLibraryPaper = (request: WebRequest): Promise<Reply> =>
  replyWithPaper(request, asLibrary(request))

async function replyWithVersion(request: WebRequest, { scope, list, listName }: Reader): Promise<Reply> {
  const which = whichVersion(request)
  const found = await request.database.read(scope, async (db) => ({
    agreement: foundOrRefuse(await findAgreement(db, scope, which.agreementId)),
    version: foundOrRefuse(await readVersion(db, scope, which)),
    inList: foundOrRefuse(
      (await findVersions(db, scope, which.agreementId)).find(({ number }) => number === which.number),
    ),
  }))
  return showPage(
    showVersionPage({
      t: request.t,
      language: request.language,
      list,
      listName,
      ...found,
      made: request.query('bericht') === 'gemaakt',
    }),
  )
}

async function replyWithDocument(request: WebRequest, { scope }: Reader): Promise<Reply> {
  const which = whichVersion(request)
  const { agreement, content } = await request.database.read(scope, async (db) => ({
    agreement: foundOrRefuse(await findAgreement(db, scope, which.agreementId)),
    content: foundOrRefuse(await readDocument(db, scope, which)),
  }))
  return documentReply({
    fileName: documentName(agreement.title, which.number),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content,
  })
}

async function replyWithPaper(request: WebRequest, { scope }: Reader): Promise<Reply> {
  const which = { id: request.idParam('paper'), agreementId: request.idParam('agreement') }
  return documentReply(foundOrRefuse(await request.database.read(scope, (db) => readPaper(db, scope, which))))
}

/** A number in an address that is none, or that no version can have, is of no version. */
function whichVersion(request: WebRequest): { agreementId: string; number: number } {
  const number = request.param('number')
  if (!/^[1-9]\d{0,3}$/.test(number)) refuse('not-found')
  return { agreementId: request.idParam('agreement'), number: Number(number) }
}
