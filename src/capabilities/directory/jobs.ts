import { jobScope } from '../../platform/auth/scope.ts'
import type { Job, JobParts } from '../../platform/jobs/job.ts'
import { repeatEvery } from '../../platform/jobs/repeat.ts'
import type { Working } from '../../platform/jobs/work-jobs.ts'
import type { FindAddress } from '../../platform/mail/send-mails.command.ts'
import { findMailGoal } from './find-mail-goal/find-mail-goal.query.ts'
import { readJob, runJob } from './import-run.ts'
import { readImport } from './read-import/read-import.command.ts'
import { remindPartners } from './remind-partners/remind-partners.command.ts'
import { eraseOldImports, runImport } from './run-import/run-import.command.ts'

const runIn = (data: unknown): string => String((data as { runId: string }).runId)

export const directoryJobs: readonly Job[] = [
  { name: readJob, run: (data, parts) => readImport(parts, runIn(data)) },
  { name: runJob, run: (data, parts) => runImport(parts, runIn(data)) },
]

/** Partners are asked whether their entry is right, and old imports erased, once a day; a worker that starts anew in between asks nobody twice. */
const remindEverySeconds = 24 * 60 * 60

const mailScope = jobScope('send-mails')

/** Where mail of the directory goes. */
export const findDirectoryAddress =
  ({ database }: JobParts): FindAddress =>
  (mail) =>
    database.read(mailScope, (db) => findMailGoal(db, mailScope, mail))

/** What is looked at time and again. */
export const watchDirectory = (parts: JobParts): Working[] => [
  repeatEvery(remindEverySeconds, 'directory.remind-partners', () => remindPartners(parts), parts.log),
  repeatEvery(remindEverySeconds, 'directory.erase-imports', () => eraseOldImports(parts), parts.log),
]
