import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findDesks, movingKinds } from '../../desks/public.ts'
import { nameAccounts } from '../../people/public.ts'
import { columnName } from '../choose-import-columns/choose-import-columns.page.tsx'
import { sayRowErrors } from '../import-rows.page.tsx'
import { addressOfImport } from '../import-step.page.tsx'
import { leaveOutErrors } from '../mend-import-row/mend-import-row.command.ts'
import { contactsPermissions } from '../permissions.ts'
import { findSameFile, readImport } from '../read-import/read-import.query.ts'
import { readImportRules } from '../read-import-rules/read-import-rules.query.ts'
import { confirmImport } from '../run-import/run-import.command.ts'
import { previewImportPage } from './preview-import.page.tsx'
import {
  countImportRows,
  findDeskIdsOfRows,
  groupImportErrors,
  listWrongRows,
  readFirstContacts,
} from './preview-import.query.ts'

const firstRows = 10

/** What would come in, and what is wrong: before anything is registered. */
export async function showPreviewImport(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  return state.found.status === 'preview'
    ? showPage(previewImportPage({ t: request.t, ...state, refused: undefined }))
    : seeOther(addressOfImport(state.found.id))
}

/** 'Inlezen': not while a row with an error is neither mended nor left out. */
export async function submitConfirmImport(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const id = request.idParam('id')
  foundOrRefuse(await request.database.read(scope, (db) => readImport(db, scope, id)))
  const outcome = await request.database.write(scope, (tx) =>
    confirmImport(tx, scope, id, request.clock.now()),
  )
  if (outcome.ok || outcome.reason === 'not-at-this-step') return seeOther(addressOfImport(id))
  return showAgain(
    previewImportPage({ t: request.t, ...(await readState(request)), refused: outcome.reason }),
  )
}

/** Leaves out all rows with an error at once; they stay to be downloaded. */
export async function submitLeaveOutErrors(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const id = request.idParam('id')
  foundOrRefuse(await request.database.read(scope, (db) => readImport(db, scope, id)))
  const rows = await request.database.write(scope, (tx) => leaveOutErrors(tx, scope, id, request.clock.now()))
  return seeOther(`${addressOfImport(id)}/controle?weggelaten=${rows}`)
}

/** The rows with an error and those that were left out, as they stand in the file, with what is wrong. */
export async function downloadWrongRows(request: WebRequest): Promise<Reply> {
  const { t } = request
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const { found, rows } = await request.database.read(scope, async (db) => {
    const one = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    return { found: one, rows: await listWrongRows(db, scope, one.id, {}) }
  })
  const read = found.columns.flatMap((use, index) => (use === null ? [] : [index]))
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: 'niet-ingelezen.csv',
    body: writeCsv([
      [
        t('contacts.import.row'),
        ...read.map((index) => columnName(found.header[index] ?? '', index, t)),
        t('contacts.import.error'),
      ],
      ...rows.map(({ number, cells, errors }) => [
        String(number),
        ...read.map((index) => cells[index] ?? ''),
        sayRowErrors(errors, t),
      ]),
    ]),
  }
}

async function readState(request: WebRequest) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const now = request.clock.now()
  const leftOutOnly = request.query('soort') === 'weggelaten'
  return request.database.read(scope, async (db) => {
    const found = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    const counts = await countImportRows(db, scope, found.id)
    const same = await findSameFile(db, scope, found.id)
    const names = await nameAccounts(db, scope, same ? [same.accountId] : [])
    const { lists } = await readImportRules(db, scope, found, now, request.language)
    const desks = await findDesks(db, scope, await findDeskIdsOfRows(db, scope, found.id))
    const status = leftOutOnly ? ('left-out' as const) : ('error' as const)
    return {
      found,
      counts,
      lists,
      status,
      moving: desks.filter(({ kind }) => movingKinds.includes(kind)).map(({ name }) => name),
      groups: await groupImportErrors(db, scope, found.id),
      wrong: await listWrongRows(db, scope, found.id, { status, page: pageAsked(request.url) }),
      pages: paging(request.url, leftOutOnly ? counts.leftOut : counts.errors),
      first: await readFirstContacts(db, scope, found.id, firstRows),
      before: same && { same, who: names.get(same.accountId) ?? '' },
      done: { mended: request.query('verbeterd'), leftOut: request.query('weggelaten') },
    }
  })
}
