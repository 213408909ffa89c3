import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { hasJob } from '../../../platform/jobs/has-job.query.ts'
import type { Recoding } from '../../contacts/public.ts'
import { jobOfRecoding } from './recode-past.command.ts'

/** The job that a recoding waits for and that is not there: neither queued nor under way. Undefined when all is well. */
export async function lostJobOf(
  db: ReadHandle,
  _scope: NationalScope,
  proposalId: string,
  { status }: Pick<Recoding, 'status'>,
): Promise<string | undefined> {
  const job = jobOfRecoding(status)
  return job && !(await hasJob(db, job, { proposalId })) ? job : undefined
}
