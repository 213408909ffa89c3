import type { Job, JobParts } from '../../platform/jobs/job.ts'
import type { Working } from '../../platform/jobs/work-jobs.ts'
import type { FindAddress } from '../../platform/mail/send-mails.command.ts'

export const directoryJobs: readonly Job[] = []

/** Where mail of the directory goes. */
export const findDirectoryAddress =
  (_parts: JobParts): FindAddress =>
  async () =>
    undefined

/** What is looked at time and again. */
export const watchDirectory = (_parts: JobParts): Working[] => []
