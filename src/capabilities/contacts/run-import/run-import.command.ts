import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { appendAddition } from '../append-figures/append-figures.command.ts'
import { keepProgress, workOnImport } from '../follow-import/follow-import.command.ts'
import { type HistoryImport, jobOfStatus } from '../history-import.ts'

/** Rows that go in with one statement: little enough that the bar moves, enough that the way there costs nothing. */
const batchRows = 1_000

export type ConfirmOutcome =
  | { readonly ok: true }
  /** Rows that are neither mended nor left out. */
  | { readonly ok: false; readonly reason: 'errors'; readonly errors: number }
  /** An import is being taken back: its rows may be those of this one, which would then be there and gone. */
  | { readonly ok: false; readonly reason: 'undoing' }
  | { readonly ok: false; readonly reason: 'not-at-this-step' }

/** Says that an import may go in; a job does it. Not while a row with an error is neither mended nor left out. */
export async function confirmImport(
  tx: WriteHandle,
  scope: LibraryScope,
  importId: string,
  now: Instant,
): Promise<ConfirmOutcome> {
  const audit = (details: Record<string, unknown>): Promise<void> =>
    recordAudit(tx, scope, now, {
      action: 'contacts.confirm-import',
      subjectKind: 'import',
      subjectId: importId,
      libraryId: scope.libraryId,
      details,
    })
  await askInTurn(tx, scope)
  const held = await tx
    .selectFrom('contacts.imports')
    .select('id')
    .where('id', '=', importId)
    .where('library_id', '=', scope.libraryId)
    .where('status', '=', 'preview')
    .forUpdate()
    .executeTakeFirst()
  const { errors } = await tx
    .selectFrom('contacts.import_rows')
    .select((eb) => eb.fn.countAll<number>().as('errors'))
    .where('import_id', '=', importId)
    .where('status', '=', 'error')
    .executeTakeFirstOrThrow()
  const undoing = await isAnyAt(tx, scope, 'undoing')
  await audit({ confirmed: held !== undefined && errors === 0 && !undoing, errors })
  if (!held) return { ok: false, reason: 'not-at-this-step' }
  if (errors > 0) return { ok: false, reason: 'errors', errors }
  if (undoing) return { ok: false, reason: 'undoing' }
  await tx.updateTable('contacts.imports').set({ status: 'running' }).where('id', '=', importId).execute()
  await queueJob(tx, jobOfStatus.running, { importId })
  return { ok: true }
}

/**
 * Who asks to register or to undo in a library waits for who asked before: until it is committed the other does not see it,
 * and the rows of both would be gone. Another lock than that of the jobs, which hold theirs for as long as they work.
 */
export async function askInTurn(tx: WriteHandle, { libraryId }: LibraryScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ask import ' || ${libraryId}::text, 0))`.execute(
    tx,
  )
}

/** Whether an import of the library is being registered, or undone. */
export async function isAnyAt(
  tx: WriteHandle,
  { libraryId }: LibraryScope,
  status: 'running' | 'undoing',
): Promise<boolean> {
  const row = await tx
    .selectFrom('contacts.imports')
    .select('id')
    .where('library_id', '=', libraryId)
    .where('status', '=', status)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Registers the rows of an import, all in one transaction or none: a worker that is killed half-way leaves nothing. The
 * job `contacts.run-import`. The key of a row decides whether it is there already; imports of one library wait for each
 * other, so that two of them cannot hold each other's keys.
 */
export function runImport(database: ApplicationDatabase, importId: string, now: Instant): Promise<void> {
  return workOnImport(database, importId, 'running', (found, scope) =>
    database.write(scope, async (tx) => {
      await waitForOthers(tx, scope, found)
      const held = await tx
        .selectFrom('contacts.imports')
        .select('status')
        .where('id', '=', importId)
        .forNoKeyUpdate()
        .executeTakeFirst()
      const details =
        held?.status === 'running' ? await registerRows(database, tx, scope, found, now) : { registered: 0 }
      await recordAudit(tx, scope, now, {
        action: 'contacts.import',
        subjectKind: 'import',
        subjectId: importId,
        libraryId: found.libraryId,
        details,
      })
    }),
  )
}

/** Imports of one library are registered and undone one after the other. */
export async function waitForOthers(
  tx: WriteHandle,
  _scope: JobScope,
  { libraryId }: Pick<HistoryImport, 'libraryId'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import ' || ${libraryId}::text, 0))`.execute(tx)
}

async function registerRows(
  database: ApplicationDatabase,
  tx: WriteHandle,
  scope: JobScope,
  found: HistoryImport,
  now: Instant,
): Promise<{ registered: number; known: number; leftOut: number }> {
  const { ready, leftOut } = await countRows(tx, found.id)
  // Beside this transaction, so that the page can see it.
  const show = (done: number): Promise<void> =>
    database.keep(scope, (beside) => keepProgress(beside, scope, found, done, ready))
  await show(0)
  const registered = await claimKeys(tx, found)
  let done = 0
  let last = 0
  for (;;) {
    const batch = await registerBatch(tx, found, last, now)
    if (batch.rows === 0) break
    last = batch.last
    done += batch.rows
    await show(done)
  }
  await appendAddition(tx, scope, { importId: found.id }, now)
  await tx
    .deleteFrom('contacts.import_rows')
    .where('import_id', '=', found.id)
    .where('status', '=', 'ready')
    .execute()
  const known = ready - registered
  await tx
    .updateTable('contacts.imports')
    .set({
      status: 'done',
      finished_at: now.toString(),
      contacts: registered,
      known,
      left_out: leftOut,
      meanings: '{}',
      // Who downloads the rows that were left out still needs the names of their columns.
      ...(leftOut === 0 && { header: [], sheet_name: null, columns: '[]' }),
    })
    .where('id', '=', found.id)
    .execute()
  return { registered, known, leftOut }
}

async function countRows(tx: WriteHandle, importId: string): Promise<{ ready: number; leftOut: number }> {
  const { rows } = await sql<{ ready: number; leftOut: number }>`
    select count(*) filter (where status = 'ready')::integer as ready,
      count(*) filter (where status = 'left-out')::integer as "leftOut"
    from contacts.import_rows where import_id = ${importId}::uuid`.execute(tx)
  return rows[0] ?? { ready: 0, leftOut: 0 }
}

/** Takes the keys of all rows that are not there yet. Gives how many. */
async function claimKeys(tx: WriteHandle, found: HistoryImport): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into contacts.import_keys (library_id, key, line_key, import_id, contact_id)
    select library_id, contacts.import_key(said, row_number() over (partition by said order by number)),
      contacts.import_key(line, row_number() over (partition by line order by number)), import_id, contact_id
    from contacts.import_rows where import_id = ${found.id}::uuid and status = 'ready'
    order by number
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The next rows, with all that stands below a contact; those whose key was taken before are passed over. */
async function registerBatch(
  tx: WriteHandle,
  found: HistoryImport,
  after: number,
  now: Instant,
): Promise<{ rows: number; last: number }> {
  const { rows } = await sql<{ rows: number; last: number | null }>`
    with batch as (
      select number, contact_id, library_id, desk_id, content -> 'content' as said, (content ->> 'timeKnown')::boolean as time_known,
        (content -> 'content' ->> 'occurredAt')::timestamptz as occurred_at, row.said as hash
      from contacts.import_rows as row
      where import_id = ${found.id}::uuid and status = 'ready' and number > ${after}
      order by number limit ${batchRows}
    ),
    fresh as (
      select *, (occurred_at at time zone 'Europe/Amsterdam')::date as occurred_on from batch
      where exists (select from contacts.import_keys as taken where taken.contact_id = batch.contact_id)
    ),
    added as (
      insert into contacts.contacts (id, library_id, desk_id, municipality_code, import_id, form_code, counted_as, channel, occurred_at,
        occurred_on, time_known, received_at, duration, satisfied, gender, age, language, visitor_municipality_code,
        author_account_id, sender_account_id, content_hash)
      select contact_id, library_id, desk_id, said ->> 'municipalityCode', ${found.id}::uuid, said ->> 'formCode', said ->> 'countedAs',
        said ->> 'channel', occurred_at, occurred_on, time_known, ${now.toString()}::timestamptz, said ->> 'duration', said ->> 'satisfied',
        said ->> 'gender', said ->> 'age', said ->> 'language', said ->> 'visitorMunicipalityCode',
        ${found.accountId}::uuid, ${found.accountId}::uuid, hash
      from fresh
    ),
    question as (
      select fresh.*, given.value as question, (given.place - 1)::smallint as position
      from fresh, jsonb_array_elements(said -> 'questions') with ordinality as given (value, place)
    ),
    added_questions as (
      insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code, local_code, other_text, digid)
      select contact_id, position, library_id, desk_id, occurred_on, question ->> 'topicCode', question ->> 'localCode', question ->> 'otherText', question ->> 'digid'
      from question
    ),
    added_providers as (
      insert into contacts.question_service_providers (contact_id, position, library_id, desk_id, service_provider_code)
      select contact_id, position, library_id, desk_id, provider
      from question, jsonb_array_elements_text(question -> 'serviceProviders') as provider
    ),
    added_help as (
      insert into contacts.help_given (contact_id, library_id, desk_id, help, other_text, local_codes)
      select contact_id, library_id, desk_id, given ->> 'code', given ->> 'otherText',
        case when given ? 'localCodes' then array(select jsonb_array_elements_text(given -> 'localCodes')) end
      from fresh, jsonb_array_elements(said -> 'help') as given
    )
    select count(*)::integer as rows, max(number) as last from batch`.execute(tx)
  return { rows: rows[0]?.rows ?? 0, last: rows[0]?.last ?? after }
}
