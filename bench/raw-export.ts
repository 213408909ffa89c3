import { fork } from 'node:child_process'
import { once } from 'node:events'
import { askExport } from '../src/capabilities/contacts/ask-export/ask-export.command.ts'
import { type ExportKind, exportKinds } from '../src/capabilities/contacts/contact-export.ts'
import { proveLibrary } from '../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { connectAs } from '../src/platform/database/connect.ts'
import { prepareQueues } from '../src/platform/jobs/prepare-queues.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { addDays, localDay } from '../src/platform/time/local-time.ts'
import { jobs } from '../src/work.ts'
import { makeNation } from './nation.ts'
import type { ExportRun } from './raw-export-process.ts'

export interface ExportFigures extends ExportRun {
  readonly kind: ExportKind
  readonly rows: number
  readonly fileMegabytes: number
}

/** All contacts of a library that has very many, made into a file of each kind by a worker that does nothing else. */
export async function measureRawExport(rows: number): Promise<ExportFigures[]> {
  const nation = await makeNation({ contacts: rows, desks: 40, libraries: 1 }, 1)
  const database = new ApplicationDatabase(connectAs('balie_app', nation.url, 2))
  try {
    await prepareQueues(
      nation.owner,
      jobs.map(({ name }) => name),
    )
    const [coordinator] = nation.coordinators
    if (!coordinator) throw new Error('Nobody to export')
    const scope = proveLibrary(coordinator.accountId, coordinator.libraryId, [coordinator.deskId])
    const now = systemClock.now()
    const today = localDay(now)
    const figures: ExportFigures[] = []
    for (const kind of exportKinds) {
      const wish = { deskId: undefined, from: addDays(today, -400), until: today, kind }
      const id = await database.write(scope, (tx) => askExport(tx, scope, wish, 'nl', now))
      const run = await runProcess(nation.url, id ?? '')
      const made = await nation.owner.query<{ bytes: number; total: number; status: string }>(
        'select bytes, total, status from contacts.exports where id = $1',
        [id],
      )
      const [file] = made.rows
      if (file?.status !== 'done' || file.total !== rows)
        throw new Error(`${kind}: ${file?.total} of ${rows} contacts, ${file?.status}`)
      figures.push({ ...run, kind, rows, fileMegabytes: file.bytes / 1e6 })
    }
    return figures
  } finally {
    await database.close()
    await nation.putAway()
  }
}

/** @throws when the process fails */
async function runProcess(url: string, exportId: string): Promise<ExportRun> {
  // With the flags of script/server.
  const execArgv = ['--enable-source-maps', '--max-old-space-size=256']
  const child = fork('build/raw-export-process.js', [url, exportId], { execArgv })
  let run: ExportRun | undefined
  child.on('message', (message) => {
    run = message as ExportRun
  })
  await once(child, 'exit')
  if (!run) throw new Error('The export failed')
  return run
}
