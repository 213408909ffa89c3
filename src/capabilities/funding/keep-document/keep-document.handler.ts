import { uuidv7 } from 'uuidv7'
import {
  checkDocument,
  documentReply,
  sayDocumentProblem,
} from '../../../platform/documents/document-check.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { sentBefore } from '../../../platform/http/sent-before.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { sentId } from '../keep-booking/keep-booking.form.ts'
import { type MoneyYear, moneyAddress, moneyYear, yearToKeep } from '../money-year.ts'
import { addDocument, removeDocument } from './keep-document.command.ts'
import { addDocumentPage, removeDocumentPage } from './keep-document.page.tsx'
import { findDocuments, readDocument } from './keep-document.query.ts'

export async function showAddDocument(request: WebRequest): Promise<Reply> {
  return showPage(await addPage(request, []))
}

export async function submitDocument(request: WebRequest): Promise<Reply> {
  const money = await yearToKeep(request)
  const booking = bookingMeant(request, money)
  const again = async (message: string): Promise<Reply> =>
    showAgain(await addPage(request, [{ id: 'file', message }]))
  const file = await request.file('file')
  if (!file) return again(request.t('money.document.error-none'))
  const checked = await checkDocument(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!checked.ok) return again(sayDocumentProblem(checked.problem, request.t))
  const form = await request.form()
  const id = sentId(form) ?? uuidv7()
  const { scope, municipality, year } = money
  const outcome = await request.database.write(scope, (tx) =>
    addDocument(
      tx,
      scope,
      { id, municipalityCode: municipality.code, year, bookingId: booking?.id ?? null },
      checked.document,
      request.clock.now(),
    ),
  )
  if (outcome === 'sent-before')
    return { kind: 'page', status: 409, page: await addPage(request, sentBefore(form, request.t).errors) }
  return seeOther(moneyAddress(booking ? `/boeking/${booking.id}` : '', money, { bericht: 'stuk' }))
}

/** What was sent is larger than any document may be: said on the form itself. */
export async function showDocumentTooLarge(request: WebRequest): Promise<Reply> {
  return {
    kind: 'page',
    status: 413,
    page: await addPage(request, [{ id: 'file', message: sayDocumentProblem('too-large', request.t) }]),
  }
}

export async function downloadDocument(request: WebRequest): Promise<Reply> {
  const { scope, municipality } = await moneyYear(request)
  const document = await request.database.read(scope, (db) =>
    readDocument(db, scope, municipality.code, request.idParam('document')),
  )
  return documentReply(foundOrRefuse(document))
}

export async function showRemoveDocument(request: WebRequest): Promise<Reply> {
  const { money, document } = await documentMeant(request)
  return showPage(removeDocumentPage({ ...money, t: request.t, language: request.language, document }))
}

export async function submitRemoveDocument(request: WebRequest): Promise<Reply> {
  const { money, document } = await documentMeant(request)
  const { scope, municipality } = money
  await request.database.write(scope, (tx) =>
    removeDocument(tx, scope, { id: document.id, municipalityCode: municipality.code }, request.clock.now()),
  )
  return seeOther(
    moneyAddress(document.bookingId ? `/boeking/${document.bookingId}` : '', money, { bericht: 'weg' }),
  )
}

async function documentMeant(request: WebRequest) {
  const money = await moneyYear(request)
  const id = request.idParam('document')
  const documents = await request.database.read(money.scope, (db) =>
    findDocuments(db, money.scope, money.municipality.code, money.year),
  )
  return { money, document: foundOrRefuse(documents.find((each) => each.id === id)) }
}

/** The booking that a paper belongs to (`boeking`); undefined: it belongs to the year. */
function bookingMeant(request: WebRequest, { facts, municipality, year }: MoneyYear) {
  const id = request.query('boeking')
  return id === ''
    ? undefined
    : foundOrRefuse(
        facts.bookings.find(
          (each) => each.id === id && each.municipalityCode === municipality.code && each.year === year,
        ),
      )
}

async function addPage(request: WebRequest, errors: readonly FormError[]) {
  const money = await yearToKeep(request)
  return addDocumentPage({
    ...money,
    t: request.t,
    language: request.language,
    booking: bookingMeant(request, money),
    id: uuidv7(),
    errors,
  })
}
