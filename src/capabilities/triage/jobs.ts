import { z } from 'zod'
import type { Job } from '../../platform/jobs/job.ts'
import { measureProposal, recodeJobs, recodePast, undoRecodingOf } from './recode-past/recode-past.command.ts'

const ofProposal = z.object({ proposalId: z.uuid() })

/** What is done in the background when a proposal is made, adopted, or that is undone. */
export const triageJobs: readonly Job[] = [
  {
    name: recodeJobs.measure,
    run: (data, { database, clock }) =>
      measureProposal(database, ofProposal.parse(data).proposalId, clock.now()),
  },
  {
    name: recodeJobs.recode,
    run: (data, { database, clock }) => recodePast(database, ofProposal.parse(data).proposalId, clock.now()),
  },
  {
    name: recodeJobs.undo,
    run: (data, { database, clock }) =>
      undoRecodingOf(database, ofProposal.parse(data).proposalId, clock.now()),
  },
]
