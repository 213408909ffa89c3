import { type DeskScope, jobScope, type LibraryScope, signInScope } from '../../../platform/auth/scope.ts'
import { csvLines, csvMark } from '../../../platform/csv/read-csv.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Translate, translator } from '../../../platform/i18n/translate.ts'
import { type WorkbookRow, writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import type { Clock } from '../../../platform/time/clock.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesksEver } from '../../desks/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { findMunicipalitiesOfAllDays } from '../../organisations/public.ts'
import { findActor } from '../../people/public.ts'
import { type ContactExport, exportJob } from '../contact-export.ts'
import { type ExportedContact, exportColumns, type NameOfCode } from '../export-columns.ts'
import { exportScope } from '../export-scope.ts'
import { readExport } from '../read-export/read-export.query.ts'
import {
  countExportedContacts,
  readExportedContacts,
} from '../read-exported-contacts/read-exported-contacts.query.ts'

const job = jobScope(exportJob)

/** The file is kept in pieces of about this size. */
const pieceBytes = 1024 * 1024

/** A sheet of Excel holds some more; what is left of a file goes on the next. */
const rowsPerSheet = 1_000_000

/** The file was given up or begun anew by another worker meanwhile. */
class OvertakenError extends Error {}

/**
 * Makes a file that waits for it, in the scope that the role of who asked proves now; nothing when it was made already. What goes wrong is
 * noted with the file, nothing half is kept of it, and the error is thrown on. A worker that is killed begins anew.
 */
export async function makeExport(
  database: ApplicationDatabase,
  exportId: string,
  clock: Clock,
): Promise<void> {
  const wanted = await database.read(job, (db) => readExport(db, job, exportId))
  if (wanted?.status !== 'working') return
  const attempt = await begin(database, exportId)
  const file = { ...wanted, attempt }
  try {
    const today = localDay(clock.now())
    const person = await database.read(signInScope, (db) => findActor(db, signInScope, file.accountId, today))
    if (!person) throw new Error('Who asked for this file has no account any more')
    const scope = exportScope(person.actor, file)
    const bytes = await database.read(scope, (db) => writeContacts(database, db, scope, file))
    await database.keep(job, (tx) =>
      tx
        .updateTable('contacts.exports')
        .set({ status: 'done', bytes, finished_at: clock.now().toString() })
        .where('id', '=', file.id)
        .where('attempt', '=', file.attempt)
        .where('status', '=', 'working')
        .execute(),
    )
  } catch (error) {
    if (error instanceof OvertakenError) return
    await giveUp(database, file)
    throw error
  }
}

/** Takes the file: what an earlier attempt wrote is gone, and what that still writes is not kept. */
function begin(database: ApplicationDatabase, exportId: string): Promise<number> {
  return database.keep(job, async (tx) => {
    const { attempt } = await tx
      .updateTable('contacts.exports')
      .set((eb) => ({ attempt: eb('attempt', '+', 1), failed: false, done: 0, total: 0 }))
      .where('id', '=', exportId)
      .returning('attempt')
      .executeTakeFirstOrThrow()
    await tx.deleteFrom('contacts.export_pieces').where('export_id', '=', exportId).execute()
    return attempt
  })
}

function giveUp(database: ApplicationDatabase, { id, attempt }: ContactExport): Promise<unknown> {
  return database.keep(job, async (tx) => {
    const mine = await tx
      .updateTable('contacts.exports')
      .set({ failed: true, done: 0, total: 0 })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('status', '=', 'working')
      .returning('id')
      .executeTakeFirst()
    if (mine) await tx.deleteFrom('contacts.export_pieces').where('export_id', '=', id).execute()
  })
}

/** Writes all pieces, and gives how many bytes these are together. */
async function writeContacts(
  database: ApplicationDatabase,
  db: ReadHandle,
  scope: DeskScope | LibraryScope,
  file: ContactExport,
): Promise<number> {
  const t = translator(file.language)
  const nameOf = await namesOf(db, scope, file)
  const total = await countExportedContacts(db, scope, file)
  const progress = { done: 0, total }
  const contacts = readExportedContacts(db, scope, file)
  const content =
    file.kind === 'csv' ? csvOf(contacts, nameOf, t, progress) : workbookOf(contacts, nameOf, t, progress)
  let number = 0
  let startsAt = 0
  for await (const piece of inPieces(content)) {
    await keepPiece(database, file, { number, startsAt, content: piece }, progress)
    number += 1
    startsAt += piece.length
  }
  return startsAt
}

/** Keeps one piece, and how far the file is, unless another worker began it anew or it is not wanted any more. */
async function keepPiece(
  database: ApplicationDatabase,
  { id, libraryId, deskId, attempt }: ContactExport,
  piece: { readonly number: number; readonly startsAt: number; readonly content: Buffer },
  { done, total }: { readonly done: number; readonly total: number },
): Promise<void> {
  const mine = await database.keep(job, async (tx) => {
    const found = await tx
      .updateTable('contacts.exports')
      .set({ done, total })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('status', '=', 'working')
      .returning('id')
      .executeTakeFirst()
    if (found)
      await tx
        .insertInto('contacts.export_pieces')
        .values({
          export_id: id,
          number: piece.number,
          library_id: libraryId,
          desk_id: deskId,
          starts_at: piece.startsAt,
          content: piece.content,
        })
        .execute()
    return found
  })
  if (!mine) throw new OvertakenError()
}

type Contacts = AsyncGenerator<readonly ExportedContact[], void, undefined>

async function* csvOf(
  contacts: Contacts,
  nameOf: NameOfCode,
  t: Translate,
  progress: { done: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(csvMark + csvLines([exportColumns.map(({ header }) => t(header))]))
  for await (const lot of contacts) {
    progress.done += lot.length
    yield Buffer.from(
      csvLines(
        lot.map((contact) => exportColumns.map(({ value }) => String(value(contact, nameOf, t) ?? ''))),
      ),
    )
  }
}

async function* workbookOf(
  contacts: Contacts,
  nameOf: NameOfCode,
  t: Translate,
  progress: { done: number; readonly total: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  async function* all(): AsyncGenerator<WorkbookRow, void, undefined> {
    for await (const lot of contacts) {
      progress.done += lot.length
      for (const contact of lot) yield exportColumns.map(({ value }) => value(contact, nameOf, t))
    }
  }
  const rows = all()
  async function* next(): AsyncGenerator<WorkbookRow, void, undefined> {
    for (let taken = 0; taken < rowsPerSheet; taken += 1) {
      const { done, value } = await rows.next()
      if (done) return
      yield value
    }
  }
  const sheets = Math.max(1, Math.ceil(progress.total / rowsPerSheet))
  const columns = exportColumns.map(({ header, kind, width }) => ({ header: t(header), kind, width }))
  yield* writeWorkbook(
    Array.from({ length: sheets }, (_, at) => ({
      name: sheets === 1 ? t('raw-export.sheet') : `${t('raw-export.sheet')} ${at + 1}`,
      columns,
      rows: next(),
    })),
  )
}

async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content) {
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes < pieceBytes) continue
    yield Buffer.concat(waiting)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}

async function namesOf(
  db: ReadHandle,
  scope: DeskScope | LibraryScope,
  { libraryId, language }: ContactExport,
): Promise<NameOfCode> {
  const lists = await readListsOfAllDays(db, scope)
  const names = {
    option: new Map(lists.answerOptions.map(({ code, labels }) => [code, labels[language]])),
    topic: new Map(lists.topics.map(({ code, labels }) => [code, labels[language]])),
    provider: new Map(lists.serviceProviders.map(({ code, shortNames }) => [code, shortNames[language]])),
    form: new Map(lists.forms.map(({ code, titles }) => [code, titles[language]])),
    desk: new Map((await findDesksEver(db, scope, libraryId)).map(({ id, name }) => [id, name])),
    municipality: new Map(
      (await findMunicipalitiesOfAllDays(db, scope)).map(({ code, name }) => [code, name]),
    ),
  }
  return (what, code) => names[what].get(code) ?? code
}
