import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Log } from './platform/logging/log.ts'

/** How soon a worker that ended by itself is started again. */
const againAfterMs = 2_000

const start = (file: string, databaseUrl: string): ChildProcess =>
  fork(file, { env: { ...process.env, DATABASE_URL: databaseUrl } })

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/**
 * Runs a program beside this one to its end.
 * @throws when it does not end well; what was wrong it has said itself
 */
export function runToEnd(
  file: string,
  databaseUrl: string,
): { readonly ended: Promise<void>; stop(): Promise<void> } {
  const child = start(file, databaseUrl)
  const exit = once(child, 'exit')
  return {
    ended: exit.then(([code]) => {
      if (code !== 0) throw new Error(`${file} did not end well`)
    }),
    stop: async () => {
      if (hasEnded(child)) return
      child.kill('SIGTERM')
      await exit
    },
  }
}

/**
 * Runs the worker in a process beside this one, and again when it ends by itself.
 * @param file the built worker
 * @param databaseUrl with the migration role
 * @returns stops it, and waits until it has finished what is under way
 */
export function runWorkerProcess(file: string, databaseUrl: string, log: Log): () => Promise<void> {
  let stopping = false
  let again: NodeJS.Timeout | undefined
  const startWorker = (): ChildProcess => {
    const child = start(file, databaseUrl)
    child.once('exit', (code, signal) => {
      if (stopping) return
      log.error({ code, signal }, 'The worker ended; it is started again')
      again = setTimeout(() => {
        worker = startWorker()
      }, againAfterMs)
    })
    return child
  }
  let worker = startWorker()
  return async () => {
    stopping = true
    clearTimeout(again)
    if (hasEnded(worker)) return
    const ended = once(worker, 'exit')
    worker.kill('SIGTERM')
    await ended
  }
}
