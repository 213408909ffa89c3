import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { type AdministrationScope, jobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { JobParts } from '../../../platform/jobs/job.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findPostcodeAreas } from '../../organisations/public.ts'
import { countImportRows, type FoundImport, findImport } from '../find-import/find-import.query.ts'
import type { JsonObject } from '../hsds-document.ts'
import type { Writing } from '../import-rows.ts'
import { importKeptDays, jobSeconds, runJob } from '../import-run.ts'
import { readFeedWords } from '../read-feed/read-feed.query.ts'
import { readFeedPartners } from '../read-feed-partners/read-feed-partners.query.ts'
import { addOrganizations, changeOrganization } from '../write-organization/write-organization.command.ts'

const scope = jobScope('directory.run-import')
/** Organisations that are written in one transaction: a worker that is killed does these again. */
const batchRows = 200

/** Has what was previewed written, as somebody chose: whether entries from elsewhere are overwritten, and what disappeared ends. */
export async function confirmImport(
  tx: WriteHandle,
  by: AdministrationScope,
  id: string,
  choice: { readonly overwrite: boolean; readonly endMissing: boolean },
  now: Instant,
): Promise<void> {
  foundOrRefuse(
    await tx
      .updateTable('directory.import_runs')
      .set({ status: 'running', overwrite: choice.overwrite, end_missing: choice.endMissing, done: 0 })
      .where('id', '=', id)
      .where('status', '=', 'preview')
      .returning('id')
      .executeTakeFirst(),
  )
  await queueJob(tx, runJob, { runId: id }, jobSeconds)
  await recordAudit(tx, by, now, {
    action: 'directory.confirm-import',
    subjectKind: 'import',
    subjectId: id,
    libraryId: by.kind === 'library' ? by.libraryId : undefined,
    details: { ...choice },
  })
}

/** Writes an import, some organisations at a time. The job `directory.run-import`: broken off, it goes on where it was. */
export async function runImport(
  { database, clock }: Pick<JobParts, 'database' | 'clock'>,
  runId: string,
): Promise<void> {
  const now = clock.now()
  const { run, words, areas } = await database.read(scope, async (db) => ({
    run: await findImport(db, scope, runId),
    words: await readFeedWords(db, scope, localDay(now)),
    areas: new Map((await findPostcodeAreas(db, scope)).map((area) => [area.code, area])),
  }))
  if (run?.status !== 'running') return
  const { libraryId, source } = run
  const writing: Writing = { libraryId, source, words, areas, now }
  for (let more = true; more; ) more = await database.write(scope, (tx) => writeBatch(tx, run, writing))
  await database.write(scope, async (tx) => {
    const counts = await countImportRows(tx, scope, runId)
    await tx
      .updateTable('directory.import_runs')
      .set({ status: 'done', finished_at: clock.now().toString() })
      .where('id', '=', runId)
      .execute()
    // What was read is of no use any more; names and outcomes stay for a while.
    await tx
      .updateTable('directory.import_rows')
      .set({
        document: null,
        left_out: sql`(select jsonb_agg(cell - 'text') from jsonb_array_elements(left_out) as cell)`,
      })
      .where('run_id', '=', runId)
      .execute()
    await recordAudit(tx, scope, clock.now(), {
      action: 'directory.import',
      subjectKind: 'import',
      subjectId: runId,
      libraryId: libraryId ?? undefined,
      details: { ...counts, overwrite: run.overwrite, endMissing: run.endMissing },
    })
  })
}

/** @returns whether there may be more */
async function writeBatch(tx: WriteHandle, run: FoundImport, writing: Writing): Promise<boolean> {
  const wanted = [
    'new',
    'changed',
    ...(run.overwrite ? ['other'] : []),
    ...(run.endMissing ? ['missing'] : []),
  ]
  const rows = await tx
    .selectFrom('directory.import_rows')
    .select(['line', 'status', 'partner_id as partnerId', 'document'])
    .where('run_id', '=', run.id)
    .where('status', 'in', wanted)
    .where('written', '=', false)
    .orderBy('line')
    .limit(batchRows)
    .execute()
  const added = rows.filter(({ status }) => status === 'new').map(({ document }) => document as JsonObject)
  if (added.length > 0) await addOrganizations(tx, scope, added, writing)
  const known = rows.filter(({ status }) => status === 'changed' || status === 'other')
  const partners = await readFeedPartners(
    tx,
    scope,
    known.flatMap(({ partnerId }) => partnerId ?? []),
  )
  for (const { partnerId, document, status } of known) {
    const partner = partners.get(partnerId ?? '')
    if (partner)
      await changeOrganization(tx, scope, partner, document as JsonObject, {
        ...writing,
        overwrite: status === 'other',
      })
  }
  const missing = rows.flatMap(({ status, partnerId }) =>
    status === 'missing' && partnerId ? [partnerId] : [],
  )
  if (missing.length > 0)
    await tx
      .updateTable('directory.partners')
      .set((eb) => ({ ended_on: localDay(writing.now), version: eb('version', '+', 1) }))
      .where('id', 'in', missing)
      .where('ended_on', 'is', null)
      .execute()
  if (rows.length > 0)
    await tx
      .updateTable('directory.import_rows')
      .set({ written: true })
      .where('run_id', '=', run.id)
      .where(
        'line',
        'in',
        rows.map(({ line }) => line),
      )
      .execute()
  await tx
    .updateTable('directory.import_runs')
    .set((eb) => ({ done: eb('done', '+', rows.length) }))
    .where('id', '=', run.id)
    .execute()
  await recordAudit(tx, scope, writing.now, {
    action: 'directory.import',
    subjectKind: 'import',
    subjectId: run.id,
    libraryId: run.libraryId ?? undefined,
    details: { written: rows.length },
  })
  return rows.length === batchRows
}

/** Erases imports that are old, whether somebody confirmed them or not. */
export async function eraseOldImports({
  database,
  clock,
}: Pick<JobParts, 'database' | 'clock'>): Promise<void> {
  await database.keep(scope, (tx) =>
    tx
      .deleteFrom('directory.import_runs')
      .where('started_at', '<', clock.now().subtract({ hours: importKeptDays * 24 }))
      .where('status', 'not in', ['reading', 'running'])
      .execute(),
  )
}
