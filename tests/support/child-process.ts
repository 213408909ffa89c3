import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Program {
  readonly pid: number
  /** The next line it prints. @throws when it ends first, with what it said on standard error. */
  nextLine(): Promise<string>
  /** Sends the signal and waits for the end; returns the lines that nobody read. */
  end(signal: NodeJS.Signals): Promise<string[]>
  /** Its exit code, null after a signal. */
  readonly ended: Promise<number | null>
}

/** Starts a program whose lines a test reads; it gets a process group of its own. */
export function startProgram(command: string, args: string[], options: SpawnOptions = {}): Program {
  const child: ChildProcess = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (!child.stdout || !child.stderr) throw new Error('A pipe was asked for')
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<number | null>((done) => {
    child.once('error', (error) => {
      complaints += error.message
      done(null)
    })
    child.once('close', (code) => done(code))
  })
  return {
    pid: child.pid ?? 0,
    ended,
    nextLine: async () => {
      const line = await lines.next()
      if (!line.done) return line.value
      await ended
      throw new Error(`${command} ended: ${complaints}`)
    },
    end: async (signal) => {
      child.kill(signal)
      const rest: string[] = []
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value)
      await ended
      return rest
    },
  }
}
