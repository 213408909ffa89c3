import { type JobScope, jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { queueJob } from '../../../platform/jobs/queue-job.command.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import {
  beginRecoding,
  countRecodable,
  findRecodings,
  findUnfinishedRecodings,
  type Recoding,
  readDistinctOtherTexts,
  recodeBatch,
  undoRecodingBatch,
} from '../../contacts/public.ts'
import { findProposal, findProposals } from '../find-proposals/find-proposals.query.ts'
import { belongsTo } from '../group-texts.ts'

export const recodeJobs = {
  recode: 'triage.recode',
  undo: 'triage.undo-recoding',
  measure: 'triage.measure-proposal',
} as const

/** The job that does what a recoding waits for; undefined when it waits for nothing. */
export function jobOfRecoding(status: Recoding['status']): string | undefined {
  if (status === 'undoing') return recodeJobs.undo
  return status === 'waiting' || status === 'running' ? recodeJobs.recode : undefined
}

/** After so many batches a job queues itself again: one that takes long would be given up as lost by the queue. */
const batchesInOneJob = 400

/**
 * Recodes the past by an adopted proposal. Which texts that takes is decided here, by its words, over all texts that were ever typed:
 * also those of few, which the analyst did not see. Run twice, or killed half-way and run again, it comes to the same.
 */
export async function recodePast(
  database: ApplicationDatabase,
  proposalId: string,
  now: Instant,
): Promise<void> {
  const scope = jobScope('recode')
  const found = await database.read(scope, async (db) => {
    const proposal = await findProposal(db, scope, proposalId)
    const [recoding] = await findRecodings(db, scope, proposal?.recodingId ? [proposal.recodingId] : [])
    if (!proposal || !recoding) return undefined
    const texts =
      recoding.status === 'waiting' && !recoding.whole
        ? await readDistinctOtherTexts(db, scope, recoding.fromCodes)
        : []
    return { recoding, texts: texts.filter(belongsTo(proposal.groups)) }
  })
  if (!found) return
  const { recoding, texts } = found
  await database.keep(scope, (tx) => beginRecoding(tx, scope, recoding, texts))
  await inBatches(database, scope, { job: recodeJobs.recode, proposalId }, (tx) =>
    recodeBatch(tx, scope, recoding.id, now),
  )
}

/** Counts how many answers of all time an open proposal would recode, so that who decides on it knows before. */
export async function measureProposal(
  database: ApplicationDatabase,
  proposalId: string,
  now: Instant,
): Promise<void> {
  const scope = jobScope('recode')
  await database.keep(scope, async (tx) => {
    const proposal = await findProposal(tx, scope, proposalId)
    if (proposal?.status !== 'open') return
    const { field, fromCodes, whole, groups, intoCode } = proposal
    const texts = whole ? [] : (await readDistinctOtherTexts(tx, scope, fromCodes)).filter(belongsTo(groups))
    // A new answer has no code yet, and nothing says it.
    const count = await countRecodable(tx, scope, { field, fromCodes, toCode: intoCode ?? '', whole, texts })
    await tx
      .updateTable('triage.proposals')
      .set({ to_recode: count, measured_at: now.toString() })
      .where('id', '=', proposalId)
      .execute()
  })
}

/** Gives everything that an adopted proposal recoded back what it said. */
export async function undoRecodingOf(
  database: ApplicationDatabase,
  proposalId: string,
  now: Instant,
): Promise<void> {
  const scope = jobScope('recode')
  const proposal = await database.read(scope, (db) => findProposal(db, scope, proposalId))
  const id = proposal?.recodingId
  if (id)
    await inBatches(database, scope, { job: recodeJobs.undo, proposalId }, (tx) =>
      undoRecodingBatch(tx, scope, id, now),
    )
}

/**
 * Queues the work of every recoding that waits for it, when a worker starts: a job that failed once too often, or was lost with the
 * queue, would else leave it half-way for good. A job that comes twice does its work once. Gives how many.
 */
export async function resumeRecodings(database: ApplicationDatabase): Promise<number> {
  const scope = jobScope('recode')
  return database.keep(scope, async (tx) => {
    const recodings = await findUnfinishedRecodings(tx, scope)
    const statuses = new Map(recodings.map(({ id, status }) => [id, status]))
    const all = await findProposals(tx, scope)
    for (const { id, status, toRecode } of all)
      if (status === 'open' && toRecode === null) await queueJob(tx, recodeJobs.measure, { proposalId: id })
    const proposals = all.filter(({ recodingId }) => statuses.has(recodingId ?? ''))
    for (const { id, recodingId } of proposals) {
      const job = jobOfRecoding(statuses.get(recodingId ?? '') ?? 'done')
      if (job) await queueJob(tx, job, { proposalId: id })
    }
    return proposals.length
  })
}

async function inBatches(
  database: ApplicationDatabase,
  scope: JobScope,
  { job, proposalId }: { job: string; proposalId: string },
  work: (tx: WriteHandle) => Promise<boolean>,
): Promise<void> {
  for (let batch = 1; ; batch += 1) {
    const again = batch === batchesInOneJob
    const more = await database.keep(scope, async (tx) => {
      const isMore = await work(tx)
      if (isMore && again) await queueJob(tx, job, { proposalId })
      return isMore
    })
    if (!more || again) return
  }
}
