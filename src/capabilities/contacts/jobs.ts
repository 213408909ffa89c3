import { z } from 'zod'
import type { Job, JobParts } from '../../platform/jobs/job.ts'
import { checkImport } from './check-import/check-import.command.ts'
import { exportJob } from './contact-export.ts'
import { jobOfStatus } from './history-import.ts'
import { makeExport } from './make-export/make-export.command.ts'
import { readImportFile } from './read-import-file/read-import-file.command.ts'
import { runImport } from './run-import/run-import.command.ts'
import { undoImport } from './undo-import/undo-import.command.ts'

const importJob = (name: string, work: (importId: string, parts: JobParts) => Promise<void>): Job => ({
  name,
  run: (data, parts) => work(z.object({ importId: z.uuid() }).parse(data).importId, parts),
})

/** What commands queue for the worker. What is too old is erased by `eraseOldImports`, once a day, without a queue. */
export const contactsJobs: readonly Job[] = [
  importJob(jobOfStatus.reading, (id, { database }) => readImportFile(database, id)),
  importJob(jobOfStatus.checking, (id, { database, clock }) => checkImport(database, id, clock.now())),
  importJob(jobOfStatus.running, (id, { database, clock }) => runImport(database, id, clock.now())),
  importJob(jobOfStatus.undoing, (id, { database, clock }) => undoImport(database, id, clock.now())),
  {
    name: exportJob,
    run: (data, { database, clock }) =>
      makeExport(database, z.object({ exportId: z.uuid() }).parse(data).exportId, clock),
  },
]
