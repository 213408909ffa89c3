import { setTimeout as sleep } from 'node:timers/promises'
import { chooseAnswers } from '../src/capabilities/contacts/choose-import-answers/choose-import-answers.command.ts'
import { chooseColumns } from '../src/capabilities/contacts/choose-import-columns/choose-import-columns.command.ts'
import { type ClosedField, closedFields } from '../src/capabilities/contacts/import-field.ts'
import { proposeColumns } from '../src/capabilities/contacts/import-proposal.ts'
import type { ImportMeanings } from '../src/capabilities/contacts/import-row.ts'
import { plainValue } from '../src/capabilities/contacts/import-value.ts'
import { readImport } from '../src/capabilities/contacts/read-import/read-import.query.ts'
import { confirmImport } from '../src/capabilities/contacts/run-import/run-import.command.ts'
import { startImport } from '../src/capabilities/contacts/start-import/start-import.command.ts'
import { askUndoImport } from '../src/capabilities/contacts/undo-import/undo-import.command.ts'
import { type LibraryScope, proveLibrary } from '../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import type { WriteHandle } from '../src/platform/database/handle.ts'
import { writeWorkbook } from '../src/platform/spreadsheet/write-workbook.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { addDays, localDay } from '../src/platform/time/local-time.ts'
import type { Application } from './application.ts'
import type { Nation } from './nation.ts'
import { makeVisit } from './visit.ts'

export interface Importing {
  readonly rows: number
  readonly fileMegabytes: number
  /** Reading the file, checking its rows, registering them, and taking all of it back. */
  readonly seconds: {
    readonly read: number
    readonly check: number
    readonly run: number
    readonly undo: number
  }
  /** The most that the worker ever held above what it held before, in megabytes. */
  readonly megabytes: number
}

/** A file of earlier years imported for the library of the busiest desk: chosen here as on the screens, done by the worker. */
export async function measureImporting(
  nation: Nation,
  application: Application,
  rows: number,
): Promise<Importing> {
  const [coordinator] = nation.coordinators
  if (!coordinator) throw new Error('Nobody to import')
  const database = new ApplicationDatabase(connectAs('balie_app', nation.url, 2))
  const { accountId, libraryId, deskId } = coordinator
  const scope = proveLibrary(accountId, libraryId, [deskId])
  const write = <Result>(work: (tx: WriteHandle) => Promise<Result>): Promise<Result> =>
    database.write(scope, work)
  const now = () => systemClock.now()
  const words = await readWords(nation)
  const meanings = meaningsOf(words)
  const content = await makeFile(words, rows)

  const timed = async (id: string, status: string): Promise<number> => {
    const start = performance.now()
    await reached(database, scope, id, status)
    return (performance.now() - start) / 1000
  }
  const importFile = async (): Promise<Importing['seconds']> => {
    const id = await write((tx) => startImport(tx, scope, { fileName: 'geschiedenis.xlsx', content }, now()))
    const read = await timed(id, 'columns')
    const found = await database.read(scope, (db) => readImport(db, scope, id))
    const columns = proposeColumns(found?.header ?? [], new Map())
    await write((tx) => chooseColumns(tx, scope, id, { columns, deskId }, now()))
    await write((tx) => chooseAnswers(tx, scope, id, meanings, now()))
    const check = await timed(id, 'preview')
    const confirmed = await write((tx) => confirmImport(tx, scope, id, now()))
    if (!confirmed.ok) throw new Error(`The import was refused: ${confirmed.reason}`)
    const run = await timed(id, 'done')
    await expectContacts(nation, id, rows)
    await write((tx) => askUndoImport(tx, scope, id, now()))
    const undo = await timed(id, 'undone')
    await expectContacts(nation, id, 0)
    return { read, check, run, undo }
  }

  const worker = await application.workerProcess()
  await sleep(3_000)
  const idle = await application.memoryMegabytes(worker)
  const memory = watchMemory(application, worker)
  try {
    const seconds = await importFile()
    return { rows, fileMegabytes: content.length / 1e6, seconds, megabytes: (await memory.stop()) - idle }
  } finally {
    await memory.stop()
    await database.close()
  }
}

/** The Dutch label of every topic and answer, by its code. */
async function readWords({ owner }: Nation): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ code: string; label: string }>(
    'select code, label_nl as label from lists.topics union all select code, label_nl from lists.answer_options',
  )
  return new Map(rows.map(({ code, label }) => [code, label]))
}

/** What somebody would choose: every label means its own answer. */
function meaningsOf(words: ReadonlyMap<string, string>): ImportMeanings {
  const meanings: Partial<Record<ClosedField, Record<string, string>>> = {}
  for (const [code, label] of words) {
    const field = closedFields.find((name) => code.startsWith(`${name}-`)) ?? 'topic'
    meanings[field] = { ...meanings[field], [plainValue(label)]: code }
  }
  return meanings
}

/** Words as the lists have them; the days lie before the nation's year. */
async function makeFile(words: ReadonlyMap<string, string>, rows: number): Promise<Uint8Array> {
  const say = (code: string): string => words.get(code) ?? ''
  const first = addDays(localDay(systemClock.now()), -800)
  const headers = [
    'Datum',
    'Soort dienstverlening',
    'Onderwerp',
    'Wijze van hulp',
    'Duur',
    'Tevreden',
    'Geslacht',
    'Leeftijd',
    'Taalachtergrond',
  ]
  const lines = function* () {
    for (let row = 0; row < rows; row += 1) {
      const { topics, help, answers } = makeVisit()
      yield [
        addDays(first, row % 400),
        say(answers.channel),
        [...new Set(topics)].map(say).join('; '),
        help.map(say).join('; '),
        say(answers.duration),
        say(answers.satisfied),
        say(answers.gender),
        say(answers.age),
        say(answers.language),
      ]
    }
  }
  const columns = headers.map((header, index) => ({ header, kind: index === 0 ? 'day' : 'text' }) as const)
  const sheet = writeWorkbook([{ name: 'Registraties', columns, rows: lines() }])
  return new Uint8Array(await new Response(sheet).arrayBuffer())
}

async function reached(
  database: ApplicationDatabase,
  scope: LibraryScope,
  id: string,
  status: string,
): Promise<void> {
  for (;;) {
    const found = await database.read(scope, (db) => readImport(db, scope, id))
    if (found?.status === status) return
    if (!found || found.status === 'refused' || found.failed)
      throw new Error(`The import is ${found?.status}`)
    await sleep(50)
  }
}

async function expectContacts({ owner }: Nation, importId: string, expected: number): Promise<void> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from contacts.contacts where import_id = $1 and deleted_at is null',
    [importId],
  )
  if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} of ${expected} contacts are there`)
}

function watchMemory(application: Application, pid: number): { stop(): Promise<number> } {
  let going = true
  const watching = (async () => {
    let most = 0
    while (going) {
      most = Math.max(most, await application.memoryMegabytes(pid))
      await sleep(50)
    }
    return most
  })()
  return {
    stop: () => {
      going = false
      return watching
    },
  }
}
