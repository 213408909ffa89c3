import type { Job, JobParts } from '../../platform/jobs/job.ts'
import type { Working } from '../../platform/jobs/work-jobs.ts'
import type { FindAddress } from '../../platform/mail/send-mails.command.ts'

export const referralsJobs: readonly Job[] = []

/** Where mail on referrals goes. */
export const findReferralAddress =
  (_parts: JobParts): FindAddress =>
  async () =>
    undefined

/** What is looked at time and again. */
export const watchReferrals = (_parts: JobParts): Working[] => []
