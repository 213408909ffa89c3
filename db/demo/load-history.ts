import type pg from 'pg'
import { checkImport } from '../../src/capabilities/contacts/check-import/check-import.command.ts'
import { chooseAnswers } from '../../src/capabilities/contacts/choose-import-answers/choose-import-answers.command.ts'
import { chooseColumns } from '../../src/capabilities/contacts/choose-import-columns/choose-import-columns.command.ts'
import { leaveOutErrors } from '../../src/capabilities/contacts/mend-import-row/mend-import-row.command.ts'
import { readImportFile } from '../../src/capabilities/contacts/read-import-file/read-import-file.command.ts'
import { confirmImport, runImport } from '../../src/capabilities/contacts/run-import/run-import.command.ts'
import { startImport } from '../../src/capabilities/contacts/start-import/start-import.command.ts'
import { askUndoImport, undoImport } from '../../src/capabilities/contacts/undo-import/undo-import.command.ts'
import { readListsOfAllDays } from '../../src/capabilities/lists/public.ts'
import { jobScope, type LibraryScope, proveLibrary } from '../../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import type { WriteHandle } from '../../src/platform/database/handle.ts'
import { addDays, type Instant } from '../../src/platform/time/local-time.ts'
import type { IsOpen } from './desk-day.ts'
import { type HistoryContact, type Period, planHistory, withoutHistory } from './history.ts'
import { type HistoryFile, type HistoryWords, historyFile } from './history-file.ts'
import type { Network } from './network.ts'

/** In this library's file some rows have no topic: they are left out, and can be had as a file. */
const unfinishedRows = { library: 'Bibliotheek Keizand', oneIn: 150 }
/** This one first brought a part of its file, and undid that. */
const undoneFirst = { library: 'Bibliotheek Lanenrijk', rows: 300 }
/** And this one has other words than ours, as tools do. */
const ownWords = {
  library: 'Bibliotheek Veenhaard',
  words: { 'gender-woman': 'V', 'gender-man': 'M', 'age-65-plus': '65+', 'satisfied-yes': 'Tevreden' },
}

export interface HistoryLoad {
  readonly owner: pg.Client
  readonly database: ApplicationDatabase
  readonly now: Instant
  readonly neighbours: ReadonlyMap<string, readonly string[]>
  readonly isOpen: IsOpen
  /** How many days of history there are, up to the demo's first contact. */
  readonly days: number
}

/**
 * Imports what the libraries registered before they came to Balie: a file each, by the commands of the import, in the name
 * of their manager. Each is done once; one that was broken off is done again, and finds its rows there.
 * @returns how many contacts the files hold that were imported now
 */
export async function loadHistory(network: Network, load: HistoryLoad): Promise<number> {
  if (load.days === 0) return 0
  const period = await readPeriod(load)
  const words = await readWords(load)
  const providers = new Map(words.lists.topics.map((topic) => [topic.code, topic.serviceProviders]))
  let contacts = 0
  const libraries = network.organisations.filter(({ kind }) => kind === 'library')
  for (const [index, library] of libraries.entries()) {
    const mark = `demo history ${library.id}`
    if (library.name === withoutHistory || (await readMark(load.owner, mark))) continue
    const history = planHistory(network, library.id, period, {
      neighboursOf: (municipality) => load.neighbours.get(municipality) ?? [],
      providersOf: (topic) => providers.get(topic) ?? [],
      isOpen: load.isOpen,
    })
    // By turns as a spreadsheet and as CSV.
    const file = { library: library.name, ending: index % 2 === 0 ? 'xlsx' : 'csv' } as const
    await importHistory(load, scopeOf(network, library.id), file, history, words)
    await keepMark(load.owner, mark, 'imported', load.now)
    contacts += history.length
  }
  return contacts
}

async function importHistory(
  load: HistoryLoad,
  scope: LibraryScope,
  { library, ending }: { readonly library: string; readonly ending: 'xlsx' | 'csv' },
  history: readonly HistoryContact[],
  words: HistoryWords,
): Promise<void> {
  const name = library.replace('Bibliotheek ', 'Registraties ')
  const ofLibrary = library === ownWords.library ? { ...words, own: ownWords.words } : words
  if (library === undoneFirst.library) {
    const draft = await historyFile(`${name} concept.csv`, history.slice(0, undoneFirst.rows), ofLibrary)
    const id = await importFile(load, scope, draft)
    await load.database.write(scope, (tx) => askUndoImport(tx, scope, id, load.now))
    await undoImport(load.database, id, load.now)
  }
  const spoilt = (row: number): boolean =>
    library === unfinishedRows.library && row % unfinishedRows.oneIn === unfinishedRows.oneIn - 1
  await importFile(load, scope, await historyFile(`${name}.${ending}`, history, ofLibrary, { spoilt }))
}

/** The steps that somebody goes through on the screens, with the jobs done here at once. Gives the import's id. */
async function importFile(
  { database, now }: HistoryLoad,
  scope: LibraryScope,
  { name, content, columns, meanings }: HistoryFile,
): Promise<string> {
  const write = <Result>(step: (tx: WriteHandle) => Promise<Result>): Promise<Result> =>
    database.write(scope, step)
  const id = await write((tx) => startImport(tx, scope, { fileName: name, content }, now))
  await readImportFile(database, id)
  await write((tx) => chooseColumns(tx, scope, id, { columns, deskId: null }, now))
  await write((tx) => chooseAnswers(tx, scope, id, meanings, now))
  await checkImport(database, id, now)
  await write((tx) => leaveOutErrors(tx, scope, id, now))
  const confirmed = await write((tx) => confirmImport(tx, scope, id, now))
  if (!confirmed.ok) throw new Error(`The demo's file ${name} was not imported: ${confirmed.reason}`)
  await runImport(database, id, now)
  return id
}

/** As which the manager of a library works. */
export function scopeOf(network: Network, libraryId: string): LibraryScope {
  const manager = network.people.find(
    ({ role, organisationId }) => role === 'library-manager' && organisationId === libraryId,
  )
  if (!manager) throw new Error(`Nobody manages the library ${libraryId}`)
  const desks = network.desks.filter((desk) => desk.libraryId === libraryId)
  return proveLibrary(
    manager.id,
    libraryId,
    desks.map(({ id }) => id),
  )
}

/** Decided at the first load, up to the first contact of the demo's own, and kept: today moves, the history does not. */
async function readPeriod({ owner, days, now }: HistoryLoad): Promise<Period> {
  const known = await readMark(owner, 'demo history')
  if (known) {
    const [from = '', until = ''] = known.split(' ')
    return { from, until }
  }
  const { rows } = await owner.query<{ first: string }>(
    'select min(occurred_on) as first from contacts.contacts where import_id is null',
  )
  const until = rows[0]?.first
  if (!until) throw new Error('The demo has no contacts of its own yet')
  const period = { from: addDays(until, -days), until }
  await keepMark(owner, 'demo history', `${period.from} ${period.until}`, now)
  return period
}

async function readWords({ owner, database }: HistoryLoad): Promise<HistoryWords> {
  const scope = jobScope('load-demo')
  const lists = await database.read(scope, (db) => readListsOfAllDays(db, scope))
  const { rows } = await owner.query<{ code: string; name: string }>(
    'select code, name from organisations.municipalities',
  )
  return { lists, municipalities: new Map(rows.map(({ code, name }) => [code, name])) }
}

async function readMark(owner: pg.Client, name: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ hash: string }>(
    'select content_hash as hash from platform.reference_loads where name = $1',
    [name],
  )
  return rows[0]?.hash
}

async function keepMark(owner: pg.Client, name: string, hash: string, now: Instant): Promise<void> {
  await owner.query(
    `insert into platform.reference_loads (name, content_hash, loaded_at) values ($1, $2, $3)
     on conflict (name) do update set content_hash = excluded.content_hash, loaded_at = excluded.loaded_at`,
    [name, hash, now.toString()],
  )
}
