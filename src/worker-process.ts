import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Log } from './platform/logging/log.ts'

/** How soon a worker that ended by itself is started again. */
const againAfterMs = 2_000

/**
 * Runs the worker in a process beside this one, and again when it ends by itself.
 * @param file the built worker
 * @param databaseUrl with the migration role
 * @returns stops it, and waits until it has finished what is under way
 */
export function runWorkerProcess(file: string, databaseUrl: string, log: Log): () => Promise<void> {
  let stopping = false
  let again: NodeJS.Timeout | undefined
  const start = () => {
    const child = fork(file, { env: { ...process.env, DATABASE_URL: databaseUrl } })
    child.once('exit', (code, signal) => {
      if (stopping) return
      log.error({ code, signal }, 'The worker ended; it is started again')
      again = setTimeout(() => {
        worker = start()
      }, againAfterMs)
    })
    return child
  }
  let worker = start()
  return async () => {
    stopping = true
    clearTimeout(again)
    if (worker.exitCode !== null || worker.signalCode !== null) return
    const ended = once(worker, 'exit')
    worker.kill('SIGTERM')
    await ended
  }
}
