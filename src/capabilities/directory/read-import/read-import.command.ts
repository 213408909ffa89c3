import { sql } from 'kysely'
import { jobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { JobParts } from '../../../platform/jobs/job.ts'
import { readTable } from '../../../platform/spreadsheet/read-table.ts'
import { TableProblem } from '../../../platform/spreadsheet/table-problem.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { type FoundImport, findImport } from '../find-import/find-import.query.ts'
import {
  digestOf,
  isObject,
  type Json,
  type JsonObject,
  textIn,
  withoutPersons,
  writtenOut,
} from '../hsds-document.ts'
import { FeedProblem, readFeed } from '../hsds-feed.gateway.ts'
import type { FeedWords } from '../hsds-fields.ts'
import { organizationsIn, takeApart } from '../hsds-parts.ts'
import { documentOf } from '../hsds-rows.ts'
import { type KnownEntry, type Match, matcher } from '../import-match.ts'
import { type ImportProblem, importLimits, type RowStatus } from '../import-run.ts'
import { type LeftOut, nameIn, organizationsOfTable, type TableOrganization } from '../import-table.ts'
import { readFeedWords } from '../read-feed/read-feed.query.ts'
import { readFeedPartners } from '../read-feed-partners/read-feed-partners.query.ts'

const scope = jobScope('directory.read-import')
/** Organisations that go to the database at once. */
const batchRows = 500

interface Row {
  readonly line: number
  readonly name: string
  readonly status: RowStatus
  readonly partner_id: string | null
  readonly matched_by: string | null
  readonly problem: string | null
  readonly document: Json | null
  readonly left_out: readonly LeftOut[] | null
}

/** An organisation as it was sent; of a table, with what was left out of it. */
interface Sent {
  readonly document: Json
  readonly leftOut?: TableOrganization['leftOut']
}

/**
 * Reads a file or feed that waits, and holds each organisation in it against the directory. The job `directory.read-import`: run
 * twice it comes to the same, and nothing of the directory changes.
 */
export async function readImport(
  { database, clock, fetchesPrivately = false }: Pick<JobParts, 'database' | 'clock' | 'fetchesPrivately'>,
  runId: string,
): Promise<void> {
  const { run, words, known } = await database.read(scope, async (db) => ({
    run: await findImport(db, scope, runId),
    words: await readFeedWords(db, scope, localDay(clock.now())),
    known: await findKnownEntries(db, runId),
  }))
  if (run?.status !== 'reading') return
  await database.keep(scope, (tx) =>
    tx.deleteFrom('directory.import_rows').where('run_id', '=', runId).execute(),
  )
  const find = matcher(known, run.source)
  const met = new Set<string>()
  let line = 0
  let persons = 0
  let problem: ImportProblem | undefined
  const keep = async (sent: readonly Sent[]): Promise<void> => {
    for (let at = 0; at < sent.length; at += batchRows) {
      const batch = sent.slice(at, at + batchRows).map((each) => {
        const { document, persons: left } = withoutPersons(each.document)
        persons += left
        line += 1
        return { line, document, leftOut: each.leftOut ?? [] }
      })
      await database.keep(scope, async (tx) => {
        const rows = await heldAgainst(tx, run, batch, { find, met, words })
        await sql`
          insert into directory.import_rows (run_id, line, name, status, partner_id, matched_by, problem, document, left_out)
          select ${runId}::uuid, line, name, status, partner_id, matched_by, problem, document, left_out
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as row (line integer, name text, status text, partner_id uuid, matched_by text, problem text, document jsonb, left_out jsonb)`.execute(
          tx,
        )
        await tx
          .updateTable('directory.import_runs')
          .set({ entries: line, contacts_left_out: persons })
          .where('id', '=', runId)
          .execute()
      })
    }
  }
  try {
    for await (const sent of sentIn(database, run, words, fetchesPrivately)) await keep(sent)
    if (line === 0) problem = 'no-organizations'
  } catch (error) {
    if (error instanceof FeedProblem) problem = error.problem
    else if (error instanceof TableProblem) problem = 'no-table'
    else throw error
  }
  await database.keep(scope, async (tx) => {
    await tx.deleteFrom('directory.import_files').where('run_id', '=', runId).execute()
    if (problem) await tx.deleteFrom('directory.import_rows').where('run_id', '=', runId).execute()
    else {
      const missing = known.filter(
        ({ id, source, libraryId }) => source === run.source && libraryId === run.libraryId && !met.has(id),
      )
      const rows = missing.map(({ id, name }, index) => ({ line: line + index + 1, name, partner_id: id }))
      await sql`
        insert into directory.import_rows (run_id, line, name, status, partner_id)
        select ${runId}::uuid, line, name, 'missing', partner_id
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line integer, name text, partner_id uuid)`.execute(
        tx,
      )
    }
    await tx
      .updateTable('directory.import_runs')
      .set(problem ? { status: 'refused', problem } : { status: 'preview' })
      .where('id', '=', runId)
      .where('status', '=', 'reading')
      .execute()
  })
}

/** What is read, some at a time. */
async function* sentIn(
  database: JobParts['database'],
  run: FoundImport,
  words: FeedWords,
  fetchesPrivately: boolean,
): AsyncGenerator<readonly Sent[]> {
  if (run.kind === 'hsds-feed') {
    for await (const documents of readFeed(run.address ?? '', { fetchesPrivately }))
      yield documents.map((document) => ({ document }))
    return
  }
  const content = await database.read(scope, (db) => readFile(db, run.id))
  if (run.kind === 'csv') {
    const table = await readTable(content, importLimits)
    if (!table.ok) throw new TableProblem(table.problem)
    const rows: (readonly string[])[] = []
    for await (const { values } of table.rows) rows.push(values)
    yield organizationsOfTable(rows, run.columns, run.source, words)
    return
  }
  yield readJsonFile(content).map((document) => ({ document }))
}

/** One JSON document, or one on each line (NDJSON). */
function readJsonFile(content: Uint8Array): readonly Json[] {
  const text = new TextDecoder().decode(content)
  let sent: Json
  try {
    sent = JSON.parse(text) as Json
  } catch {
    try {
      sent = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Json]))
    } catch {
      throw new FeedProblem('no-json')
    }
  }
  const found = organizationsIn(sent)
  if (!found || found.length === 0) throw new FeedProblem('no-organizations')
  return found
}

async function readFile(db: ReadHandle, runId: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for (;;) {
    const row = await db
      .selectFrom('directory.import_files')
      .select('content')
      .where('run_id', '=', runId)
      .where('part', '=', parts.length)
      .executeTakeFirst()
    if (!row) return Buffer.concat(parts)
    parts.push(row.content)
  }
}

/** The entries that an import may be about: one's own, and those that everybody shares. */
async function findKnownEntries(db: ReadHandle, runId: string): Promise<KnownEntry[]> {
  return db
    .selectFrom('directory.partners as partner')
    .innerJoin('directory.import_runs as run', (join) => join.on('run.id', '=', runId))
    .select([
      'partner.id',
      'partner.library_id as libraryId',
      'partner.source',
      'partner.source_id as sourceId',
      'partner.name',
      'partner.phone',
      'partner.website',
      'partner.source_digest as digest',
      sql<
        string[]
      >`array(select postcode from directory.locations location where location.partner_id = partner.id and postcode is not null)`.as(
        'postcodes',
      ),
    ])
    .where('partner.ended_on', 'is', null)
    .where((eb) =>
      eb.or([eb('partner.library_id', 'is', null), eb('partner.library_id', '=', eb.ref('run.library_id'))]),
    )
    .execute()
}

/** What will happen to each organisation, by what is known. */
async function heldAgainst(
  db: ReadHandle,
  run: FoundImport,
  batch: readonly { readonly line: number; readonly document: Json; readonly leftOut: readonly LeftOut[] }[],
  {
    find,
    met,
    words,
  }: {
    readonly find: ReturnType<typeof matcher>
    readonly met: Set<string>
    readonly words: FeedWords
  },
): Promise<Row[]> {
  const seen = batch.map(({ line, document, leftOut }) => {
    const problem = problemOf(document)
    const match = problem ? undefined : find(takeApart(document as JsonObject))
    return { line, document, leftOut, problem, match, name: nameIn(document) }
  })
  // Entries that are not of this source have no digest of it: they are compared as a whole.
  const partners = await readFeedPartners(
    db,
    scope,
    seen.flatMap(({ match }) => (match && match.by !== 'source' ? [match.entry.id] : [])),
  )
  return seen.map(({ line, document, leftOut, problem, match, name }): Row => {
    const row = {
      line,
      name,
      document,
      partner_id: match?.entry.id ?? null,
      matched_by: match?.by ?? null,
      left_out: leftOut.length > 0 ? leftOut : null,
    }
    if (problem) return { ...row, status: 'wrong', problem, document: null }
    if (!match) return { ...row, status: 'new', problem: null }
    if (met.has(match.entry.id)) return { ...row, status: 'wrong', problem: 'twice', document: null }
    met.add(match.entry.id)
    if (match.entry.libraryId !== run.libraryId)
      return { ...row, status: 'same', problem: 'shared', document: null }
    const partner = partners.get(match.entry.id)
    const isSame =
      match.by === 'source'
        ? match.entry.digest?.equals(digestOf(document)) === true
        : partner !== undefined && isToldBy(documentOf(partner, words), document as JsonObject)
    if (isSame) return { ...row, status: 'same', problem: null, document: null }
    return { ...row, status: statusOf(match), problem: null }
  })
}

const statusOf = ({ by }: Match): RowStatus => (by === 'source' ? 'changed' : 'other')

const notCompared: readonly string[] = [
  'id',
  'service_id',
  'location_id',
  'link_id',
  'organization_id',
  'organization',
  'last_modified',
  'assured_date',
]

/** Whether an entry says the same as a document; by which ids, and when each was last written or looked at, does not count. */
function isToldBy(own: JsonObject, other: JsonObject): boolean {
  const bare = (value: Json): Json =>
    Array.isArray(value)
      ? value.map(bare)
      : isObject(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([name]) => !notCompared.includes(name))
              .map(([name, inside]) => [name, bare(inside)]),
          )
        : value
  return writtenOut(bare(own)) === writtenOut(bare(other))
}

function problemOf(document: Json): string | undefined {
  if (!isObject(document)) return 'no-organization'
  if (textIn(document, 'name') === '') return 'no-name'
  return JSON.stringify(document).length > importLimits.organizationCharacters ? 'too-large' : undefined
}
