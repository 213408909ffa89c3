import type { Log } from '../logging/log.ts'
import type { Working } from './work-jobs.ts'

/**
 * Does something again and again, with a pause in between, until it is stopped. What goes wrong is logged and tried
 * again at the next turn.
 */
export function repeatEvery(seconds: number, name: string, work: () => Promise<unknown>, log: Log): Working {
  let stopped = false
  let goOn = (): void => {}
  const pause = (): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, seconds * 1000)
      goOn = () => {
        clearTimeout(timer)
        done()
      }
    })
  const run = async (): Promise<void> => {
    while (!stopped) {
      await work().catch((error: Error) => log.error({ job: name, error: error.stack }))
      if (!stopped) await pause()
    }
  }
  const running = run()
  return {
    stop: () => {
      stopped = true
      goOn()
      return running
    },
  }
}
